package jp.renkei.flow;

import java.time.LocalDate;

/** The groups of days that an agency has hours of its own for. A holiday is nothing else. */
public enum DayKind {
  WEEKDAYS,
  SATURDAYS,
  SUNDAYS,
  HOLIDAYS;

  static DayKind of(LocalDate day) {
    if (JapaneseHolidays.isHoliday(day)) {
      return HOLIDAYS;
    }
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> SATURDAYS;
      case SUNDAY -> SUNDAYS;
      default -> WEEKDAYS;
    };
  }
}
