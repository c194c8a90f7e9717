package jp.renkei.message.bulk;

/**
 * What one line of a request file asks.
 *
 * @param residentNumber the resident number (宛名番号), 15 digits
 * @param environment the environment mark
 * @param nonDisclosable whether the inquiry is kept from the portal's view (不開示)
 * @param provider the provider: of a municipality the five digits without the check digit
 * @param byYear whether a year is asked about, else days
 * @param from the first day, YYYYMMDD
 * @param to the last day, YYYYMMDD
 */
public record BulkQuestion(
    String residentNumber,
    String environment,
    boolean nonDisclosable,
    String provider,
    boolean byYear,
    String from,
    String to) {

  /** Tells nothing of the person. */
  @Override
  public String toString() {
    return "BulkQuestion";
  }
}
