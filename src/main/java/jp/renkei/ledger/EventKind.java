package jp.renkei.ledger;

/** What an event says. The names are part of the evidence: they are never renamed. */
public enum EventKind {
  /** The inquiry is durable (T1). */
  ACCEPTED("受付", "accepted"),
  /** The agency's queue or endpoint has it (T2). */
  SENT("送信済", "sent"),
  /** It could not be sent; it is tried again. */
  SEND_POSTPONED("送信延期", "sending postponed"),
  /** The provider's staff must decide (自動応答不可). */
  HELD_BY_PROVIDER("自動応答不可", "held by the provider"),
  /** It ended; the detail is the outcome. */
  ENDED("終了", "ended"),
  /** The same reply came again; nothing to do. */
  REPLY_DUPLICATE("回答重複", "the same reply again"),
  /** Another reply came after the first; it is held. */
  REPLY_DIFFERENT("相違する再回答", "a different second reply"),
  /** A reply names no inquiry of ours; it is held. */
  REPLY_WITHOUT_INQUIRY("照会なき回答", "a reply with no inquiry"),
  /** A reply is about another person; it is held. */
  REPLY_OTHER_PERSON("別人の回答", "a reply for another person"),
  /** A reply is about another period; it is held. */
  REPLY_OTHER_PERIOD("別期間の回答", "a reply for another period"),
  /** A reply came after the deadline; it is held. */
  REPLY_LATE("期限後の回答", "a reply after the deadline"),
  /** A reply came after the inquiry was cancelled; it is held. */
  REPLY_AFTER_CANCEL("取消後の回答", "a reply after the cancellation"),
  /** A reply cannot be read: not XML, a wrong charset, not decipherable; it is held. */
  REPLY_NOT_READABLE("読取不能の回答", "an unreadable reply"),
  /** A reply is not valid by its schema; it is held. */
  REPLY_NOT_VALID("様式不適合の回答", "a reply that its schema refuses"),
  /** A reply has a layout version that the hub does not read; it is held. */
  REPLY_UNKNOWN_LAYOUT("未知の版の回答", "a reply of an unknown layout version"),
  /** A caller asked on a flow that it may not use. */
  REFUSED("不許可", "refused");

  private final String ja;
  private final String en;

  EventKind(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  /** What operators read, in Japanese. */
  public String ja() {
    return ja;
  }

  /** What operators read, in English. */
  public String en() {
    return en;
  }
}
