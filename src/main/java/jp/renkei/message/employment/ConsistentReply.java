package jp.renkei.message.employment;

import java.time.LocalDate;
import java.util.Set;
import jp.renkei.message.Period;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;

/** What the schemas of a reply cannot say, however it came. */
final class ConsistentReply {

  private static final Set<ReplyClass> WITH_DATA = Set.of(ReplyClass.ANSWERED, ReplyClass.PARTIAL);

  private ConsistentReply() {}

  /**
   * @throws ReplyRefused where it ends before it begins
   */
  static Period period(LocalDate from, LocalDate to) throws ReplyRefused {
    refuseIf(from.isAfter(to), "period: from is after to");
    return new Period(from, to);
  }

  /**
   * The same reply.
   *
   * @throws ReplyRefused where it contradicts itself
   */
  static EmploymentReply of(EmploymentReply told) throws ReplyRefused {
    refuseIf(
        !WITH_DATA.contains(told.replyClass()) && !told.leavings().isEmpty(),
        "leaving: there are leavings, but the result is neither ANSWERED nor PARTIAL");
    refuseIf(
        told.replyClass() != ReplyClass.TEMPORARY && told.providerStopped(),
        "providerStopped: the result is not TEMPORARY");
    boolean partial = told.replyClass() == ReplyClass.PARTIAL;
    refuseIf(
        !partial && !told.unsetItems().isEmpty(),
        "unset: there are unset items, but the result is not PARTIAL");
    refuseIf(
        !partial && !told.leavings().stream().allMatch(ConsistentReply::complete),
        "leaving: an item is missing, but the result is not PARTIAL");
    return told;
  }

  private static boolean complete(Leaving told) {
    return told.leavingDate().isPresent()
        && told.reasonCode().isPresent()
        && told.qualification().isPresent();
  }

  private static void refuseIf(boolean wrong, String detail) throws ReplyRefused {
    if (wrong) {
      throw new ReplyRefused(Reason.NOT_VALID, detail);
    }
  }
}
