package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.problem.Fault;

/**
 * A date of birth (生年月日) as resident records have it: month and day, or the day alone, may be
 * unknown (不詳; DOMAIN.md 7).
 *
 * @param earliest the first day it can be
 * @param latest the last day it can be; the same as {@code earliest} where it is known in full
 * @param text its written form, {@code YYYY-MM-DD} with {@code 00} for what is unknown
 */
public record BirthDate(LocalDate earliest, LocalDate latest, String text) {

  private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  /**
   * Reads {@code YYYY-MM-DD}, {@code YYYY-MM-00} or {@code YYYY-00-00}.
   *
   * @return empty where the text is none of these or names a day that does not exist
   */
  public static Optional<BirthDate> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return span(form.group(1), form.group(2), form.group(3), text);
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<BirthDate> span(String year, String month, String day, String text) {
    if (month.equals("00")) {
      Year known = Year.parse(year);
      return day.equals("00")
          ? Optional.of(new BirthDate(known.atDay(1), known.atMonth(12).atEndOfMonth(), text))
          : Optional.empty();
    }
    YearMonth known = YearMonth.parse(year + "-" + month);
    if (day.equals("00")) {
      return Optional.of(new BirthDate(known.atDay(1), known.atEndOfMonth(), text));
    }
    LocalDate exact = LocalDate.parse(text);
    return Optional.of(new BirthDate(exact, exact, text));
  }

  /**
   * Adds a fault where a payload that its schema has accepted names a day that does not exist.
   *
   * @param pointer the date's place inside the payload
   */
  public static void refuseImpossible(JsonNode payload, String pointer, List<Fault> faults) {
    JsonNode birth = payload.at(pointer);
    if (birth.isTextual() && parse(birth.textValue()).isEmpty()) {
      faults.add(new Fault("/payload" + pointer, "must be a date that exists"));
    }
  }

  /** The earliest day on which the age can be reached: the day before the birthday. */
  public LocalDate reachesAtTheEarliest(int age) {
    return reaches(earliest, age);
  }

  /** The latest day on which the age can be reached: the day before the birthday. */
  public LocalDate reachesAtTheLatest(int age) {
    return reaches(latest, age);
  }

  /**
   * An age is reached at the end of the day before the birthday (Act on Calculation of Ages
   * 年齢計算ニ関する法律, Civil Code art. 143). Who is born on 29 February reaches it on the 28th, in common
   * years too.
   */
  private static LocalDate reaches(LocalDate birth, int age) {
    boolean leapDay = birth.getMonth() == Month.FEBRUARY && birth.getDayOfMonth() == 29;
    return leapDay
        ? LocalDate.of(birth.getYear() + age, Month.FEBRUARY, 28)
        : birth.plusYears(age).minusDays(1);
  }
}
