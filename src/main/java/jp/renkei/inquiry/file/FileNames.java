package jp.renkei.inquiry.file;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/**
 * The names and times of the files of one turn. Names: {@code P640R110_YYYYMMDDHHMMSS_0001.DAT},
 * {@code _0002} and so on for one turn's further files (DOMAIN.md 2.2), in Japan's time.
 *
 * <p>照会依頼日時 is the turn's time to the millisecond. Where it would name two lines (one person and
 * one kind of information, asked on two flows or for two years), the later ones get the next free
 * millisecond: own definition, for a reply's record names its line by these three.
 */
final class FileNames {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(JAPAN);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(JAPAN);

  private final Instant turn;
  private final Set<String> given = new HashSet<>();
  private int files;

  FileNames(Instant turn) {
    this.turn = turn;
  }

  /** The name of the next file. */
  String next() {
    files++;
    return "P640R110_%s_%04d.DAT".formatted(SECONDS.format(turn), files);
  }

  /**
   * The time of a line, 17 digits.
   *
   * @param line who is asked about and what, in one text
   */
  String requested(String line) {
    Instant at = turn;
    while (!given.add(MILLIS.format(at) + line)) {
      at = at.plus(Duration.ofMillis(1));
    }
    return MILLIS.format(at);
  }
}
