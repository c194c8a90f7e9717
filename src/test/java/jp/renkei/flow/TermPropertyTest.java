package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Business time against counting minute by minute and day by day. */
class TermPropertyTest {

  private static final int LONGEST = 20 * 1_440;

  @Property(tries = 300)
  void businessHoursAreSoManyOpenMinutes(
      @ForAll("hours") MinuteByMinute slow,
      @ForAll("minutes") LocalDateTime start,
      @ForAll @IntRange(min = 1, max = 4_000) int minutes) {
    Term term = new Term.BusinessHours(Duration.ofMinutes(minutes));

    assertThat(end(term, slow, start)).isEqualTo(instant(count(slow, start, minutes)));
  }

  @Property(tries = 200)
  void businessDaysAreSoManyDaysWithHours(
      @ForAll("hours") MinuteByMinute slow,
      @ForAll("minutes") LocalDateTime start,
      @ForAll @IntRange(min = 1, max = 8) int days) {
    Term term = new Term.BusinessDays(days);

    assertThat(end(term, slow, start)).isEqualTo(instant(walk(slow, start, days)));
  }

  private static Instant end(Term term, MinuteByMinute slow, LocalDateTime start) {
    return term.end(instant(start), slow.hours(), instant(start.plusMinutes(LONGEST)));
  }

  private static LocalDateTime count(MinuteByMinute slow, LocalDateTime start, int minutes) {
    LocalDateTime minute = start;
    for (int open = 0;
        minute.isBefore(start.plusMinutes(LONGEST));
        minute = minute.plusMinutes(1)) {
      if (slow.isOpen(minute) && ++open == minutes) {
        return minute.plusMinutes(1);
      }
    }
    return minute;
  }

  private static LocalDateTime walk(MinuteByMinute slow, LocalDateTime start, int days) {
    LocalDateTime latest = start.plusMinutes(LONGEST);
    LocalDate day = start.toLocalDate();
    for (int left = days; left > 0; left -= slow.endOf(day).isPresent() ? 1 : 0) {
      day = day.plusDays(1);
      if (day.isAfter(latest.toLocalDate())) {
        return latest;
      }
    }
    LocalDateTime end = slow.endOf(day).orElseThrow();
    return end.isBefore(latest) ? end : latest;
  }

  private static Instant instant(LocalDateTime minute) {
    return MinuteByMinute.instant(minute);
  }

  @Provide
  static Arbitrary<MinuteByMinute> hours() {
    return RandomHours.hours();
  }

  @Provide
  static Arbitrary<LocalDateTime> minutes() {
    return RandomHours.minutes();
  }
}
