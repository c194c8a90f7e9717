package jp.renkei.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to list; null means any.
 *
 * @param after the id after which the page begins, or null for the first page
 * @param limit the most rows
 */
public record InquiryFilter(
    String caller,
    String flow,
    String agency,
    State state,
    Outcome outcome,
    String caseId,
    String after,
    int limit) {

  /** The same filter, of those in a state. */
  public InquiryFilter of(State its) {
    return new InquiryFilter(caller, flow, agency, its, outcome, caseId, after, limit);
  }

  /** The same filter, on another page. */
  public InquiryFilter page(String from, int rows) {
    return new InquiryFilter(caller, flow, agency, state, outcome, caseId, from, rows);
  }

  /** The conditions in SQL, each with its one value. */
  Map<String, Object> conditions() {
    Map<String, Object> conditions = new LinkedHashMap<>();
    put(conditions, "i.caller = ?", caller);
    put(conditions, "i.flow = ?", flow);
    put(conditions, "i.agency = ?", agency);
    put(conditions, "i.state = ?", state == null ? null : state.name());
    put(conditions, "i.outcome = ?", outcome == null ? null : outcome.name());
    put(conditions, "i.case_id = ?", caseId);
    put(conditions, "i.id < ?", after);
    return conditions;
  }

  private static void put(Map<String, Object> conditions, String condition, Object value) {
    if (value != null) {
      conditions.put(condition, value);
    }
  }
}
