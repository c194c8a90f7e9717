package jp.renkei.message;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every letter fills in alike, and the Japanese calendar of letters. */
public final class LetterPlaces {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("GGGGy年M月d日", Locale.JAPAN);
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("GGGGy年", Locale.JAPAN);

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

  /** 令和8年11月22日. */
  public static String day(LocalDate day) {
    return firstYear(DAY.format(JapaneseDate.from(day)));
  }

  /** 令和8年, without a day: the era of its last. */
  public static String year(int year) {
    return firstYear(YEAR.format(JapaneseDate.of(year, 12, 31)));
  }

  /** 昭和55年5月, or 昭和55年5月10日, or 昭和55年: what of a date of birth is known. */
  public static String birth(BirthDate birth) {
    if (birth.earliest().equals(birth.latest())) {
      return day(birth.latest());
    }
    String year = year(birth.latest().getYear());
    return birth.earliest().getMonth() == birth.latest().getMonth()
        ? firstYear(
                DateTimeFormatter.ofPattern("GGGGy年M月", Locale.JAPAN)
                    .format(JapaneseDate.from(birth.latest())))
            + "（日不詳）"
        : year + "（月日不詳）";
  }

  private static String reminder(int reminder) {
    return reminder == 0 ? "" : "【再度のお願い（第" + reminder + "回）】";
  }

  /** The first year of an era is 元年. */
  private static String firstYear(String text) {
    return text.replaceFirst("(?<![0-9])1年", "元年");
  }
}
