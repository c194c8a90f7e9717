package jp.renkei.message.network;

import java.util.List;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;

/**
 * What a provider answered.
 *
 * @param number the inquiry number that the reply repeats, or null
 * @param receiptNumber the agency's own number that stands in its place, or null
 * @param environment the environment mark: production, staging, demo or test
 * @param replyClass how the agency classes its answer
 * @param residentNumber the resident number that the reply repeats, without leading zeros
 * @param repeated what else it repeats
 * @param nonDisclosable whether the provider marks its answer as kept from the portal's view (不開示)
 * @param providerStopped whether only the provider that was asked cannot answer; with TEMPORARY
 * @param told what it tells; nothing but with ANSWERED and PARTIAL
 * @param unsetItems the items that are not told; only with PARTIAL
 */
public record NetworkReply<R, T extends Told>(
    String number,
    String receiptNumber,
    String environment,
    ReplyClass replyClass,
    String residentNumber,
    R repeated,
    boolean nonDisclosable,
    boolean providerStopped,
    T told,
    List<UnsetItem> unsetItems)
    implements Reply {

  public NetworkReply {
    unsetItems = List.copyOf(unsetItems);
  }

  /** The same reply as far as it tells a part. */
  public <U extends Told> NetworkReply<R, U> telling(U part) {
    return new NetworkReply<>(
        number,
        receiptNumber,
        environment,
        replyClass,
        residentNumber,
        repeated,
        nonDisclosable,
        providerStopped,
        part,
        unsetItems);
  }

  /** Whether all is told that there is. */
  public boolean complete() {
    return replyClass == ReplyClass.ANSWERED;
  }

  /** Whether an item, by its name in the schema, is among those that are not told. */
  public boolean leavesOut(String item) {
    return unsetItems.stream().anyMatch(unset -> unset.item().equals(item));
  }

  /**
   * One item that is not told (一部項目未設定).
   *
   * @param item the item's name in the schema
   * @param reason 未設定事由, one or two characters, as it came
   */
  public record UnsetItem(String item, String reason) {}
}
