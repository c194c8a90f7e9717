package jp.renkei.ledger;

/** How an inquiry ended; exactly one each (DOMAIN.md 0 and 2.3). */
public enum Outcome {
  /** 提供あり. */
  ANSWERED,
  /** 一部項目未設定. */
  PARTIAL,
  /** 該当なし; never a "no". */
  NO_DATA,
  /** 符号未取得・団番未付番. */
  NOT_IDENTIFIED,
  /** 自動応答不可, and the deadline came, or the provider declined. */
  WITHHELD,
  /** 照会不可. */
  REJECTED,
  /** 回答期限超過. */
  EXPIRED,
  /** A technical failure; may be replayed. */
  FAILED,
  /** Withdrawn by the caller or an operator. */
  CANCELLED,
  /** Answered on paper and keyed in. */
  MANUAL
}
