package jp.renkei.operations.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.ledger.Outcome;
import jp.renkei.operations.figures.Mishap;

/** How figures read in an attribute: times of Japan, and a dash for nothing. */
final class Told {

  static final String NOTHING = "–";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

  private Told() {}

  static String time(Instant at) {
    return at == null ? NOTHING : TIME.format(at);
  }

  static String mishap(Optional<Mishap> last) {
    return last.map(mishap -> time(mishap.at()) + " " + mishap.what()).orElse(NOTHING);
  }

  /** The outcomes that have happened, e.g. {@code ANSWERED 12, EXPIRED 1}. */
  static String outcomes(Map<Outcome, Long> ended) {
    String told =
        ended.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? NOTHING : told;
  }
}
