package jp.renkei.flow;

/** How messages reach an agency. */
public enum Transport {
  /** Queues {@code agency.<id>.inquiry} and {@code agency.<id>.reply}. */
  JMS,
  /** A POST for each inquiry; the answer in the response, by a callback, or asked for again. */
  HTTPS
}
