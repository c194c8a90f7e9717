package jp.renkei.routing;

import jp.renkei.ledger.DeliveryBox;
import jp.renkei.ledger.DeliveryWork;

/** What a caller is to get by one of its queues. */
record BoxSource(DeliveryBox box) implements WorkSource<DeliveryWork> {

  @Override
  public String name() {
    return box.address();
  }

  @Override
  public DeliveryWork probe() {
    return null;
  }

  @Override
  public DeliveryWork next(long millis) throws InterruptedException {
    return box.next(millis);
  }

  @Override
  public void putBack(DeliveryWork work) {
    box.put(work);
  }

  @Override
  public void done(DeliveryWork work) {
    box.free(1);
  }

  @Override
  public String described(DeliveryWork work) {
    return "Delivery " + work.id();
  }
}
