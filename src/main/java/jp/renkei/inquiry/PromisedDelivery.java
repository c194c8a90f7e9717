package jp.renkei.inquiry;

import jp.renkei.ledger.Delivery;
import jp.renkei.ledger.DeliveryBox;
import jp.renkei.ledger.DeliveryWork;

/**
 * A delivery about to be written by whatever makes it true, and the place in memory that it has, if
 * there was one. Whoever writes it says afterwards whether it was.
 *
 * @param row what is written
 * @param body the bytes as they leave
 * @param box where it goes from memory, or null where it is to be claimed later
 */
public record PromisedDelivery(Delivery row, byte[] body, DeliveryBox box) {

  /** It was written: it leaves now, if it has a place. */
  public void written() {
    if (box != null) {
      box.put(DeliveryWork.of(row, body));
    }
  }

  /** It was not written, or nobody knows: if it was, it is claimed when its claim runs out. */
  public void notWritten() {
    if (box != null) {
      box.free(1);
    }
  }
}
