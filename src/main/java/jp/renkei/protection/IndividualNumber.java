package jp.renkei.protection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * An individual number (個人番号): twelve digits, the last of them a check digit (平成26年総務省令第85号5条,
 * DOMAIN.md 7). Whoever prints it, compares it or makes JSON of it learns nothing: its digits are
 * told by one method, whose callers {@code ArchitectureTest} names. One of ten texts of twelve
 * digits passes the check digit: that a number can be made is no proof that somebody has it.
 */
public final class IndividualNumber {

  /** How many digits it has. */
  static final int LENGTH = 12;

  private static final int[] WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  private static final String MASK = "*".repeat(LENGTH);

  /** Transient, so that a JSON mapper which reads fields passes it by. */
  private final transient byte[] digits;

  private IndividualNumber(byte[] digits) {
    this.digits = digits;
  }

  /**
   * Reads a number.
   *
   * @param text exactly twelve digits from 0 to 9
   * @return empty where it is not that, or its check digit is wrong
   */
  public static Optional<IndividualNumber> of(String text) {
    return text.length() == LENGTH && isValid(text)
        ? Optional.of(new IndividualNumber(text.getBytes(StandardCharsets.US_ASCII)))
        : Optional.empty();
  }

  /** Whether twelve characters are digits with the right check digit. */
  static boolean isValid(CharSequence twelve) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = twelve.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      sum += i < WEIGHTS.length ? (c - '0') * WEIGHTS[i] : 0;
    }
    int rest = sum % 11;
    return twelve.charAt(LENGTH - 1) - '0' == (rest <= 1 ? 0 : 11 - rest);
  }

  /** The twelve digits, for an agency's message and for a keyed hash; for nothing else. */
  public String digitsForMessageOrKeyedHash() {
    return new String(digits, StandardCharsets.US_ASCII);
  }

  /** Takes the same time wherever the numbers differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof IndividualNumber number && MessageDigest.isEqual(digits, number.digits);
  }

  /** The same for all: a hash of so few numbers would tell which it is. */
  @Override
  public int hashCode() {
    return LENGTH;
  }

  /** Twelve stars. */
  @Override
  public String toString() {
    return MASK;
  }
}
