package jp.renkei.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time zone that the catalogue's days and hours are in. */
public final class JapaneseTime {

  /** Asia/Tokyo has had no summer time since 1951; an offset is quicker than a zone's rules. */
  static final ZoneOffset ZONE = ZoneOffset.ofHours(9);

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZONE);

  private JapaneseTime() {}

  /** A day's first instant. */
  public static Instant midnight(LocalDate day) {
    return Instant.ofEpochSecond(day.toEpochSecond(LocalTime.MIDNIGHT, ZONE));
  }

  /** The day on which an instant falls in Japan. */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /** As the doors write it: milliseconds and the offset, e.g. 2026-11-22T10:58:23.417+09:00. */
  public static String text(Instant instant) {
    return TEXT.format(instant);
  }
}
