package jp.renkei.message;

/**
 * The city's own number for a person (宛名番号): 1 to 15 digits. Systems pad it to different lengths
 * (DOMAIN.md 2.2), so it is compared and kept without leading zeros.
 */
public final class ResidentNumber {

  private ResidentNumber() {}

  /**
   * Takes the padding away.
   *
   * @param digits 1 to 15 digits, not all zeros, as a schema has checked
   */
  public static String normalise(String digits) {
    return digits.replaceFirst("^0+", "");
  }
}
