package jp.renkei.inquiry;

/** Derives the caller's answer from a reply: its fields, and the facts that follow from them. */
public final class DeriveAnswer {

  /** Derives. */
  public DerivedReply derive(UnderstoodReply understood) {
    return new DerivedReply(
        understood, understood.kind().answer(understood.question(), understood.reply()));
  }
}
