package jp.renkei.inquiry;

import java.time.Duration;

/**
 * Why a message did not leave, by a name. It has no other text: what an agency or a network says
 * may quote what was sent.
 */
public final class SendFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final Duration pause;

  /**
   * @param name a word in capitals, as events tell it
   * @param pause how long the agency wants to be left alone; zero where it says nothing
   */
  public SendFault(String name, Duration pause) {
    super(name, null, false, false);
    this.name = name;
    this.pause = pause;
  }

  public String name() {
    return name;
  }

  public Duration pause() {
    return pause;
  }
}
