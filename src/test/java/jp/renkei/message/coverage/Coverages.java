package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.util.Optional;
import jp.renkei.message.coverage.CoverageTold.Line;

/** Coverages of one insurer, for tests. */
record Coverages(String insurer) {

  Line open(LocalDate acquired) {
    return line(acquired, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Line ended(LocalDate acquired, LocalDate lost) {
    return line(acquired, Optional.of(lost), Optional.empty(), Optional.empty());
  }

  /** A family member's, whose insured person lost it on the same day, for a reason. */
  Line dependent(LocalDate acquired, LocalDate lost, String insuredReason) {
    return line(acquired, Optional.of(lost), Optional.of("2"), Optional.of(insuredReason));
  }

  private Line line(
      LocalDate acquired,
      Optional<LocalDate> lost,
      Optional<String> relation,
      Optional<String> insuredReason) {
    return new Line(
        insurer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        relation,
        Optional.of(acquired),
        lost,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        insuredReason.flatMap(reason -> lost),
        insuredReason,
        Optional.empty());
  }
}
