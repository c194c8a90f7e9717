package jp.renkei.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import jp.renkei.ledger.Case;
import jp.renkei.ledger.CaseCount;

/**
 * How far a case is: each flow that it expects or that was asked in it. Of a chain of inquiries
 * that ask again (二次照会) the newest counts.
 *
 * @param flows by their ids
 * @param open how many inquiries have not ended, the superseded among them
 * @param isSealed whether it needs no more
 */
public record Readiness(List<FlowStanding> flows, int open, boolean isSealed) {

  /** How far a case is. */
  public static Readiness of(Case its) {
    TreeSet<String> flows = new TreeSet<>(its.expects());
    its.counts().forEach(count -> flows.add(count.flow()));
    return new Readiness(
        flows.stream().map(flow -> standing(its, flow)).toList(),
        its.counts().stream()
            .filter(count -> count.outcome() == null)
            .mapToInt(CaseCount::inquiries)
            .sum(),
        its.sealed() != null);
  }

  /**
   * What the case needs: the flows that it expects, or all that were asked where it expects none.
   */
  private List<FlowStanding> needed() {
    List<FlowStanding> expected = flows.stream().filter(FlowStanding::expected).toList();
    return expected.isEmpty() ? flows : expected;
  }

  /** What it needs and has no answer for. */
  public List<FlowStanding> missing() {
    return needed().stream().filter(flow -> !flow.standing().isAnswer()).toList();
  }

  /** Whether it has an answer for all that it needs; before it is sealed it needs something. */
  public boolean isReady() {
    return (isSealed || !flows.isEmpty()) && missing().isEmpty();
  }

  private static FlowStanding standing(Case its, String flow) {
    List<CaseCount> newest = new ArrayList<>(its.counts());
    newest.removeIf(count -> count.superseded() || !count.flow().equals(flow));
    return new FlowStanding(
        flow,
        its.expects().contains(flow),
        newest.stream()
            .map(count -> Standing.of(count.outcome()))
            .min(Comparator.naturalOrder())
            .orElse(Standing.NOT_ASKED),
        newest.stream()
            .map(CaseCount::outcome)
            .filter(outcome -> outcome != null && !Standing.of(outcome).isAnswer())
            .sorted()
            .toList());
  }
}
