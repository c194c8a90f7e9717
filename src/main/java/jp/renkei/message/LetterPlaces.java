package jp.renkei.message;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every letter fills in alike, and the Japanese calendar of letters. */
public final class LetterPlaces {

  private static final String YEAR = "年";
  private static final String MONTH = YEAR + "M月";
  private static final String DAY = MONTH + "d日";

  /** The first day that Java's Japanese calendar knows. */
  private static final LocalDate CALENDAR_OF_TODAY = LocalDate.of(1873, Month.JANUARY, 1);

  private LetterPlaces() {}

  /**
   * The places that all layouts have: {@code documentNumber}, {@code day}, {@code answerBy}, {@code
   * reminder}, {@code mark}, {@code sender}, {@code name}, {@code postalCode}, {@code address}.
   *
   * @param environment the environment mark of the letter's message
   * @return a map that the kind adds its own places to
   */
  public static Map<String, Object> of(LetterHead head, String environment, Addressee addressee) {
    Map<String, Object> places = new HashMap<>();
    places.put("documentNumber", head.documentNumber());
    places.put("day", day(head.day()));
    places.put("answerBy", day(head.answerBy()));
    places.put("reminder", reminder(head.reminder()));
    places.put("mark", EnvironmentMark.PRODUCTION.equals(environment) ? "" : "見本 " + environment);
    places.put("sender", head.sender());
    places.put("name", addressee.name());
    places.put("postalCode", addressee.postalCode());
    places.put("address", addressee.address());
    return places;
  }

  /** The opening lines: a greeting, or that the form has not come back. */
  public static List<String> opening(LetterHead head, String greeting) {
    return head.reminder() == 0
        ? List.of(greeting)
        : List.of("先にお送りした下記の書類番号の書類が、本日現在、届いておりません。", "行き違いで提出済みの場合は、ご容赦ください。");
  }

  /** 令和8年11月22日; before 1873, when the calendar of today began, 西暦1872年12月31日. */
  public static String day(LocalDate day) {
    return written(DAY, day);
  }

  /** 令和8年, without a day: the era of its last. */
  public static String year(int year) {
    return written(YEAR, LocalDate.of(year, Month.DECEMBER, 31));
  }

  /**
   * 昭和55年5月10日, or 昭和55年5月（日不詳）, or 昭和55年（月日不詳）: what of a date of birth is known. Where an era
   * ends in it both stand: 昭和64年1月・平成元年1月（日不詳）.
   */
  public static String birth(BirthDate birth) {
    if (birth.earliest().equals(birth.latest())) {
      return day(birth.latest());
    }
    boolean month = birth.earliest().getMonth() == birth.latest().getMonth();
    return Stream.of(birth.earliest(), birth.latest())
            .map(day -> written(month ? MONTH : YEAR, day))
            .distinct()
            .collect(Collectors.joining("・"))
        + (month ? "（日不詳）" : "（月日不詳）");
  }

  private static String written(String pattern, LocalDate day) {
    return day.isBefore(CALENDAR_OF_TODAY)
        ? DateTimeFormatter.ofPattern("西暦y" + pattern, Locale.JAPAN).format(day)
        : firstYear(
            DateTimeFormatter.ofPattern("GGGGy" + pattern, Locale.JAPAN)
                .format(JapaneseDate.from(day)));
  }

  private static String reminder(int reminder) {
    return reminder == 0 ? "" : "【再度のお願い（第" + reminder + "回）】";
  }

  /** The first year of an era is 元年. */
  private static String firstYear(String text) {
    return text.replaceFirst("(?<![0-9])1年", "元年");
  }
}
