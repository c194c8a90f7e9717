package jp.renkei.inquiry;

import java.time.Instant;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;

/**
 * A submission that fits its flow.
 *
 * @param accepted the moment that is told to the caller and the agency
 */
public record ValidInquiry(
    Submission submission,
    MessageKind kind,
    Question question,
    Instant accepted,
    Instant deadline) {}
