package jp.renkei.flow;

/** How messages reach an agency. */
public enum Transport {
  /** Queues {@code agency.<id>.inquiry} and {@code agency.<id>.reply}. */
  JMS
}
