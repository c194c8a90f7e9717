package jp.renkei.inquiry;

import java.time.Instant;
import jp.renkei.ledger.Asked;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;

/**
 * A submission that fits its flow.
 *
 * @param leaving the question as its agency gets it
 * @param asked what is asked, on a flow where asking twice matters, or null
 * @param accepted the moment that is told to the caller and the agency
 */
public record ValidInquiry(
    Submission submission,
    MessageKind kind,
    Question question,
    LeavingQuestion leaving,
    Instant accepted,
    Instant deadline,
    Asked asked) {}
