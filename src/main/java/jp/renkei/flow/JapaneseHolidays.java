package jp.renkei.flow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days off (休日) of the Act on National Holidays (国民の祝日に関する法律), as it stands since 2022; hours
 * and deadlines lie ahead, so no earlier state of it is kept. A day that a later act adds for once
 * is written into the agencies' {@code closed}.
 *
 * <p>The equinoxes are officially announced each February for the year after; here they are
 * computed by the usual approximation, which holds from 1980 to 2099.
 */
final class JapaneseHolidays {

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1), // 元日
          MonthDay.of(2, 11), // 建国記念の日
          MonthDay.of(2, 23), // 天皇誕生日
          MonthDay.of(4, 29), // 昭和の日
          MonthDay.of(5, 3), // 憲法記念日
          MonthDay.of(5, 4), // みどりの日
          MonthDay.of(5, 5), // こどもの日
          MonthDay.of(8, 11), // 山の日
          MonthDay.of(11, 3), // 文化の日
          MonthDay.of(11, 23)); // 勤労感謝の日

  private JapaneseHolidays() {}

  /** Whether a day is off: a national holiday, its substitute (振替休日) or one between two (国民の休日). */
  static boolean isHoliday(LocalDate day) {
    return isNational(day) || isSubstitute(day) || isBetween(day);
  }

  /** Article 2. */
  private static boolean isNational(LocalDate day) {
    return FIXED.contains(MonthDay.from(day)) || isMonday(day) || isEquinox(day);
  }

  private static boolean isMonday(LocalDate day) {
    if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      return false;
    }
    int week = (day.getDayOfMonth() + 6) / 7;
    return switch (day.getMonth()) {
      case JANUARY, OCTOBER -> week == 2; // 成人の日, スポーツの日
      case JULY, SEPTEMBER -> week == 3; // 海の日, 敬老の日
      default -> false;
    };
  }

  private static boolean isEquinox(LocalDate day) {
    return switch (day.getMonth()) {
      case MARCH -> day.getDayOfMonth() == equinox(20.8431, day.getYear()); // 春分の日
      case SEPTEMBER -> day.getDayOfMonth() == equinox(23.2488, day.getYear()); // 秋分の日
      default -> false;
    };
  }

  private static int equinox(double in1980, int year) {
    int years = year - 1980;
    return (int) (in1980 + 0.242194 * years) - years / 4;
  }

  /** Article 3, paragraph 2: the first day after a holiday on a Sunday that is none itself. */
  private static boolean isSubstitute(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (isNational(before)) {
      if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
        return true;
      }
      before = before.minusDays(1);
    }
    return false;
  }

  /** Article 3, paragraph 3: a day whose eve and morrow are both national holidays. */
  private static boolean isBetween(LocalDate day) {
    return isNational(day.minusDays(1)) && isNational(day.plusDays(1));
  }
}
