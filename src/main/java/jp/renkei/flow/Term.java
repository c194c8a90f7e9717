package jp.renkei.flow;

import java.time.Duration;
import java.time.Instant;

/** How long an inquiry may stay open. */
public sealed interface Term {

  /**
   * When it is over.
   *
   * @param start when it begins
   * @param hours of the agency that is asked
   * @param latest stands in where it would be over only later
   */
  Instant end(Instant start, ServiceHours hours, Instant latest);

  /** The clock time that passes at the least. */
  Duration atLeast();

  /** Whether it counts the agency's time, and not the clock's. */
  boolean business();

  /** Its length as a duration of ISO 8601, in the time that it counts. */
  String length();

  /** Time by the clock, day and night. */
  record ByTheClock(Duration time) implements Term {

    @Override
    public Instant end(Instant start, ServiceHours hours, Instant latest) {
      return earlier(start.plus(time), latest);
    }

    @Override
    public Duration atLeast() {
      return time;
    }

    @Override
    public boolean business() {
      return false;
    }

    @Override
    public String length() {
      return time.toString();
    }
  }

  /**
   * Business days (開庁日): the end of the agency's hours on the n-th day on which it opens, the day
   * of the start not counted (初日不算入, Civil Code art. 140). Three days from Friday noon, or from
   * Saturday, end with Wednesday's hours.
   */
  record BusinessDays(int days) implements Term {

    @Override
    public Instant end(Instant start, ServiceHours hours, Instant latest) {
      return JapaneseTime.dayOf(start)
          .plusDays(1)
          .datesUntil(JapaneseTime.dayOf(latest).plusDays(1))
          .flatMap(day -> hours.endOf(day).stream())
          .skip(days - 1L)
          .findFirst()
          .map(end -> earlier(end, latest))
          .orElse(latest);
    }

    @Override
    public Duration atLeast() {
      return Duration.ofDays(days);
    }

    @Override
    public boolean business() {
      return true;
    }

    @Override
    public String length() {
      return "P" + days + "D";
    }
  }

  /** Time that runs only while the agency is open, and stands still while it is closed. */
  record BusinessHours(Duration time) implements Term {

    @Override
    public Instant end(Instant start, ServiceHours hours, Instant latest) {
      Duration left = time;
      Instant at = hours.nextOpening(start).orElse(latest);
      while (at.isBefore(latest)) {
        Instant closing = hours.closesAt(at).orElse(latest);
        Duration open = Duration.between(at, closing);
        if (left.compareTo(open) <= 0) {
          return earlier(at.plus(left), latest);
        }
        left = left.minus(open);
        at = hours.nextOpening(closing).orElse(latest);
      }
      return latest;
    }

    @Override
    public Duration atLeast() {
      return time;
    }

    @Override
    public boolean business() {
      return true;
    }

    @Override
    public String length() {
      return time.toString();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
