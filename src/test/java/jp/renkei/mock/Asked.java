package jp.renkei.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * What an agency is asked.
 *
 * @param number the inquiry number inside the message; of an answer, the one that it repeats
 * @param receipt the receipt number that its answer repeats instead, or null
 * @param environment the environment mark
 * @param subject the resident number without leading zeros
 * @param from first day of the period
 * @param to last day of the period
 * @param question the whole message, where its kind answers by more than the above; else null
 */
public record Asked(
    String number,
    String receipt,
    String environment,
    String subject,
    LocalDate from,
    LocalDate to,
    JsonNode question) {

  /** What is asked, as it came. */
  public Asked(String number, String environment, String subject, LocalDate from, LocalDate to) {
    this(number, null, environment, subject, from, to, null);
  }

  Asked numbered(String other) {
    return new Asked(other, receipt, environment, subject, from, to, question);
  }

  /** Its answer names the receipt number only. */
  Asked knownByItsReceipt() {
    return new Asked(number, Receipts.numberOf(number), environment, subject, from, to, question);
  }

  /** What an answer correlates with. */
  String correlation() {
    return receipt == null ? number : receipt;
  }

  Asked aboutSomebodyElse() {
    return new Asked(
        number, receipt, environment, subject.equals("1") ? "2" : "1", from, to, question);
  }

  Asked aboutAnotherPeriod() {
    return new Asked(
        number, receipt, environment, subject, from.minusYears(1), to.minusYears(1), question);
  }

  Asked inAnotherEnvironment() {
    String other = environment.equals("staging") ? "test" : "staging";
    return new Asked(number, receipt, other, subject, from, to, question);
  }

  /** Whether a day lies in the period. */
  public boolean spans(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The form in which two writings of one resident number are equal. */
  public static String normalised(String residentNumber) {
    return residentNumber.replaceFirst("^0+(?=.)", "");
  }
}
