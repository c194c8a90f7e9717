package jp.renkei.inquiry;

/**
 * Derives the caller's answer from a reply: its fields, and the facts that follow from them, as far
 * as they are permitted.
 */
public final class DeriveAnswer {

  private final KeepPermitted permitted;

  public DeriveAnswer(KeepPermitted permitted) {
    this.permitted = permitted;
  }

  /** Derives. */
  public DerivedReply derive(UnderstoodReply understood) {
    return new DerivedReply(
        understood,
        permitted.keep(
            understood.inquiry(),
            understood.kind().answer(understood.question(), understood.reply())));
  }
}
