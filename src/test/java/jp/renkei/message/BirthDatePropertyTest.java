package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Dates of birth and periods against counting day by day. */
class BirthDatePropertyTest {

  @Property(tries = 3_000)
  void readsWhatExistsAndNothingElse(
      @ForAll @IntRange(min = 1800, max = 2099) int year,
      @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day) {
    Optional<BirthDate> read = BirthDate.parse("%04d-%02d-%02d".formatted(year, month, day));
    List<LocalDate> possible = possible(year, month, day);

    assertThat(read.isPresent()).isEqualTo(!possible.isEmpty());
    read.ifPresent(
        birth -> {
          assertThat(birth.earliest()).isEqualTo(possible.get(0));
          assertThat(birth.latest()).isEqualTo(possible.get(possible.size() - 1));
        });
  }

  @Property(tries = 150)
  void anAgeIsReachedTheDayBeforeTheBirthday(
      @ForAll @IntRange(min = 1800, max = 2060) int year,
      @ForAll @IntRange(max = 12) int month,
      @ForAll @IntRange(max = 31) int day,
      @ForAll @IntRange(min = 1, max = 20) int age) {
    List<LocalDate> possible = possible(year, month, day);
    BirthDate.parse("%04d-%02d-%02d".formatted(year, month, day))
        .ifPresent(birth -> reaches(birth, age, possible));
  }

  @Property(tries = 300)
  void whoIsBornInTheLastDaysOfFebruaryReachesItToo(
      @ForAll @IntRange(min = 1900, max = 2000) int year,
      @ForAll @IntRange(min = 27, max = 31) int daysOn,
      @ForAll @IntRange(min = 1, max = 70) int age) {
    LocalDate born = LocalDate.of(year, 2, 1).plusDays(daysOn - 1);
    reaches(BirthDate.parse(born.toString()).orElseThrow(), age, List.of(born));
  }

  @Property(tries = 1_000)
  void aPeriodHasItsFirstAndItsLastDay(
      @ForAll @IntRange(min = -40, max = 400) int asked,
      @ForAll @IntRange(max = 366) int length,
      @ForAll @IntRange(min = 1_000, max = 40_000) int firstEpochDay) {
    LocalDate from = LocalDate.ofEpochDay(firstEpochDay);
    LocalDate to = from.plusDays(length);
    LocalDate day = from.plusDays(asked);

    assertThat(new Period(from, to).contains(day))
        .isEqualTo(from.datesUntil(to.plusDays(1)).anyMatch(day::equals));
  }

  private static void reaches(BirthDate birth, int age, List<LocalDate> possible) {
    List<LocalDate> reached = possible.stream().map(born -> reached(born, age)).sorted().toList();
    assertThat(birth.reachesAtTheEarliest(age)).isEqualTo(reached.get(0));
    assertThat(birth.reachesAtTheLatest(age)).isEqualTo(reached.get(reached.size() - 1));
  }

  /** Every day that exists and that year, month and day can mean, in order. */
  private static List<LocalDate> possible(int year, int month, int day) {
    if (month == 0 && day != 0 || month > 12) {
      return List.of();
    }
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(date -> month == 0 || date.getMonthValue() == month)
        .filter(date -> day == 0 || date.getDayOfMonth() == day)
        .toList();
  }

  /** Walks through a life: a year older at the end of each day whose morrow is the birthday. */
  private static LocalDate reached(LocalDate born, int age) {
    int years = 0;
    for (LocalDate day = born; ; day = day.plusDays(1)) {
      LocalDate morrow = day.plusDays(1);
      boolean leapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
      boolean older =
          leapDay
              ? day.getMonthValue() == 2 && day.getDayOfMonth() == 28
              : morrow.getMonth() == born.getMonth()
                  && morrow.getDayOfMonth() == born.getDayOfMonth();
      if (older && ++years == age) {
        return day;
      }
    }
  }
}
