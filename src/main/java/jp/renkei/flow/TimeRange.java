package jp.renkei.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the day, in minutes after the midnight with which its day begins.
 *
 * @param from 0 to 1439
 * @param until more than {@code from} and at most a day later; above 1440 it ends on the next day
 */
public record TimeRange(int from, int until) {

  static final TimeRange WHOLE_DAY = new TimeRange(0, 24 * 60);

  private static final Pattern FORM =
      Pattern.compile("(\\d\\d:\\d\\d)-(?:(24:00)|(\\d\\d:\\d\\d))");

  public TimeRange {
    int day = 24 * 60;
    if (from < 0 || from >= day || until <= from || until > from + day) {
      throw new IllegalArgumentException(from + "-" + until);
    }
  }

  /**
   * Reads {@code HH:mm-HH:mm}; an end that is earlier than the beginning is on the next day.
   *
   * @throws java.time.DateTimeException where a time does not exist
   * @throws IllegalArgumentException where it has another form, or no length
   */
  static TimeRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    int from = minutes(matcher.group(1));
    int until = matcher.group(2) != null ? WHOLE_DAY.until : minutes(matcher.group(3));
    if (from == until) {
      throw new IllegalArgumentException(text);
    }
    return new TimeRange(from, until > from ? until : until + WHOLE_DAY.until);
  }

  private static int minutes(String time) {
    return LocalTime.parse(time).toSecondOfDay() / 60;
  }

  /** The range that begins on a day of Asia/Tokyo. */
  Span on(LocalDate day) {
    Instant midnight = JapaneseTime.midnight(day);
    return new Span(midnight.plusSeconds(60L * from), midnight.plusSeconds(60L * until));
  }
}
