package jp.renkei.protection.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest block as it was at a time: whoever keeps it knows later whether the chain up to there
 * is still the same.
 *
 * @param number the block's number
 * @param hash the block's hash
 * @param sealedAt when it was sealed
 */
public record Head(long number, String hash, Instant sealedAt) {

  private static final Pattern LINE =
      Pattern.compile("([1-9][0-9]{0,17}) ([0-9a-f]{64}) (\\S{20,27})");

  /** The head that a block is. */
  public static Head of(Block block) {
    return new Head(block.number(), block.hash(), block.sealedAt());
  }

  /** A line: number, hash and time in UTC, with a space between. */
  String line() {
    return number + " " + hash + " " + sealedAt;
  }

  static Optional<Head> parse(String line) {
    Matcher parts = LINE.matcher(line);
    try {
      return parts.matches()
          ? Optional.of(
              new Head(
                  Long.parseLong(parts.group(1)), parts.group(2), Instant.parse(parts.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
