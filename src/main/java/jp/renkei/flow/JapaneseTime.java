package jp.renkei.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time zone that the catalogue's days and hours are in. */
public final class JapaneseTime {

  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private JapaneseTime() {}

  /** The day on which an instant falls in Japan. */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }
}
