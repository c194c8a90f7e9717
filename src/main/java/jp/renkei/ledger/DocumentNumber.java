package jp.renkei.ledger;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a document (書類番号) that people read, copy and key in: {@code SIN-00000123-45}, the
 * form, a serial number of eight digits or more and two check digits by ISO/IEC 7064, MOD 97-10,
 * over form and serial. That finds every single wrong character and every two that changed places.
 *
 * @param form 2 to 4 capitals
 * @param serial from 1, one of a kind in the ledger, whatever the form
 */
public record DocumentNumber(String form, long serial) {

  private static final Pattern KEYED = Pattern.compile("([A-Z]{2,4})([0-9]{8,15})([0-9]{2})");
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\-\\u2010-\\u2015\\u2212\\u30fc]");
  private static final Pattern PRINTED =
      Pattern.compile("([A-Z]{2,4})" + SEPARATORS + "?([0-9]{8})");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /** As it is printed. */
  public String text() {
    return "%s-%08d-%02d".formatted(form, serial, check(form, serial));
  }

  /**
   * Reads a number as it was keyed in: in any width and case, with or without separators.
   *
   * @return empty where it is none, or its check digits do not fit
   */
  public static Optional<DocumentNumber> read(String keyed) {
    Matcher parts = KEYED.matcher(SEPARATORS.matcher(folded(keyed)).replaceAll(""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    DocumentNumber number = new DocumentNumber(parts.group(1), Long.parseLong(parts.group(2)));
    return Optional.of(number)
        .filter(its -> check(its.form, its.serial) == Integer.parseInt(parts.group(3)));
  }

  /**
   * Reads a number that somebody looks for: whole as {@link #read} does, or form and serial number
   * without the check digits, where the serial number has eight digits: the end of a longer one may
   * look like check digits. Wrong check digits are never left out.
   */
  public static Optional<DocumentNumber> sought(String told) {
    return read(told)
        .or(
            () -> {
              Matcher parts = PRINTED.matcher(folded(told).strip());
              return parts.matches()
                  ? Optional.of(new DocumentNumber(parts.group(1), Long.parseLong(parts.group(2))))
                  : Optional.empty();
            });
  }

  private static String folded(String keyed) {
    return Normalizer.normalize(keyed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
  }

  /** A letter counts as two digits, A as 10; the whole with its check digits leaves 1. */
  private static int check(String form, long serial) {
    StringBuilder digits = new StringBuilder();
    form.chars().forEach(letter -> digits.append(letter - 'A' + 10));
    digits.append("%08d00".formatted(serial));
    return 98 - new BigInteger(digits.toString()).mod(MODULUS).intValue();
  }
}
