package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Lane;

/**
 * What a caller handed in, well-formed and no more.
 *
 * @param caller the caller's id
 * @param flow the flow it names
 * @param key the idempotency key, 1 to 128 visible characters
 * @param caseId the case (受付番号), or null
 * @param deadline an instant or a duration as the caller wrote it, or null
 * @param payload the payload, not yet checked
 * @param supersedes the inquiry that this asks again (二次照会), or null
 */
public record Submission(
    String caller,
    Flow flow,
    String key,
    String caseId,
    String deadline,
    JsonNode payload,
    Lane lane,
    String supersedes) {}
