package jp.renkei.message.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.BirthDate;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.coverage.Continuity.Meeting;
import jp.renkei.message.coverage.CoverageTold.Line;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.NetworkReply;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Gap, overlap and months against oracles that look at every single day and month. */
class CoveragePropertyTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final OwnPrefecture OSAKA = new OwnPrefecture(Optional.of("27"));
  private static final String EMPLOYEES = "06279996";
  private static final String OTHER_PREFECTURE = "138057";

  @Property(tries = 1_000)
  void daysWithNoneOrTwoBeforeTheNhiHere(
      @ForAll @IntRange(min = 0, max = 400) int lost,
      @ForAll @IntRange(min = 0, max = 400) int acquired) {
    LocalDate begins = START.plusDays(acquired);
    Line former = line(OTHER_PREFECTURE, START.minusDays(1), START.plusDays(lost));

    Continuity found = only(begins, Optional.empty(), former);

    Set<LocalDate> by = days(START.minusDays(1), START.plusDays(lost));
    Set<LocalDate> here = days(begins, START.plusDays(1_000));
    holdAgainst(found, by, here, START.minusDays(1));
  }

  /**
   * By the day-after rule one day with both is no overlap: the other counts from its second day.
   */
  @Property(tries = 1_000)
  void daysWithNoneOrTwoAfterTheNhiHere(
      @ForAll @IntRange(min = 2, max = 400) int lost,
      @ForAll @IntRange(min = 1, max = 400) int joined) {
    LocalDate begins = START.plusDays(joined);
    Line next = new Coverages(EMPLOYEES).open(begins);

    Continuity found = only(START, Optional.of(START.plusDays(lost)), next);

    Set<LocalDate> here = days(START, START.plusDays(lost));
    Set<LocalDate> other = days(begins.plusDays(1), START.plusDays(1_000));
    holdAgainst(found, here, other, START);
  }

  @Property(tries = 300)
  void twentyFourMonthsFromTheMonthOfAcquiring(@ForAll @IntRange(min = 0, max = 2_000) int day) {
    LocalDate acquired = START.plusDays(day);
    Line line =
        new Coverages(EMPLOYEES).dependent(acquired.minusYears(5), acquired, LossReason.OLD_AGE);
    BirthDate birth = BirthDate.parse(acquired.minusYears(70).toString()).orElseThrow();
    FormerDependent found =
        FormerDependent.of(asked(acquired, Optional.empty(), Optional.of(birth)), reply(line));

    Set<YearMonth> months = new TreeSet<>();
    for (LocalDate at = acquired; months.size() < 24; at = at.plusDays(1)) {
      months.add(YearMonth.from(at));
    }
    assertThat(found.value()).isEqualTo(Determination.YES);
    assertThat(found.firstMonth()).contains(List.copyOf(months).get(0));
    assertThat(found.lastMonth()).contains(List.copyOf(months).get(23));
  }

  private static void holdAgainst(
      Continuity found, Set<LocalDate> first, Set<LocalDate> second, LocalDate from) {
    Set<LocalDate> both = new HashSet<>(first);
    both.retainAll(second);
    Set<LocalDate> none = days(from, second.stream().min(LocalDate::compareTo).orElseThrow());
    none.removeAll(first);
    Meeting expected =
        !both.isEmpty() ? Meeting.OVERLAP : none.isEmpty() ? Meeting.MEETS : Meeting.GAP;
    assertThat(found.value()).isEqualTo(expected);
    assertThat(found.days().orElse(0)).isEqualTo(Math.max(both.size(), none.size()));
  }

  private static Continuity only(LocalDate acquired, Optional<LocalDate> lost, Line line) {
    List<Continuity> all =
        Continuity.of(asked(acquired, lost, Optional.empty()), reply(line), OSAKA).stream()
            .filter(each -> (each.side() == Continuity.Side.AFTER) == lost.isPresent())
            .toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static CoverageAsked asked(
      LocalDate acquired, Optional<LocalDate> lost, Optional<BirthDate> birth) {
    return new CoverageAsked(
        acquired,
        Optional.empty(),
        birth,
        Optional.of(new CoverageAsked.Nhi(acquired, Optional.empty(), lost)));
  }

  private static NetworkReply<ReferenceDate, CoverageTold> reply(Line line) {
    return new NetworkReply<>(
        "N-1",
        null,
        "test",
        ReplyClass.ANSWERED,
        "1",
        new ReferenceDate(START),
        false,
        false,
        new CoverageTold(List.of(line), Optional.empty(), Optional.empty()),
        List.of());
  }

  private static Set<LocalDate> days(LocalDate from, LocalDate until) {
    Set<LocalDate> days = new HashSet<>();
    for (LocalDate at = from; at.isBefore(until); at = at.plusDays(1)) {
      days.add(at);
    }
    return days;
  }

  private static Line line(String insurer, LocalDate acquired, LocalDate lost) {
    return new Coverages(insurer).ended(acquired, lost);
  }
}
