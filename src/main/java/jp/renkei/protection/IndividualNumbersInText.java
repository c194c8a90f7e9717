package jp.renkei.protection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds individual numbers (個人番号) in free text: twelve digits of any width, with hyphens, spaces
 * and characters that are not seen between them or not, and with the right check digit (DOMAIN.md
 * 0). A digit more before or behind makes another number of it, unless a hyphen or space parts
 * them. Beside a letter it is found, too.
 */
public final class IndividualNumbersInText {

  private static final int LENGTH = IndividualNumber.LENGTH;
  private static final int ASCII_ENDS = 128;

  private IndividualNumbersInText() {}

  /** Whether the text holds one. */
  public static boolean isIn(String text) {
    return mayHold(text) && !found(text).isEmpty();
  }

  /** The text with stars in place of every one; the same text where it holds none. */
  public static String masked(String text) {
    if (!mayHold(text)) {
      return text;
    }
    List<int[]> found = found(text);
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (int[] number : found) {
      if (number[1] > from) {
        masked.append(text, from, Math.max(from, number[0])).append("*".repeat(LENGTH));
        from = number[1];
      }
    }
    return masked.append(text, from, text.length()).toString();
  }

  /** A look that makes nothing: whether there are characters enough that may be twelve digits. */
  private static boolean mayHold(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < LENGTH; i++) {
      digits += mostDigits(text.charAt(i));
    }
    return digits >= LENGTH;
  }

  /** Into how many digits a character may fold: a circled number or a surrogate into two. */
  private static int mostDigits(char c) {
    if (c < ASCII_ENDS) {
      return c >= '0' && c <= '9' ? 1 : 0;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER,
          Character.OTHER_NUMBER,
          Character.OTHER_SYMBOL,
          Character.SURROGATE ->
          2;
      default -> 0;
    };
  }

  /** Begin and end of each number in the text, in order; they may overlap. */
  private static List<int[]> found(String text) {
    List<int[]> found = new ArrayList<>();
    Run run = new Run(found);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      run.take(codePoint, i, next);
      i = next;
    }
    run.close();
    return found;
  }

  /** Digits with nothing between them but what is removed: groups, parted by that. */
  private static final class Run {

    private final List<int[]> found;
    private final StringBuilder digits = new StringBuilder();
    private final List<Integer> begins = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /** Where in the digits a group begins. */
    private final List<Integer> groups = new ArrayList<>();

    private boolean parted = true;

    Run(List<int[]> found) {
      this.found = found;
    }

    void take(int codePoint, int begin, int end) {
      if (isBetween(codePoint)) {
        parted = true;
        return;
      }
      String folded = folded(codePoint);
      for (int i = 0; i < folded.length(); ) {
        int each = folded.codePointAt(i);
        int digit = Character.digit(each, 10);
        if (digit >= 0) {
          add(digit, begin, end);
        } else if (isBetween(each)) {
          parted = true;
        } else {
          close();
        }
        i += Character.charCount(each);
      }
    }

    private void add(int digit, int begin, int end) {
      if (parted) {
        groups.add(digits.length());
        parted = false;
      }
      digits.append((char) ('0' + digit));
      begins.add(begin);
      ends.add(end);
    }

    /** Looks at every twelve digits that are whole groups. */
    void close() {
      for (int first : groups) {
        int behind = first + LENGTH;
        if (behind <= digits.length()
            && (behind == digits.length() || groups.contains(behind))
            && IndividualNumber.isValid(digits.subSequence(first, behind))) {
          found.add(new int[] {begins.get(first), ends.get(behind - 1)});
        }
      }
      digits.setLength(0);
      begins.clear();
      ends.clear();
      groups.clear();
      parted = true;
    }

    private static String folded(int codePoint) {
      return codePoint < ASCII_ENDS
          ? Character.toString(codePoint)
          : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    }

    /** Hyphens and what is typed for them, spaces, and what is not seen. */
    private static boolean isBetween(int codePoint) {
      return switch (Character.getType(codePoint)) {
        case Character.DASH_PUNCTUATION,
            Character.SPACE_SEPARATOR,
            Character.FORMAT,
            Character.NON_SPACING_MARK,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            true;
        default ->
            Character.isWhitespace(codePoint)
                || codePoint == '\u2212'
                || codePoint == '\u30FC'
                || codePoint == '\uFF70'
                || codePoint == '\u2500'
                || codePoint == '\u2501';
      };
    }
  }
}
