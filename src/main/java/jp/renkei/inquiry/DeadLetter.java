package jp.renkei.inquiry;

/** A message that can be neither taken nor answered, and would not be if it came again. */
public final class DeadLetter extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * @param why in words of our own, nothing of the message
   */
  public DeadLetter(String why) {
    super(why);
    this.why = why;
  }

  /** What a route has caught: a dead letter, or what a future put around one. */
  public static DeadLetter in(Throwable caught) {
    return caught instanceof DeadLetter letter ? letter : in(caught.getCause());
  }

  public String why() {
    return why;
  }
}
