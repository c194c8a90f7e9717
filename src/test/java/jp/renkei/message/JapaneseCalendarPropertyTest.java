package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The Japanese calendar (和暦) of letters, against the table of eras of DOMAIN.md 7. */
class JapaneseCalendarPropertyTest {

  private static final Pattern TEXT =
      Pattern.compile("(..)(元|[0-9]+)年(?:([0-9]+)月)?(?:([0-9]+)日)?");

  /** The first day of each era, the newest first; before 1873 another calendar was in use. */
  private enum Era {
    令和(LocalDate.of(2019, 5, 1)),
    平成(LocalDate.of(1989, 1, 8)),
    昭和(LocalDate.of(1926, 12, 25)),
    大正(LocalDate.of(1912, 7, 30)),
    明治(LocalDate.of(1868, 1, 25));

    private final LocalDate first;

    Era(LocalDate first) {
      this.first = first;
    }

    static Era of(LocalDate day) {
      for (Era era : values()) {
        if (!day.isBefore(era.first)) {
          return era;
        }
      }
      throw new AssertionError(day);
    }
  }

  @Property(tries = 3_000)
  void aDayComesBackAsItWas(@ForAll @IntRange(min = -35_428, max = 47_481) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);

    String text = LetterPlaces.day(day);

    assertThat(text).startsWith(Era.of(day).name());
    assertThat(read(text)).isEqualTo(day);
  }

  @Property(tries = 300)
  void whatIsKnownOfADateOfBirthHoldsEachOfItsDays(
      @ForAll @IntRange(min = 1873, max = 2026) int year, @ForAll @IntRange(max = 12) int month) {
    String text =
        LetterPlaces.birth(BirthDate.parse("%04d-%02d-00".formatted(year, month)).orElseThrow());

    for (LocalDate day : possible(year, month)) {
      String era = Era.of(day).name();
      int count = year - Era.of(day).first.getYear() + 1;
      assertThat(text)
          .contains(era + (count == 1 ? "元" : count) + "年" + (month == 0 ? "" : month + "月"));
    }
    assertThat(text).endsWith(month == 0 ? "（月日不詳）" : "（日不詳）");
  }

  @Test
  void erasBeginOnTheirDay() {
    assertThat(LetterPlaces.day(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
    assertThat(LetterPlaces.day(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
    assertThat(LetterPlaces.day(LocalDate.of(1989, 1, 7))).isEqualTo("昭和64年1月7日");
    assertThat(LetterPlaces.day(LocalDate.of(1989, 1, 8))).isEqualTo("平成元年1月8日");
    assertThat(birth("1989-01-00")).isEqualTo("昭和64年1月・平成元年1月（日不詳）");
    assertThat(birth("1926-00-00")).isEqualTo("大正15年・昭和元年（月日不詳）");
    assertThat(birth("1989-02-00")).isEqualTo("平成元年2月（日不詳）");
  }

  /** Whoever was born then is not alive; a date that was mistyped must not stop anything. */
  @Test
  void beforeTheCalendarOfTodayTheWesternYearStands() {
    assertThat(LetterPlaces.day(LocalDate.of(1872, 12, 31))).isEqualTo("西暦1872年12月31日");
    assertThat(LetterPlaces.day(LocalDate.of(1873, 1, 1))).isEqualTo("明治6年1月1日");
    assertThat(LetterPlaces.year(1801)).isEqualTo("西暦1801年");
    assertThat(birth("1872-00-00")).isEqualTo("西暦1872年（月日不詳）");
    assertThat(birth("1872-12-00")).isEqualTo("西暦1872年12月（日不詳）");
  }

  private static String birth(String date) {
    return LetterPlaces.birth(BirthDate.parse(date).orElseThrow());
  }

  private static List<LocalDate> possible(int year, int month) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      if (month == 0 || day.getMonthValue() == month) {
        days.add(day);
      }
    }
    return days;
  }

  private static LocalDate read(String text) {
    Matcher parts = TEXT.matcher(text);
    assertThat(parts.matches()).as(text).isTrue();
    int count = parts.group(2).equals("元") ? 1 : Integer.parseInt(parts.group(2));
    return LocalDate.of(
        Era.valueOf(parts.group(1)).first.getYear() + count - 1,
        Integer.parseInt(parts.group(3)),
        Integer.parseInt(parts.group(4)));
  }
}
