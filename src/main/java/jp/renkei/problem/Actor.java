package jp.renkei.problem;

/** Who must act, so that what was refused can go on. */
public enum Actor {
  CALLER("the caller", "呼出元"),
  HUB("the hub's operators", "連携基盤の運用者"),
  ADMINISTRATOR("the hub's administrator, asked by the caller", "連携基盤の管理者(呼出元が依頼)"),
  CALLER_THEN_HUB(
      "the caller repeats; where it stays, the hub's operators", "呼出元が再送し、続く場合は連携基盤の運用者");

  private final String en;
  private final String ja;

  Actor(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** What readers see, in English. */
  public String en() {
    return en;
  }

  /** What readers see, in Japanese. */
  public String ja() {
    return ja;
  }
}
