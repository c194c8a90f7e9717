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
 * @param byQueue whether the caller wants the outcome by queue, whatever is usual for it
 */
public record Submission(
    String caller,
    Flow flow,
    String key,
    String caseId,
    String deadline,
    JsonNode payload,
    Lane lane,
    String supersedes,
    boolean byQueue) {

  /** One whose outcome goes where it usually goes. */
  public Submission(
      String caller,
      Flow flow,
      String key,
      String caseId,
      String deadline,
      JsonNode payload,
      Lane lane,
      String supersedes) {
    this(caller, flow, key, caseId, deadline, payload, lane, supersedes, false);
  }

  /** The same on its flow, asking one of the flow's agencies. */
  Submission on(Flow asking) {
    return new Submission(
        caller, asking, key, caseId, deadline, payload, lane, supersedes, byQueue);
  }

  /** The same, its outcome wanted by queue. */
  public Submission answeredByQueue() {
    return new Submission(caller, flow, key, caseId, deadline, payload, lane, supersedes, true);
  }
}
