package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.BirthDate;
import jp.renkei.message.coverage.CoverageTold.Line;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;

/**
 * Former dependent (旧被扶養者; DOMAIN.md 0 and 5): 65 to 74 on acquiring the NHI here, until then a
 * dependent in an employees' insurance (no NHI society) whose insured person went over to old-age
 * medical care. Who comes from the NHI of another municipality was none by that rule, but may have
 * been one there already: only that municipality can tell, and its own date counts on.
 *
 * @param since the day of acquiring, or the original one
 * @param firstMonth of the half per-capita amount
 * @param lastMonth of it
 * @param months 24, the month of acquiring counted
 */
record FormerDependent(
    Determination value,
    Optional<LocalDate> since,
    Optional<YearMonth> firstMonth,
    Optional<YearMonth> lastMonth,
    Optional<Integer> months,
    String basis,
    Set<String> flags) {

  private static final int MONTHS = 24;
  private static final int FROM_AGE = 65;
  private static final int UNTIL_AGE = 75;

  static FormerDependent of(CoverageAsked asked, NetworkReply<ReferenceDate, CoverageTold> reply) {
    CoverageTold told = reply.told();
    Set<String> flags = new TreeSet<>();
    if (told.formerDependent().isPresent()) {
      return toldSo(told, flags);
    }
    if (told.coverage().isEmpty()) {
      flags.add("NOTHING_TOLD");
      return of(Determination.UNDETERMINED, Optional.empty(), flags);
    }
    if (asked.nhi().isEmpty()) {
      flags.add("NHI_NOT_GIVEN");
      return of(Determination.UNDETERMINED, Optional.empty(), flags);
    }
    LocalDate acquired = asked.nhi().get().acquired();
    List<Determination> each =
        told.coverage().stream().map(line -> judge(line, acquired, asked, flags)).toList();
    if (each.contains(Determination.YES)) {
      return of(Determination.YES, Optional.of(acquired), flags);
    }
    if (!reply.complete()) {
      flags.add("PARTIAL");
    }
    boolean no = reply.complete() && each.stream().allMatch(Determination.NO::equals);
    return of(no ? Determination.NO : Determination.UNDETERMINED, Optional.empty(), flags);
  }

  /** A municipality has judged it before: the original date counts on. */
  private static FormerDependent toldSo(CoverageTold told, Set<String> flags) {
    return switch (told.formerDependent().orElseThrow()) {
      case "1" -> {
        flags.add(
            told.formerDependentSince().isPresent() ? "ORIGINAL_DATE_COUNTS_ON" : "SINCE_UNSET");
        yield of(Determination.YES, told.formerDependentSince(), flags);
      }
      case "0" -> of(Determination.NO, Optional.empty(), flags);
      default -> {
        flags.add("UNKNOWN_VALUE");
        yield of(Determination.UNDETERMINED, Optional.empty(), flags);
      }
    };
  }

  private static Determination judge(
      Line line, LocalDate acquired, CoverageAsked asked, Set<String> flags) {
    Set<String> own = new TreeSet<>();
    Determination judged =
        line.insurance() == Insurance.NATIONAL
            ? notTold(own)
            : insurance(line, own)
                .and(relation(line, own))
                .and(until(line, acquired, own))
                .and(oldAge(line, own));
    judged = judged.and(age(asked.birthDate(), acquired, own));
    if (own.stream().anyMatch(flag -> flag.startsWith("UNKNOWN"))) {
      judged = Determination.UNDETERMINED;
    }
    if (judged == Determination.UNDETERMINED) {
      flags.addAll(own);
    }
    return judged;
  }

  /** By a municipality, whatever else it tells: silence is no no. */
  private static Determination notTold(Set<String> flags) {
    flags.add("FORMER_DEPENDENT_NOT_TOLD");
    return Determination.UNDETERMINED;
  }

  private static Determination insurance(Line line, Set<String> flags) {
    if (line.insurance() == Insurance.UNKNOWN) {
      flags.add("UNKNOWN_INSURER_KIND");
      return Determination.UNDETERMINED;
    }
    return Determination.of(line.insurance() == Insurance.EMPLOYEES);
  }

  private static Determination relation(Line line, Set<String> flags) {
    if (line.relation().isEmpty()) {
      flags.add("RELATION_UNSET");
      return Determination.UNDETERMINED;
    }
    return switch (line.relation().get()) {
      case "1" -> Determination.NO;
      case "2" -> Determination.YES;
      default -> {
        flags.add("UNKNOWN_RELATION");
        yield Determination.UNDETERMINED;
      }
    };
  }

  /** A dependent until the day before the NHI here was acquired. */
  private static Determination until(Line line, LocalDate acquired, Set<String> flags) {
    Optional<LocalDate> end = end(line);
    if (end.isEmpty()) {
      flags.add("LOSS_DATE_UNSET");
      return Determination.UNDETERMINED;
    }
    return Determination.of(end.get().equals(acquired));
  }

  /** The first day without the coverage as a dependent. */
  private static Optional<LocalDate> end(Line line) {
    return line.lost().isPresent() ? line.lost() : line.dependentTo();
  }

  /**
   * Whether the dependent left because the insured person went over to old-age medical care: on the
   * day of that. On another day the one was not the cause of the other, or a date is wrong.
   */
  private static Determination oldAge(Line line, Set<String> flags) {
    if (line.insuredLossReason().isEmpty()) {
      flags.add("INSURED_LOSS_REASON_UNSET");
      return Determination.UNDETERMINED;
    }
    if (LossReason.isUnknown(line.insuredLossReason())) {
      flags.add("UNKNOWN_LOSS_REASON");
      return Determination.UNDETERMINED;
    }
    if (!line.insuredLossReason().get().equals(LossReason.OLD_AGE)) {
      return Determination.NO;
    }
    if (line.insuredLost().isEmpty()) {
      flags.add("INSURED_LOSS_DATE_UNSET");
      return Determination.UNDETERMINED;
    }
    if (end(line).filter(day -> !day.equals(line.insuredLost().get())).isPresent()) {
      flags.add("INSURED_LOSS_DATE_DIFFERS");
      return Determination.UNDETERMINED;
    }
    return Determination.YES;
  }

  private static Determination age(
      Optional<BirthDate> birth, LocalDate acquired, Set<String> flags) {
    if (birth.isEmpty()) {
      flags.add("BIRTH_DATE_NOT_GIVEN");
      return Determination.UNDETERMINED;
    }
    if (acquired.isBefore(birth.get().reachesAtTheEarliest(FROM_AGE))
        || !acquired.isBefore(birth.get().reachesAtTheLatest(UNTIL_AGE))) {
      return Determination.NO;
    }
    if (!acquired.isBefore(birth.get().reachesAtTheLatest(FROM_AGE))
        && acquired.isBefore(birth.get().reachesAtTheEarliest(UNTIL_AGE))) {
      return Determination.YES;
    }
    flags.add("AGE_UNCERTAIN");
    return Determination.UNDETERMINED;
  }

  private static FormerDependent of(
      Determination value, Optional<LocalDate> since, Set<String> flags) {
    Optional<YearMonth> first = since.map(YearMonth::from);
    Fact fact = Fact.by(Basis.REDUCTION, value, flags);
    return new FormerDependent(
        value,
        since,
        first,
        first.map(month -> month.plusMonths(MONTHS - 1)),
        first.map(month -> MONTHS),
        fact.basis(),
        fact.flags());
  }
}
