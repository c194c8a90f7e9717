package jp.renkei.protection.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The heads that somebody kept outside the ledger.
 *
 * @param known in the order in which they were kept
 * @param readable whether all that was kept could be read
 */
public record Heads(List<Head> known, boolean readable) {

  /** Nobody kept one. */
  public static final Heads NONE = new Heads(List.of(), true);

  Map<Long, List<Head>> byNumber() {
    return known.stream().collect(Collectors.groupingBy(Head::number));
  }
}
