package jp.renkei.message.evidence;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.Period;
import jp.renkei.message.evidence.EvidenceReply.Stay;
import jp.renkei.message.evidence.EvidenceReply.Tax;

/** What of the evidence falls into the period that was asked about. */
final class InPeriod {

  private InPeriod() {}

  /**
   * The days of the period on which there was a stay, each once, first and last day counting. What
   * has not ended lasts to the day on which it was keyed in.
   */
  static long days(Period period, List<Stay> stays, LocalDate keyedOn) {
    return period
        .from()
        .datesUntil(period.to().plusDays(1))
        .filter(day -> stays.stream().anyMatch(stay -> covers(stay, day, keyedOn)))
        .count();
  }

  /** Whether a year's tax concerns the period. */
  static boolean touches(Period period, Tax tax) {
    return period.from().getYear() <= tax.year() && tax.year() <= period.to().getYear();
  }

  static boolean contains(Period period, LocalDate day) {
    return !day.isBefore(period.from()) && !day.isAfter(period.to());
  }

  private static boolean covers(Stay stay, LocalDate day, LocalDate keyedOn) {
    LocalDate last = stay.to() == null ? keyedOn : stay.to();
    return !day.isBefore(stay.from()) && !day.isAfter(last);
  }
}
