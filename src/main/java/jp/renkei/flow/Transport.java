package jp.renkei.flow;

/** How messages reach an agency. */
public enum Transport {
  /** Queues {@code agency.<id>.inquiry} and {@code agency.<id>.reply}. */
  JMS(true),
  /** A POST for each inquiry; the answer in the response, by a callback, or asked for again. */
  HTTPS(true),
  /** Letters, printed and posted; the answers are keyed in by people. */
  DOCUMENT(false),
  /** A caller of the hub, who fetches what is asked and answers it at the door. */
  OWNER(false);

  private final boolean receiving;

  Transport(boolean receiving) {
    this.receiving = receiving;
  }

  /** Whether what leaves the hub lies in a broker or a folder before it is taken. */
  public boolean liesSomewhere() {
    return this == JMS || this == DOCUMENT;
  }

  /** Whether replies come in by a route of the agency's own. */
  public boolean receives() {
    return receiving;
  }
}
