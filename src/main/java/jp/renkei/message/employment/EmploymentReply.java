package jp.renkei.message.employment;

import java.util.List;
import jp.renkei.message.Period;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;

/**
 * What the agency answered about a person's leavings of employment.
 *
 * @param number the inquiry number that the reply repeats, or null
 * @param receiptNumber the agency's own number that stands in its place, or null
 * @param environment the environment mark: production, staging, demo or test
 * @param replyClass how the agency classes its answer
 * @param residentNumber the resident number that the reply repeats, without leading zeros
 * @param period the period that the reply repeats
 * @param nonDisclosable whether the provider marks its answer as kept from the portal's view (不開示)
 * @param providerStopped whether only the provider that was asked cannot answer; with TEMPORARY
 * @param leavings the leavings in the reply's order; only with ANSWERED and PARTIAL
 * @param unsetItems the items that are not told; only with PARTIAL
 */
public record EmploymentReply(
    String number,
    String receiptNumber,
    String environment,
    ReplyClass replyClass,
    String residentNumber,
    Period period,
    boolean nonDisclosable,
    boolean providerStopped,
    List<Leaving> leavings,
    List<UnsetItem> unsetItems)
    implements Reply {

  public EmploymentReply {
    leavings = List.copyOf(leavings);
    unsetItems = List.copyOf(unsetItems);
  }

  /**
   * One item that is not told (一部項目未設定).
   *
   * @param item the item's name in the XML schema
   * @param reason 未設定事由, one or two characters, as it came
   */
  public record UnsetItem(String item, String reason) {}
}
