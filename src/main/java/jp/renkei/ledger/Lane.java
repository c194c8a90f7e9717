package jp.renkei.ledger;

/** Which work goes first: the counter overtakes the batch. */
public enum Lane {
  /** 即時: one person waits for it. */
  SINGLE,
  /** 一括. */
  BULK
}
