package jp.renkei.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When an agency takes messages, in the time of Asia/Tokyo.
 *
 * <p>A range of hours belongs to the day it begins on: where Friday is open from 22:00 to 02:00 and
 * Saturday is closed, it is open until Saturday, 02:00. A closed day is closed from midnight to
 * midnight, also to what the day before would have brought, and its own ranges fall out.
 *
 * @param week the ranges of each kind of day; a kind without an entry is closed
 * @param closed days without any hours
 * @param maintenance when it is closed beside that
 * @param daily what is left of all that each day, e.g. the batch window
 */
public record ServiceHours(
    Map<DayKind, List<TimeRange>> week,
    List<ClosedDays> closed,
    List<Span> maintenance,
    List<TimeRange> daily) {

  /** Open at all times. */
  public static final ServiceHours ALWAYS =
      new ServiceHours(
          Arrays.stream(DayKind.values())
              .collect(Collectors.toMap(Function.identity(), kind -> wholeDay())),
          List.of(),
          List.of(),
          wholeDay());

  /** How far ahead an opening or a closing is looked for. */
  private static final int HORIZON_DAYS = 3 * 366;

  /** Weekdays, leap years and the nth Mondays come round in 28 years. */
  private static final LocalDate FIRST_SAMPLE = LocalDate.of(2024, 1, 1);

  private static final LocalDate LAST_SAMPLE = FIRST_SAMPLE.plusYears(28);

  public ServiceHours {
    week = Map.copyOf(week);
    closed = List.copyOf(closed);
    maintenance = List.copyOf(maintenance);
    daily = List.copyOf(daily);
  }

  /** The same hours, but of each day only these ranges. */
  ServiceHours within(List<TimeRange> ranges) {
    return new ServiceHours(week, closed, maintenance, ranges);
  }

  /** Whether the agency takes messages at an instant. */
  public boolean openAt(Instant at) {
    return neverCloses() || endOfRangeAt(at).isPresent();
  }

  /**
   * The first instant from {@code at} on at which it is open; {@code at} itself where it is.
   *
   * @return empty where it does not open within three years
   */
  public Optional<Instant> nextOpening(Instant at) {
    LocalDate eve = JapaneseTime.dayOf(at).minusDays(1);
    return Stream.iterate(eve, day -> day.plusDays(1))
        .limit(HORIZON_DAYS)
        .flatMap(day -> firstOpen(day, at).stream())
        .findFirst();
  }

  private Optional<Instant> firstOpen(LocalDate day, Instant at) {
    return openings(day)
        .filter(opening -> opening.until().isAfter(at))
        .map(opening -> opening.from().isAfter(at) ? opening.from() : at)
        .min(Comparator.naturalOrder());
  }

  /**
   * The first instant from {@code at} on at which it is closed; {@code at} itself where it is. At
   * 24:00 before a day that opens at 00:00 it does not close.
   *
   * @return empty where it does not close within three years
   */
  public Optional<Instant> closesAt(Instant at) {
    if (neverCloses()) {
      return Optional.empty();
    }
    Instant horizon = at.plus(HORIZON_DAYS, ChronoUnit.DAYS);
    Instant end = at;
    while (end.isBefore(horizon)) {
      Optional<Instant> next = endOfRangeAt(end);
      if (next.isEmpty()) {
        return Optional.of(end);
      }
      end = next.get();
    }
    return Optional.empty();
  }

  private boolean neverCloses() {
    return closed.isEmpty()
        && maintenance.isEmpty()
        && week.equals(ALWAYS.week)
        && daily.equals(ALWAYS.daily);
  }

  private Optional<Instant> endOfRangeAt(Instant at) {
    LocalDate day = JapaneseTime.dayOf(at);
    return Stream.of(day.minusDays(1), day)
        .flatMap(this::openings)
        .filter(opening -> opening.covers(at))
        .map(Span::until)
        .max(Comparator.naturalOrder());
  }

  /**
   * When the hours of a day end, which may be on the next day; 24:00 also where the next day goes
   * on at once.
   *
   * @return empty where no hours begin on the day
   */
  public Optional<Instant> endOf(LocalDate day) {
    return openings(day).map(Span::until).max(Comparator.naturalOrder());
  }

  /** Whether there is any day, without what happens only once, on which it opens. */
  boolean everOpens() {
    List<ClosedDays> eachYear =
        closed.stream().filter(ClosedDays.EachYear.class::isInstance).toList();
    ServiceHours usual = new ServiceHours(week, eachYear, List.of(), daily);
    return FIRST_SAMPLE.datesUntil(LAST_SAMPLE).anyMatch(day -> usual.endOf(day).isPresent());
  }

  private Stream<Span> openings(LocalDate day) {
    if (isClosed(day)) {
      return Stream.empty();
    }
    return week.getOrDefault(DayKind.of(day), List.of()).stream()
        .map(range -> range.on(day))
        .flatMap(range -> withoutClosedMorrow(range, day.plusDays(1)))
        .flatMap(range -> withinDaily(range, day))
        .flatMap(this::withoutMaintenance);
  }

  private Stream<Span> withoutClosedMorrow(Span range, LocalDate morrow) {
    boolean reaches = range.until().isAfter(JapaneseTime.midnight(morrow));
    return reaches && isClosed(morrow)
        ? range.without(TimeRange.WHOLE_DAY.on(morrow)).stream()
        : Stream.of(range);
  }

  private Stream<Span> withinDaily(Span range, LocalDate day) {
    if (daily.equals(ALWAYS.daily)) {
      return Stream.of(range);
    }
    return Stream.of(day.minusDays(1), day, day.plusDays(1))
        .flatMap(each -> daily.stream().map(part -> part.on(each)))
        .flatMap(part -> range.and(part).stream());
  }

  private Stream<Span> withoutMaintenance(Span range) {
    Stream<Span> rest = Stream.of(range);
    for (Span closing : maintenance) {
      rest = rest.flatMap(part -> part.without(closing).stream());
    }
    return rest;
  }

  private boolean isClosed(LocalDate day) {
    return closed.stream().anyMatch(days -> days.include(day));
  }

  private static List<TimeRange> wholeDay() {
    return List.of(TimeRange.WHOLE_DAY);
  }
}
