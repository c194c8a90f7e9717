package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.coverage.CoverageTold.Line;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;

/**
 * Whether the former coverage was lost (従前資格の喪失): of the coverages that began by the reference date
 * the one that ended last. One that has no end is still there. Without data nothing is known, and a
 * certificate of loss (資格喪失証明書) is to be asked for.
 *
 * @param date the first day without it
 * @param reason as it came
 * @param burden the burden ratio of it, as it came
 */
record Loss(
    Determination value,
    Optional<String> insurerNumber,
    Optional<LocalDate> date,
    Optional<String> reason,
    Optional<String> burden,
    String basis,
    Set<String> flags) {

  static Loss of(LocalDate reference, NetworkReply<ReferenceDate, CoverageTold> reply) {
    List<Line> before = before(reference, reply.told());
    Set<String> flags = new TreeSet<>();
    if (!reply.complete() && !reply.told().isEmpty()) {
      flags.add("PARTIAL");
    }
    if (before.isEmpty()) {
      flags.add(reply.told().coverage().isEmpty() ? "NOTHING_TOLD" : "BEGAN_LATER_ONLY");
      flags.add("ASK_FOR_CERTIFICATE_OF_LOSS");
      return undetermined(flags);
    }
    Optional<Line> open = before.stream().filter(line -> line.lost().isEmpty()).findFirst();
    if (open.isPresent() && !reply.complete()) {
      flags.add("LOSS_DATE_UNSET");
      flags.add("ASK_FOR_CERTIFICATE_OF_LOSS");
      return undetermined(flags);
    }
    if (open.isPresent()) {
      flags.add("STILL_COVERED");
      return of(Determination.NO, open.get(), flags);
    }
    Line last = lastLost(before).orElseThrow();
    if (LossReason.isUnknown(last.lossReason())) {
      flags.add("UNKNOWN_LOSS_REASON");
    }
    return of(Determination.YES, last, flags);
  }

  /** The coverages that began by a day, or whose beginning is not told. */
  static List<Line> before(LocalDate reference, CoverageTold told) {
    return told.coverage().stream()
        .filter(line -> line.acquired().filter(day -> day.isAfter(reference)).isEmpty())
        .toList();
  }

  static Optional<Line> lastLost(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.lost().isPresent())
        .max(Comparator.comparing(line -> line.lost().orElseThrow()));
  }

  private static Loss of(Determination value, Line line, Set<String> flags) {
    if (Burden.isUnknown(line.burden())) {
      flags.add("UNKNOWN_BURDEN");
    }
    return new Loss(
        value,
        Optional.of(line.insurerNumber()),
        line.lost(),
        line.lossReason(),
        line.burden(),
        Fact.PROJECT_RULE,
        flags);
  }

  private static Loss undetermined(Set<String> flags) {
    return new Loss(
        Determination.UNDETERMINED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Fact.PROJECT_RULE,
        flags);
  }
}
