package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceHoursTest {

  private static final ServiceHours OFFICE =
      hours(
          Map.of(DayKind.WEEKDAYS, List.of(range("09:00-12:00"), range("13:00-17:30"))),
          ClosedDays.parse("12-29..01-03"));

  @Test
  void closesForLunch() {
    assertThat(OFFICE.openAt(at("2026-06-12T11:59:59.999"))).isTrue();
    assertThat(OFFICE.openAt(at("2026-06-12T12:00"))).isFalse();
    assertThat(OFFICE.nextOpening(at("2026-06-12T12:00"))).contains(at("2026-06-12T13:00"));
    assertThat(OFFICE.closesAt(at("2026-06-12T12:00"))).contains(at("2026-06-12T12:00"));
    assertThat(OFFICE.closesAt(at("2026-06-12T13:00"))).contains(at("2026-06-12T17:30"));
    assertThat(OFFICE.nextOpening(at("2026-06-12T14:07:31"))).contains(at("2026-06-12T14:07:31"));
  }

  @Test
  void opensAfterGoldenWeekAndAfterTheYearsEnd() {
    assertThat(OFFICE.nextOpening(at("2026-05-01T17:30"))).contains(at("2026-05-07T09:00"));
    assertThat(OFFICE.nextOpening(at("2026-12-28T20:00"))).contains(at("2027-01-04T09:00"));
  }

  @Test
  void alwaysNeitherClosesNorWaits() {
    Instant newYear = at("2027-01-01T00:00");

    assertThat(ServiceHours.ALWAYS.openAt(newYear)).isTrue();
    assertThat(ServiceHours.ALWAYS.nextOpening(newYear)).contains(newYear);
    assertThat(ServiceHours.ALWAYS.closesAt(newYear)).isEmpty();
  }

  @Test
  void whatIsOpenAllDayEveryDayClosesOnlyForTheYearsEnd() {
    ServiceHours hours = hours(ServiceHours.ALWAYS.week(), ClosedDays.parse("12-29..01-03"));

    assertThat(hours.closesAt(at("2026-01-04T00:00"))).contains(at("2026-12-29T00:00"));
    assertThat(hours.nextOpening(at("2026-12-29T00:00"))).contains(at("2027-01-04T00:00"));
  }

  @Test
  void fridayNightRunsIntoAClosedSaturdayButNotIntoAClosedDay() {
    Map<DayKind, List<TimeRange>> nights = Map.of(DayKind.WEEKDAYS, List.of(range("22:00-02:00")));

    assertThat(hours(nights).closesAt(at("2026-06-12T23:00"))).contains(at("2026-06-13T02:00"));
    assertThat(hours(nights, ClosedDays.parse("2026-06-13")).closesAt(at("2026-06-12T23:00")))
        .contains(at("2026-06-13T00:00"));
    assertThat(hours(nights, ClosedDays.parse("2026-06-12")).openAt(at("2026-06-13T01:00")))
        .isFalse();
  }

  @Test
  void bulkLeavesInTheNightWithinTheHours() {
    ServiceHours batch = OFFICE.within(List.of(range("17:00-09:30")));

    assertThat(batch.nextOpening(at("2026-06-12T09:30"))).contains(at("2026-06-12T17:00"));
    assertThat(batch.closesAt(at("2026-06-12T17:00"))).contains(at("2026-06-12T17:30"));
    assertThat(batch.nextOpening(at("2026-06-12T17:30"))).contains(at("2026-06-15T09:00"));
  }

  @Test
  void aMaintenanceOfYearsIsNotWaitedFor() {
    ServiceHours hours =
        new ServiceHours(
            ServiceHours.ALWAYS.week(),
            List.of(),
            List.of(Span.parse("2026-01-01T00:00:00+09:00/2036-01-01T00:00:00+09:00")),
            List.of(TimeRange.WHOLE_DAY));

    assertThat(hours.nextOpening(at("2026-06-12T00:00"))).isEmpty();
    assertThat(hours.everOpens()).isTrue();
  }

  @Test
  void whatOpensOnlyOnALeapDayOpens() {
    Map<DayKind, List<TimeRange>> sundays = Map.of(DayKind.SUNDAYS, List.of(range("09:00-10:00")));

    assertThat(hours(sundays, ClosedDays.parse("03-01..02-28")).everOpens()).isTrue();
    assertThat(hours(sundays, ClosedDays.parse("03-01..02-29")).everOpens()).isFalse();
  }

  private static ServiceHours hours(Map<DayKind, List<TimeRange>> week, ClosedDays... closed) {
    return new ServiceHours(week, List.of(closed), List.of(), List.of(TimeRange.WHOLE_DAY));
  }

  private static TimeRange range(String text) {
    return TimeRange.parse(text);
  }

  private static Instant at(String text) {
    return MinuteByMinute.instant(LocalDateTime.parse(text));
  }
}
