package jp.renkei.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The time zone that the catalogue's days and hours are in. */
public final class JapaneseTime {

  /** Asia/Tokyo has had no summer time since 1951; an offset is quicker than a zone's rules. */
  static final ZoneOffset ZONE = ZoneOffset.ofHours(9);

  private JapaneseTime() {}

  /** A day's first instant. */
  public static Instant midnight(LocalDate day) {
    return Instant.ofEpochSecond(day.toEpochSecond(LocalTime.MIDNIGHT, ZONE));
  }

  /** The day on which an instant falls in Japan. */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }
}
