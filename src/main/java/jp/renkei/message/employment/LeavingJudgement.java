package jp.renkei.message.employment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.renkei.message.BirthDate;

/**
 * Judges one leaving: involuntary where the reason counts, the person was under 65 on the day of
 * leaving and the kind of entitlement is not excluded (DOMAIN.md 0 and 5).
 *
 * @param leaving what was told
 * @param involuntary the judgement
 * @param relief the months of relief; with YES only
 * @param flags why it is undetermined, and what is unusual
 */
record LeavingJudgement(
    Leaving leaving, Involuntary involuntary, Optional<ReliefMonths> relief, Set<Flag> flags) {

  private static final int AGE_LIMIT = 65;

  enum Flag {
    UNKNOWN_REASON_CODE,
    UNKNOWN_QUALIFICATION,
    DAY_LABOUR,
    AGE_UNCERTAIN,
    LEAVING_DATE_UNSET,
    REASON_CODE_UNSET,
    QUALIFICATION_UNSET,
    NO_DECISION_DATE,
    OUTSIDE_PERIOD
  }

  static LeavingJudgement of(EmploymentQuestion question, Leaving leaving) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    Involuntary judged =
        reason(leaving, flags)
            .and(qualification(leaving, flags))
            .and(age(question.birthDate(), leaving, flags));
    if (leaving.decisionDate().isEmpty()) {
      flags.add(Flag.NO_DECISION_DATE);
    }
    if (leaving.leavingDate().filter(day -> !question.period().contains(day)).isPresent()) {
      flags.add(Flag.OUTSIDE_PERIOD);
    }
    // An unknown code may mean that the rules have moved on, so nothing else decides beside it.
    if (flags.contains(Flag.UNKNOWN_REASON_CODE) || flags.contains(Flag.UNKNOWN_QUALIFICATION)) {
      judged = Involuntary.UNDETERMINED;
    }
    Optional<ReliefMonths> relief =
        judged == Involuntary.YES
            ? leaving.leavingDate().map(ReliefMonths::after)
            : Optional.empty();
    return new LeavingJudgement(leaving, judged, relief, flags);
  }

  private static Involuntary reason(Leaving leaving, Set<Flag> flags) {
    if (leaving.reasonCode().isEmpty()) {
      flags.add(Flag.REASON_CODE_UNSET);
      return Involuntary.UNDETERMINED;
    }
    Optional<LeavingReason> known = leaving.reasonCode().flatMap(LeavingReason::of);
    if (known.isEmpty()) {
      flags.add(Flag.UNKNOWN_REASON_CODE);
    }
    return known.map(LeavingReason::counts).orElse(Involuntary.UNDETERMINED);
  }

  private static Involuntary qualification(Leaving leaving, Set<Flag> flags) {
    if (leaving.qualification().isEmpty()) {
      flags.add(Flag.QUALIFICATION_UNSET);
      return Involuntary.UNDETERMINED;
    }
    Optional<Qualification> known = leaving.qualification().flatMap(Qualification::of);
    if (known.isEmpty()) {
      flags.add(Flag.UNKNOWN_QUALIFICATION);
    } else if (known.get() == Qualification.DAY_LABOUR) {
      flags.add(Flag.DAY_LABOUR);
    }
    return known.map(Qualification::counts).orElse(Involuntary.UNDETERMINED);
  }

  private static Involuntary age(BirthDate birth, Leaving leaving, Set<Flag> flags) {
    if (leaving.leavingDate().isEmpty()) {
      flags.add(Flag.LEAVING_DATE_UNSET);
      return Involuntary.UNDETERMINED;
    }
    LocalDate left = leaving.leavingDate().get();
    if (left.isBefore(birth.reachesAtTheEarliest(AGE_LIMIT))) {
      return Involuntary.YES;
    }
    if (!left.isBefore(birth.reachesAtTheLatest(AGE_LIMIT))) {
      return Involuntary.NO;
    }
    flags.add(Flag.AGE_UNCERTAIN);
    return Involuntary.UNDETERMINED;
  }
}
