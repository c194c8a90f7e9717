package jp.renkei.mock.employment;

import java.time.LocalDate;
import java.util.List;

/**
 * The fields of an employment-insurance reply, named as the caller's JSON names them.
 *
 * @param residentNumber another than was asked about, or null for the same
 * @param period another than was asked about, or null for the same
 * @param leavings each leaving of employment; an item may be null where the reply is PARTIAL
 * @param unsetItems what a PARTIAL reply does not tell, and why
 * @param nonDisclosable the provider's mark, or null for none
 * @param providerStopped whether only the provider is stopped, or null for no word of it
 */
record EmploymentRecord(
    String residentNumber,
    Period period,
    List<Leaving> leavings,
    List<Unset> unsetItems,
    Boolean nonDisclosable,
    Boolean providerStopped) {

  static final EmploymentRecord NOTHING = new EmploymentRecord(null, null, null, null, null, null);

  EmploymentRecord {
    leavings = leavings == null ? List.of() : List.copyOf(leavings);
    unsetItems = unsetItems == null ? List.of() : List.copyOf(unsetItems);
  }

  EmploymentRecord with(List<Leaving> others) {
    return new EmploymentRecord(
        residentNumber, period, others, unsetItems, nonDisclosable, providerStopped);
  }

  record Period(LocalDate from, LocalDate to) {}

  record Leaving(
      LocalDate leavingDate, String reasonCode, String qualification, LocalDate decisionDate) {}

  record Unset(String item, String reason) {}
}
