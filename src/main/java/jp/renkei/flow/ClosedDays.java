package jp.renkei.flow;

import java.time.LocalDate;
import java.time.MonthDay;

/** Days on which an agency is closed, whatever its hours. */
public sealed interface ClosedDays {

  /** Whether a day (of Asia/Tokyo) is among them. */
  boolean include(LocalDate day);

  /**
   * Reads {@code 2026-05-01}, {@code 2026-05-01..2026-05-02} or, each year, {@code 12-29..01-03}.
   *
   * @throws java.time.DateTimeException where a day does not exist
   * @throws IllegalArgumentException where days end before they begin
   */
  static ClosedDays parse(String text) {
    String[] ends = text.split("\\.\\.", 2);
    String last = ends[ends.length - 1];
    return ends[0].length() == "12-29".length() && ends.length == 2
        ? new EachYear(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + last))
        : new Once(LocalDate.parse(ends[0]), LocalDate.parse(last));
  }

  /**
   * The same days each year.
   *
   * @param last the last of them; before {@code first} it is one of the next year
   */
  record EachYear(MonthDay first, MonthDay last) implements ClosedDays {

    @Override
    public boolean include(LocalDate day) {
      MonthDay that = MonthDay.from(day);
      boolean begun = !that.isBefore(first);
      boolean lasts = !that.isAfter(last);
      return first.isAfter(last) ? begun || lasts : begun && lasts;
    }
  }

  /** Days of one year, the last included. */
  record Once(LocalDate first, LocalDate last) implements ClosedDays {

    public Once {
      if (first.isAfter(last)) {
        throw new IllegalArgumentException(first + " is after " + last);
      }
    }

    @Override
    public boolean include(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }
}
