package jp.renkei.routing;

import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.SendWork;

/** An agency's outbox. */
record OutboxSource(Outbox outbox) implements WorkSource<SendWork> {

  @Override
  public String name() {
    return outbox.agency();
  }

  @Override
  public SendWork probe() {
    return outbox.nextProbe();
  }

  @Override
  public SendWork next(long millis) throws InterruptedException {
    return outbox.next(millis);
  }

  @Override
  public void putBack(SendWork work) {
    outbox.put(work);
  }

  @Override
  public void done(SendWork work) {
    if (!work.probe()) {
      outbox.free();
    }
  }

  @Override
  public String described(SendWork work) {
    return "Inquiry " + work.inquiryId();
  }
}
