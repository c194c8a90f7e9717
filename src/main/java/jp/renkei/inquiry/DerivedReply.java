package jp.renkei.inquiry;

/** A reply with the answer that follows from it. */
public record DerivedReply(UnderstoodReply understood, PermittedAnswer answer) {}
