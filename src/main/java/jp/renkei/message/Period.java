package jp.renkei.message;

import java.time.LocalDate;

/**
 * A span of days that an inquiry asks about (照会対象期間).
 *
 * @param from the first day, belongs to it
 * @param to the last day, belongs to it; not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("a period ends before it begins");
    }
  }

  /** One day. */
  public static Period of(LocalDate day) {
    return new Period(day, day);
  }

  /** Whether the day belongs to this period. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
