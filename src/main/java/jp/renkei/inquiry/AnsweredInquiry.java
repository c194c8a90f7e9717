package jp.renkei.inquiry;

import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.ReplyClass;

/**
 * What an owner's answer means for one of those who asked.
 *
 * @param answer what this one may have
 * @param arrived the answer as it came
 * @param who the owner
 */
public record AnsweredInquiry(
    Inquiry inquiry,
    ReplyClass replyClass,
    PermittedAnswer answer,
    ArrivedReply arrived,
    String who) {}
