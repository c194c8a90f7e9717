package jp.renkei.inquiry;

import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;

/** A reply that is valid and belongs to its question. */
public record UnderstoodReply(
    Inquiry inquiry, MessageKind kind, Question question, Reply reply, ArrivedReply arrived) {}
