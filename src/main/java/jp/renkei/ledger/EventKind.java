package jp.renkei.ledger;

/** What an event says. The names are part of the evidence: they are never renamed. */
public enum EventKind {
  /**
   * The inquiry is durable (T1); the detail tells which member of an agency is asked, and where it
   * is kept from the person's own view.
   */
  ACCEPTED("受付", "accepted"),
  /** Its agency does not take characters of it; the detail names the fields and how many. */
  CHARACTERS_SUBSTITUTED("文字の置換", "characters substituted"),
  /** The agency's queue or endpoint has it (T2). */
  SENT("送信済", "sent"),
  /** It could not be sent; it is tried again. */
  SEND_POSTPONED("送信延期", "sending postponed"),
  /** The agency refuses it for good; it ends as failed. */
  SEND_REFUSED("送信拒否", "refused by the agency"),
  /** Its caller may no longer ask this: it did not leave; the detail is the code. */
  SEND_NOT_PERMITTED("送信時不許可", "no longer permitted when it was to leave"),
  /** The promised answer could not be asked for; it is tried again. */
  POLL_POSTPONED("回答取得延期", "asking for the answer postponed"),
  /** The agency acknowledged it with a receipt number of its own (処理通番), the detail. */
  RECEIPT_GIVEN("受付番号通知", "receipt number given"),
  /** The agency gave another receipt number to the same inquiry; the first one stays. */
  RECEIPT_OTHER_NUMBER("相違する受付番号", "a different receipt number"),
  /** The agency gave a receipt number that another inquiry has; that one keeps it. */
  RECEIPT_OTHER_INQUIRY("受付番号の重複", "a receipt number of another inquiry"),
  /** A receipt names no inquiry of ours; it is held. */
  RECEIPT_WITHOUT_INQUIRY("照会なき受付番号", "a receipt number with no inquiry"),
  /** A receipt has no receipt number, or something else in its place; it is held. */
  RECEIPT_NOT_VALID("受付番号の形式誤り", "a receipt number of the wrong form"),
  /** The agency answered that it cannot answer now; it is asked again later. */
  RETRY_PLANNED("再照会予定", "to be tried again"),
  /** A failed inquiry is sent once more, under the same number. */
  REPLAYED("再送指示", "replayed"),
  /** Somebody asked to cancel it; the detail is the reason. */
  CANCEL_ASKED("取消指示", "cancellation asked for"),
  /** It is asked again by a new inquiry (二次照会); the detail is that one's id. */
  ASKED_AGAIN("二次照会", "asked again"),
  /** The same was asked a short while before (二重照会); the detail is that inquiry's id. */
  ASKED_TWICE("二重照会", "asked twice"),
  /** Nothing is sent to an agency or a provider any more, by an operator; the detail is why. */
  PAUSED("停止指示", "paused"),
  /** The pause is over; the detail is why. */
  RESUMED("再開", "resumed"),
  /** A path does not work: nothing is sent on it until a probe succeeds. */
  PATH_BROKEN("経路障害", "path broken"),
  /** A path works again. */
  PATH_RESTORED("経路回復", "path restored"),
  /** A provider says that it is stopped: it alone is asked nothing until a probe succeeds. */
  PROVIDER_STOPPED("提供者停止", "provider stopped"),
  /** A provider answers again. */
  PROVIDER_RESTORED("提供者再開", "provider answers again"),
  /** The provider's staff must decide (自動応答不可). */
  HELD_BY_PROVIDER("自動応答不可", "held by the provider"),
  /** Its letter has a number (書類番号), the detail; people key it in with the answer. */
  DOCUMENT_NUMBERED("書類番号付番", "document numbered"),
  /** Its owner among the callers is asked; the detail is the question, which it may share. */
  OFFERED("回答依頼", "offered to its owner"),
  /**
   * Its owner is asked once more by queue, because somebody else wants it kept from the person's
   * own view, or because the message could be kept no longer; the detail is the question.
   */
  OFFERED_AGAIN("回答依頼の再配信", "offered to its owner again"),
  /**
   * What was asked is kept from the person's own view, as somebody else who asked it, its owner, or
   * whoever answered it by hand wants; the detail is the question.
   */
  KEPT_FROM_VIEW("不開示の設定", "kept from view"),
  /** No answer came on paper; a reminder was written. */
  REMINDED("再依頼", "reminded"),
  /**
   * Somebody keyed in an answer; somebody else is to confirm it. The detail is what it was taken
   * from, where that is no letter of the hub.
   */
  ANSWER_KEYED("回答入力", "answer keyed in"),
  /** Somebody else keyed in the same; the detail as before. */
  ANSWER_CONFIRMED("回答確認", "keyed answer confirmed"),
  /** Its answer had items that the caller may not get; the detail counts and names them. */
  ITEMS_REMOVED("不許可項目の除去", "items removed that are not permitted"),
  /** It ended; the detail is the outcome, and names the items that were given. */
  ENDED("終了", "ended"),
  /** A caller says that it expects no more of a case; the detail is the caller and the case. */
  CASE_SEALED("受付番号の確定", "case sealed"),
  /** All inquiries of a sealed case have ended; the detail is the caller and the case. */
  CASE_COMPLETED("受付番号の完了", "case completed"),
  /** The same reply came again; nothing to do. */
  REPLY_DUPLICATE("回答重複", "the same reply again"),
  /** Another reply came after the first; it is held. */
  REPLY_DIFFERENT("相違する再回答", "a different second reply"),
  /** A reply names no inquiry of ours; it is held. */
  REPLY_WITHOUT_INQUIRY("照会なき回答", "a reply with no inquiry"),
  /** A reply names a receipt number that is not known yet; it is held until that is given. */
  REPLY_BEFORE_RECEIPT("受付番号通知前の回答", "a reply before its receipt number"),
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
  /** A reply holds an individual number where its flow may carry none; it is held. */
  REPLY_INDIVIDUAL_NUMBER("個人番号を含む回答", "a reply with an individual number"),
  /** Inquiries of the bulk lane are fixed in a request file (一括照会); the detail names and counts. */
  BULK_FILE_MADE("一括照会ファイル作成", "bulk file made"),
  /** The agency has the file. */
  BULK_FILE_SENT("一括照会ファイル送信済", "bulk file uploaded"),
  /** The file could not be uploaded; the same goes again, by the same name. */
  BULK_FILE_POSTPONED("一括照会ファイル送信延期", "uploading a bulk file postponed"),
  /** A reply file was read to its end; the detail names it and counts its records. */
  BULK_REPLY_READ("一括回答ファイル取込済", "bulk reply file read"),
  /** A reply file cannot be read as such; it is set aside, and nothing of it was taken. */
  BULK_REPLY_SET_ASIDE("一括回答ファイルの隔離", "bulk reply file set aside"),
  /** The broker does not take what a caller is to get by queue; the detail is the queue and why. */
  DELIVERIES_STOPPED("結果配信の停滞", "deliveries held up"),
  /** All that waited for that queue has been delivered. */
  DELIVERIES_RESUMED("結果配信の回復", "deliveries caught up"),
  /** What nobody fetched from a queue was kept as long as it may be; the detail counts it. */
  DELIVERIES_PURGED("未受領の配信の消去", "unfetched deliveries purged"),
  /** A message that came by queue could be neither taken nor answered; it is a dead letter. */
  MESSAGE_DEAD("処理不能の受信", "a dead letter"),
  /** What it carried was kept as long as its flow says and is gone; the detail counts it. */
  PURGED("保存期間満了による消去", "purged"),
  /** What it carries is kept beyond that, by an order (保全); the detail is why. */
  LEGAL_HOLD("保全", "under a legal hold"),
  /** The order is over; the detail is why. */
  LEGAL_HOLD_LIFTED("保全解除", "legal hold lifted"),
  /** Somebody looked at what it carries; the detail is why. */
  LOOKED_AT("内容の閲覧", "looked at"),
  /**
   * Somebody listed what was asked about a person, who is not named; the detail is how much and
   * why.
   */
  DISCLOSED("提供等記録の開示", "records of a person listed"),
  /** Logins failed in a row, and the door slows them down; the detail is the address. */
  LOGINS_FAILED("認証失敗の多発", "failed logins in a row"),
  /** Somebody was refused what they may not do; the detail begins with the code. */
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
