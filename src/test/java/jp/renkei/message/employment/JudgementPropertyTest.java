package jp.renkei.message.employment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.BirthDate;
import jp.renkei.message.Period;
import jp.renkei.message.ReplyClass;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The judgement of leavings against the rule told as slowly as possible (DOMAIN.md 0 and 5): days
 * are walked one by one, and what is not known is tried with everything that it could be.
 */
class JudgementPropertyTest {

  private static final Set<String> INVOLUNTARY =
      Set.of("11", "12", "21", "22", "23", "31", "32", "33", "34");
  private static final Set<String> VOLUNTARY = Set.of("24", "25", "40", "45", "50", "55");
  private static final Set<Boolean> EITHER = Set.of(true, false);
  private static final Period PERIOD =
      new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 11, 22));

  private final Map<LocalDate, LocalDate> sixtyFive = new HashMap<>();

  @Property(tries = 1_000)
  void reliefEndsWithTheSecondLastDayOfMarch(
      @ForAll @IntRange(min = 1_000, max = 47_000) int leavingEpochDay) {
    LocalDate left = LocalDate.ofEpochDay(leavingEpochDay);
    List<YearMonth> walked = List.copyOf(relieved(left));

    ReliefMonths relief = ReliefMonths.after(left);

    assertThat(relief.months()).containsExactlyElementsOf(walked);
    assertThat(relief.first()).isEqualTo(walked.get(0));
    assertThat(relief.last()).isEqualTo(walked.get(walked.size() - 1));
    assertThat(relief.count()).isEqualTo(walked.size());
  }

  @Property(tries = 1_000)
  void aLeavingIsWhatItIsWhateverIsNotKnown(
      @ForAll("births") String birth, @ForAll("leavings") Leaving leaving) {
    LeavingJudgement judged = LeavingJudgement.of(question(birth), leaving);

    assertThat(judged.involuntary()).isEqualTo(expected(birth, leaving));
    assertThat(judged.relief().isPresent()).isEqualTo(judged.involuntary() == Involuntary.YES);
    if (judged.involuntary() == Involuntary.UNDETERMINED) {
      assertThat(judged.flags()).isNotEmpty();
    }
  }

  @Property(tries = 500)
  void theDayBeforeTheBirthdayDecides(
      @ForAll @IntRange(min = -4_000, max = -2_000) int bornEpochDay,
      @ForAll @IntRange(min = -2, max = 2) int daysOn) {
    LocalDate born = LocalDate.ofEpochDay(bornEpochDay);
    Leaving leaving =
        new Leaving(
            Optional.of(reaches65(born).plusDays(daysOn)),
            Optional.of("11"),
            Optional.of("1"),
            Optional.empty());
    assertThat(LeavingJudgement.of(question(born.toString()), leaving).involuntary())
        .isEqualTo(daysOn < 0 ? Involuntary.YES : Involuntary.NO);
  }

  @Property(tries = 500)
  void allLeavingsTogether(
      @ForAll("births") String birth,
      @ForAll @Size(max = 4) List<@From("leavings") Leaving> leavings,
      @ForAll boolean partial) {
    Judgement judged = Judgement.of(question(birth), reply(leavings, partial));

    List<Involuntary> each = leavings.stream().map(told -> expected(birth, told)).toList();
    TreeSet<YearMonth> months = new TreeSet<>();
    for (int i = 0; i < each.size(); i++) {
      if (each.get(i) == Involuntary.YES) {
        months.addAll(relieved(leavings.get(i).leavingDate().orElseThrow()));
      }
    }
    Involuntary all;
    if (each.contains(Involuntary.YES)) {
      all = Involuntary.YES;
    } else if (partial || each.isEmpty() || each.contains(Involuntary.UNDETERMINED)) {
      all = Involuntary.UNDETERMINED;
    } else {
      all = Involuntary.NO;
    }
    assertThat(judged.involuntary()).isEqualTo(all);
    assertThat(judged.months()).containsExactlyElementsOf(months);
    assertThat(judged.leavings()).extracting(LeavingJudgement::leaving).isEqualTo(leavings);
  }

  /** About 65 years before the leavings, so that the age matters. */
  @Provide
  Arbitrary<String> births() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(LocalDate.of(1959, 1, 1).toEpochDay(), LocalDate.of(1963, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    return Arbitraries.frequencyOf(
        Tuple.of(4, days.map(LocalDate::toString)),
        Tuple.of(2, days.map(day -> day.toString().substring(0, 8) + "00")),
        Tuple.of(1, days.map(day -> day.getYear() + "-00-00")));
  }

  @Provide
  Arbitrary<Leaving> leavings() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(
                LocalDate.of(2024, 12, 1).toEpochDay(), LocalDate.of(2027, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    List<String> reasons = new ArrayList<>(INVOLUNTARY);
    reasons.addAll(VOLUNTARY);
    reasons.add("99");
    return Combinators.combine(
            days.optional(0.8),
            Arbitraries.of(reasons).optional(0.8),
            Arbitraries.of("1", "1", "1", "2", "3", "4", "9").optional(0.8),
            days.optional())
        .as(Leaving::new);
  }

  /** The months of relief, found by walking from the day after leaving. */
  private static TreeSet<YearMonth> relieved(LocalDate left) {
    TreeSet<YearMonth> months = new TreeSet<>();
    int fiscalYearsEnded = 0;
    for (LocalDate day = left.plusDays(1); fiscalYearsEnded < 2; day = day.plusDays(1)) {
      months.add(YearMonth.from(day));
      if (day.getMonthValue() == 3 && day.getDayOfMonth() == 31) {
        fiscalYearsEnded++;
      }
    }
    return months;
  }

  /** What holds in every way that the unknown could be; undetermined where that differs. */
  private Involuntary expected(String birth, Leaving leaving) {
    boolean unknownReason =
        leaving
            .reasonCode()
            .filter(c -> !INVOLUNTARY.contains(c) && !VOLUNTARY.contains(c))
            .isPresent();
    boolean unknownQualification =
        leaving.qualification().filter(c -> !Set.of("1", "2", "3", "4").contains(c)).isPresent();
    if (unknownReason || unknownQualification) {
      return Involuntary.UNDETERMINED;
    }
    Set<Boolean> reason =
        leaving.reasonCode().map(code -> Set.of(INVOLUNTARY.contains(code))).orElse(EITHER);
    Set<Boolean> entitlement =
        leaving
            .qualification()
            .filter(code -> !code.equals("4"))
            .map(code -> Set.of(code.equals("1")))
            .orElse(EITHER);
    Set<Boolean> young = leaving.leavingDate().map(left -> under65(birth, left)).orElse(EITHER);
    Set<Boolean> all = new TreeSet<>();
    for (boolean r : reason) {
      for (boolean e : entitlement) {
        for (boolean y : young) {
          all.add(r && e && y);
        }
      }
    }
    if (all.size() == 2) {
      return Involuntary.UNDETERMINED;
    }
    return all.contains(true) ? Involuntary.YES : Involuntary.NO;
  }

  /** Whether under 65 on the day, for every day on which the person may be born. */
  private Set<Boolean> under65(String birth, LocalDate left) {
    Set<Boolean> possible = new TreeSet<>();
    int year = Integer.parseInt(birth.substring(0, 4));
    String known = birth.replace("-00", "");
    LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> day.toString().startsWith(known))
        .forEach(born -> possible.add(left.isBefore(reaches65(born))));
    return possible;
  }

  /** The day before the 65th birthday; who is born on 29 February reaches it on the 28th. */
  private LocalDate reaches65(LocalDate born) {
    return sixtyFive.computeIfAbsent(born, JudgementPropertyTest::walkTo65);
  }

  private static LocalDate walkTo65(LocalDate born) {
    LocalDate birthday = born;
    while (birthday.getYear() < born.getYear() + 65
        || birthday.getMonthValue() < born.getMonthValue()
        || birthday.getMonth() == born.getMonth()
            && birthday.getDayOfMonth() < born.getDayOfMonth()) {
      birthday = birthday.plusDays(1);
    }
    return birthday.minusDays(1);
  }

  private static EmploymentQuestion question(String birth) {
    return new EmploymentQuestion("1", BirthDate.parse(birth).orElseThrow(), PERIOD, null, false);
  }

  private static EmploymentReply reply(List<Leaving> leavings, boolean partial) {
    return new EmploymentReply(
        "R",
        null,
        "test",
        partial ? ReplyClass.PARTIAL : ReplyClass.ANSWERED,
        "1",
        PERIOD,
        false,
        false,
        leavings,
        List.of());
  }
}
