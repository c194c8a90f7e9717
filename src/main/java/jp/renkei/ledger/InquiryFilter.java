package jp.renkei.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to list; null means any.
 *
 * @param number one of the numbers that an inquiry has
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
    SoughtNumber number,
    String after,
    int limit) {

  /** A filter that asks for no number. */
  public InquiryFilter(
      String caller,
      String flow,
      String agency,
      State state,
      Outcome outcome,
      String caseId,
      String after,
      int limit) {
    this(caller, flow, agency, state, outcome, caseId, null, after, limit);
  }

  /** The same filter, of those in a state. */
  public InquiryFilter of(State its) {
    return new InquiryFilter(caller, flow, agency, its, outcome, caseId, number, after, limit);
  }

  /** The same filter, on another page. */
  public InquiryFilter page(String from, int rows) {
    return new InquiryFilter(caller, flow, agency, state, outcome, caseId, number, from, rows);
  }

  /** The conditions in SQL, each with its values. */
  Map<String, List<Object>> conditions() {
    Map<String, List<Object>> conditions = new LinkedHashMap<>();
    put(conditions, "i.caller = ?", caller);
    put(conditions, "i.flow = ?", flow);
    put(conditions, "i.agency = ?", agency);
    put(conditions, "i.state = ?", state == null ? null : state.name());
    put(conditions, "i.outcome = ?", outcome == null ? null : outcome.name());
    put(conditions, "i.case_id = ?", caseId);
    put(conditions, "i.id < ?", after);
    if (number != null) {
      conditions.put(SoughtNumber.CONDITION, number.values());
    }
    return conditions;
  }

  private static void put(Map<String, List<Object>> conditions, String condition, Object value) {
    if (value != null) {
      conditions.put(condition, List.of(value));
    }
  }
}
