package jp.renkei.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of an agency's work may leave now.
 *
 * @param lanes the lanes that may, the first one first; none where the agency is paused or closed
 * @param stopped the codes of the providers that may not be asked
 * @param callers who may ask the agency: each gets its share of the room
 * @param byFile the flows whose bulk goes by file: of these nothing of that lane leaves single
 */
public record Admission(
    List<Lane> lanes, Set<String> stopped, List<String> callers, Set<String> byFile) {

  /** Where nothing goes by file. */
  public Admission(List<Lane> lanes, Set<String> stopped, List<String> callers) {
    this(lanes, stopped, callers, Set.of());
  }

  /** The same for some lanes only. */
  public Admission of(Predicate<Lane> some) {
    return new Admission(lanes.stream().filter(some).toList(), stopped, callers, byFile);
  }
}
