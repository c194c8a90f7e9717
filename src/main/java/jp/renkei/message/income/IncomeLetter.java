package jp.renkei.message.income;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;
import jp.renkei.message.LetterLayout;
import jp.renkei.message.income.xml.InsuredIncomeRequest;

/** Prints the letter and its form, by schemas/layouts/insured-income.html. */
final class IncomeLetter {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("GGGGy年M月d日", Locale.JAPAN);

  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("GGGGy年", Locale.JAPAN);

  private final LetterLayout layout = new LetterLayout("/schemas/layouts/insured-income.html");

  Letter print(InsuredIncomeRequest request, LetterHead head) {
    String environment = request.getEnvironment().value();
    byte[] html =
        layout.fill(
            Map.ofEntries(
                Map.entry("documentNumber", head.documentNumber()),
                Map.entry("day", day(head.day())),
                Map.entry("answerBy", day(head.answerBy())),
                Map.entry("reminder", reminder(head.reminder())),
                Map.entry(
                    "mark",
                    EnvironmentMark.PRODUCTION.equals(environment) ? "" : "見本 " + environment),
                Map.entry("sender", head.sender()),
                Map.entry("name", request.getName()),
                Map.entry("postalCode", request.getPostalCode()),
                Map.entry("address", request.getAddress()),
                Map.entry("year", year(request.getYear())),
                Map.entry("incomeYear", year(request.getYear() - 1)),
                Map.entry("opening", opening(head.reminder()))));
    return new Letter(
        environment, request.getName(), request.getPostalCode(), request.getAddress(), html);
  }

  private static String reminder(int reminder) {
    return reminder == 0 ? "" : "【再度のお願い（第" + reminder + "回）】";
  }

  private static List<String> opening(int reminder) {
    return reminder == 0
        ? List.of("日ごろから国民健康保険事業にご理解とご協力をいただき、ありがとうございます。")
        : List.of("先にお送りした下記の書類番号の申告書が、本日現在、届いておりません。", "行き違いで提出済みの場合は、ご容赦ください。");
  }

  /** 令和8年, without a day: the era of its last. */
  private static String year(int year) {
    return firstYear(YEAR.format(JapaneseDate.of(year, 12, 31)));
  }

  private static String day(LocalDate day) {
    return firstYear(DAY.format(JapaneseDate.from(day)));
  }

  /** The first year of an era is 元年. */
  private static String firstYear(String text) {
    return text.replaceFirst("(?<![0-9])1年", "元年");
  }
}
