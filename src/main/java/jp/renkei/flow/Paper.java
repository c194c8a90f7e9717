package jp.renkei.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an agency is asked on paper.
 *
 * @param form the form's id, 2 to 4 letters, with which its document numbers (書類番号) begin
 * @param sender who writes, a line each
 * @param reminders when it is reminded, in business days after the letter, the first first
 */
public record Paper(String form, List<String> sender, List<Term.BusinessDays> reminders) {

  public Paper {
    sender = List.copyOf(sender);
    reminders = List.copyOf(reminders);
  }

  /**
   * When the next reminder is due: with the end of the agency's hours on its business day.
   *
   * @param written when the letter was numbered
   * @param given how many reminders there have been
   * @param hours the agency's
   * @param latest no reminder is due after this
   * @return empty where no other is to come
   */
  public Optional<Instant> nextReminder(
      Instant written, int given, ServiceHours hours, Instant latest) {
    return given < reminders.size()
        ? Optional.of(reminders.get(given).end(written, hours, latest)).filter(latest::isAfter)
        : Optional.empty();
  }
}
