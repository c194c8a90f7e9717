package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.coverage.CoverageTold.Line;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;

/**
 * Whether the acquisition date of the former NHI goes on (資格取得日の引継ぎ): within the prefecture, where
 * its application ends on the day on which the one here begins (DOMAIN.md 0, "Coverage").
 *
 * @param date the date that goes on
 */
record CarriedOver(Determination value, Optional<LocalDate> date, String basis, Set<String> flags) {

  static CarriedOver of(
      CoverageAsked asked, NetworkReply<?, CoverageTold> reply, OwnPrefecture here) {
    CoverageTold told = reply.told();
    Set<String> flags = new TreeSet<>();
    Optional<Line> former = former(asked, told, here);
    if (asked.nhi().isEmpty() || told.coverage().isEmpty()) {
      flags.add("NOTHING_TOLD");
      return of(Determination.UNDETERMINED, Optional.empty(), flags);
    }
    if (former.isEmpty() && reply.leavesOut("coverage")) {
      flags.add("PARTIAL");
      return of(Determination.UNDETERMINED, Optional.empty(), flags);
    }
    if (former.isEmpty()) {
      return of(Determination.NO, Optional.empty(), flags);
    }
    if (former.get().appliedTo().isEmpty() || former.get().acquired().isEmpty()) {
      flags.add("ACQUISITION_UNSET");
      return of(Determination.UNDETERMINED, Optional.empty(), flags);
    }
    CoverageAsked.Nhi nhi = asked.nhi().get();
    if (!former.get().appliedTo().get().equals(nhi.appliedFrom().orElse(nhi.acquired()))) {
      flags.add("APPLICATION_DOES_NOT_MEET");
      return of(Determination.NO, Optional.empty(), flags);
    }
    return of(Determination.YES, former.get().acquired(), flags);
  }

  /** The NHI of a municipality of the prefecture that applied last. */
  private static Optional<Line> former(CoverageAsked asked, CoverageTold told, OwnPrefecture here) {
    return Loss.before(asked.referenceDate(), told).stream()
        .filter(here::has)
        .max(
            (one, other) ->
                one.appliedTo()
                    .orElse(LocalDate.MAX)
                    .compareTo(other.appliedTo().orElse(LocalDate.MAX)));
  }

  private static CarriedOver of(Determination value, Optional<LocalDate> date, Set<String> flags) {
    Fact fact = Fact.by(Basis.PREFECTURE, value, flags);
    return new CarriedOver(value, date, fact.basis(), fact.flags());
  }
}
