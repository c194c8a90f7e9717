package jp.renkei.ledger;

/** How an inquiry ended; exactly one each (DOMAIN.md 0 and 2.3). */
public enum Outcome {
  /** 提供あり. */
  ANSWERED(false),
  /** 一部項目未設定. */
  PARTIAL(false),
  /** 該当なし, or not registered yet (副本未登録); never a "no". */
  NO_DATA(true),
  /** 符号未取得・団番未付番. */
  NOT_IDENTIFIED(true),
  /** 自動応答不可, and the deadline came, or the provider declined. */
  WITHHELD(true),
  /** 照会不可. */
  REJECTED(false),
  /** 回答期限超過. */
  EXPIRED(true),
  /** A technical failure; may be replayed. */
  FAILED(true),
  /** Withdrawn by the caller or an operator. */
  CANCELLED(false),
  /** Answered on paper, or otherwise outside the system, and keyed in. */
  MANUAL(false);

  private final boolean leavesOpen;

  Outcome(boolean leavesOpen) {
    this.leavesOpen = leavesOpen;
  }

  /**
   * Whether nobody has told what was asked, and it is still wanted and allowed: what is told on
   * paper, by telephone or otherwise then makes it {@link #MANUAL}, whoever was asked. This is the
   * one place that says so. NO_DATA is definite, but never a "no": the provider may not have
   * registered it yet, so what paper tells goes beyond it (二次照会・文書照会). An answer, a refusal of the
   * inquiry itself and its withdrawal close the matter (DOMAIN.md 0 and 2.3).
   */
  public boolean leavesOpen() {
    return leavesOpen;
  }
}
