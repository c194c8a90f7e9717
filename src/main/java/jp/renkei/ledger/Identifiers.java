package jp.renkei.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/**
 * Makes ids and inquiry numbers, in Crockford's base 32 (digits and capitals without I, L, O, U).
 *
 * <p>An id is a ULID: 26 characters, ten of time in milliseconds and sixteen random, so that ids
 * sort by age. A number is what agencies see: {@code R}, nine characters of time in milliseconds,
 * nine random ones and a check character, in four groups of five joined by hyphens, 23 characters.
 * Numbers sort by age too: a ledger that files them one behind the other writes one page where it
 * would write a page for each. Neither can ever be read as an individual number, which is twelve
 * bare digits.
 */
public final class Identifiers {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int NUMBER_LENGTH = 20;

  private final Clock clock;
  private final SecureRandom random;

  public Identifiers(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id, 26 characters. */
  public String id() {
    char[] id = new char[26];
    time(clock.millis(), id, 0, 10);
    fill(id, 10, 26);
    return new String(id);
  }

  /** What sorts before every id that is made at or after an instant, and behind every earlier. */
  static String firstIdAt(Instant instant) {
    char[] id = new char[26];
    Arrays.fill(id, '0');
    time(instant.toEpochMilli(), id, 0, 10);
    return new String(id);
  }

  /** A new inquiry number, 23 characters. */
  public String number() {
    char[] bare = new char[NUMBER_LENGTH];
    bare[0] = 'R';
    time(clock.millis(), bare, 1, 10);
    fill(bare, 10, NUMBER_LENGTH - 1);
    bare[NUMBER_LENGTH - 1] = check(bare);
    StringBuilder number = new StringBuilder(23);
    for (int i = 0; i < NUMBER_LENGTH; i++) {
      if (i > 0 && i % 5 == 0) {
        number.append('-');
      }
      number.append(bare[i]);
    }
    return number.toString();
  }

  /** Whether a text is a number as {@link #number} makes them, its check character included. */
  public static boolean isNumber(String text) {
    if (text == null || text.length() != 23 || text.charAt(0) != 'R') {
      return false;
    }
    char[] bare = new char[NUMBER_LENGTH];
    for (int i = 0, at = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i % 6 == 5) {
        if (c != '-') {
          return false;
        }
      } else if (ALPHABET.indexOf(c) < 0) {
        return false;
      } else {
        bare[at++] = c;
      }
    }
    return bare[NUMBER_LENGTH - 1] == check(bare);
  }

  /**
   * Luhn's rule with modulus 32: finds every single wrong character and most swapped neighbours.
   */
  private static char check(char[] bare) {
    int sum = 0;
    for (int i = NUMBER_LENGTH - 2, factor = 2; i >= 0; i--, factor = 3 - factor) {
      int addend = factor * ALPHABET.indexOf(bare[i]);
      sum += addend / 32 + addend % 32;
    }
    return ALPHABET.charAt((32 - sum % 32) % 32);
  }

  private static void time(long millis, char[] target, int from, int to) {
    long time = millis;
    for (int i = to - 1; i >= from; i--) {
      target[i] = ALPHABET.charAt((int) (time & 31));
      time >>>= 5;
    }
  }

  private void fill(char[] target, int from, int to) {
    byte[] bytes = new byte[to - from];
    random.nextBytes(bytes);
    for (int i = from; i < to; i++) {
      target[i] = ALPHABET.charAt(bytes[i - from] & 31);
    }
  }
}
