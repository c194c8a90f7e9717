package jp.renkei.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What service hours mean, slowly: each minute is looked at alone. Knows the holidays of 2026 and
 * the first months of 2027 by heart.
 */
record MinuteByMinute(
    Map<DayKind, List<TimeRange>> week,
    boolean yearEnd,
    Set<LocalDate> closed,
    List<Span> maintenance,
    List<TimeRange> daily) {

  private static final Set<String> YEAR_END =
      Set.of("--12-29", "--12-30", "--12-31", "--01-01", "--01-02", "--01-03");

  private static final Set<String> HOLIDAYS =
      Set.of(
          "2026-01-01",
          "2026-01-12",
          "2026-02-11",
          "2026-02-23",
          "2026-03-20",
          "2026-04-29",
          "2026-05-03",
          "2026-05-04",
          "2026-05-05",
          "2026-05-06",
          "2026-07-20",
          "2026-08-11",
          "2026-09-21",
          "2026-09-22",
          "2026-09-23",
          "2026-10-12",
          "2026-11-03",
          "2026-11-23",
          "2027-01-01",
          "2027-01-11",
          "2027-02-11",
          "2027-02-23",
          "2027-03-21",
          "2027-03-22");

  /** The same, as the hub has it. */
  ServiceHours hours() {
    List<ClosedDays> days =
        closed.stream().<ClosedDays>map(day -> new ClosedDays.Once(day, day)).toList();
    ServiceHours hours =
        new ServiceHours(week, withYearEnd(days), maintenance, List.of(TimeRange.WHOLE_DAY));
    return hours.within(daily);
  }

  private List<ClosedDays> withYearEnd(List<ClosedDays> days) {
    return yearEnd
        ? Stream.concat(days.stream(), Stream.of(ClosedDays.parse("12-29..01-03"))).toList()
        : days;
  }

  boolean isOpen(LocalDateTime minute) {
    LocalDate day = minute.toLocalDate();
    LocalDate eve = day.minusDays(1);
    return !isClosed(day)
        && (in(ranges(day), minute, 0) || !isClosed(eve) && in(ranges(eve), minute, 1_440))
        && (in(daily, minute, 0) || in(daily, minute, 1_440))
        && maintenance.stream().noneMatch(span -> span.covers(instant(minute)));
  }

  /** The first minute from this one on that is open, or closed; looks so many minutes ahead. */
  Optional<LocalDateTime> first(boolean open, LocalDateTime from, int minutes) {
    LocalDateTime end = from.plusMinutes(minutes);
    for (LocalDateTime minute = from; minute.isBefore(end); minute = minute.plusMinutes(1)) {
      if (isOpen(minute) == open) {
        return Optional.of(minute);
      }
    }
    return Optional.empty();
  }

  /** The minute after the last open one of the ranges that begin on a day. */
  Optional<LocalDateTime> endOf(LocalDate day) {
    LocalDateTime end = null;
    for (int ofDay = 0; ofDay < 2 * 1_440 && !isClosed(day); ofDay++) {
      LocalDateTime minute = day.atStartOfDay().plusMinutes(ofDay);
      if (in(ranges(day), day.atStartOfDay(), ofDay) && isOpen(minute)) {
        end = minute.plusMinutes(1);
      }
    }
    return Optional.ofNullable(end);
  }

  private List<TimeRange> ranges(LocalDate day) {
    DayKind kind =
        switch (day.getDayOfWeek()) {
          case SATURDAY -> DayKind.SATURDAYS;
          case SUNDAY -> DayKind.SUNDAYS;
          default -> DayKind.WEEKDAYS;
        };
    return week.get(HOLIDAYS.contains(day.toString()) ? DayKind.HOLIDAYS : kind);
  }

  private boolean isClosed(LocalDate day) {
    return closed.contains(day) || yearEnd && YEAR_END.contains(MonthDay.from(day).toString());
  }

  private static boolean in(List<TimeRange> ranges, LocalDateTime minute, int later) {
    int ofDay = minute.getHour() * 60 + minute.getMinute() + later;
    return ranges.stream().anyMatch(range -> range.from() <= ofDay && ofDay < range.until());
  }

  static Instant instant(LocalDateTime minute) {
    return minute.atZone(JapaneseTime.ZONE).toInstant();
  }
}
