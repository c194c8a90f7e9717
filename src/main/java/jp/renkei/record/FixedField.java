package jp.renkei.record;

/**
 * A field of a fixed number of bytes in US-ASCII.
 *
 * @param item what it is, as its source names it
 * @param length in bytes
 * @param pad what fills it up
 * @param optional whether it may be empty; an empty field is filled with spaces
 */
public record FixedField(String item, int length, Pad pad, boolean optional) {

  /** What fills a field up to its length. */
  public enum Pad {
    /** Zeros, on the left. */
    ZERO_LEFT,
    /** Spaces, on the right. */
    SPACE_RIGHT,
    /** Nothing: the value is as long as the field, or empty. */
    NONE
  }

  /**
   * The field with a value in it.
   *
   * @throws IllegalArgumentException where the value does not fit; the text holds no value
   */
  public String filled(String value) {
    if (value.isEmpty()) {
      require(optional, "may not be empty");
      return " ".repeat(length);
    }
    require(value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ','), "takes visible ASCII");
    require(value.length() <= length, "is longer than " + length);
    String missing = (pad == Pad.ZERO_LEFT ? "0" : " ").repeat(length - value.length());
    return switch (pad) {
      case ZERO_LEFT -> missing + value;
      case SPACE_RIGHT -> value + missing;
      case NONE -> {
        require(missing.isEmpty(), "is shorter than " + length);
        yield value;
      }
    };
  }

  /** The value of a filled field: without spaces on the right; zeros on the left stay. */
  public String value(String filled) {
    return filled.stripTrailing();
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("the field " + item + " " + what);
    }
  }
}
