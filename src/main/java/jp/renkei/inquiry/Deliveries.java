package jp.renkei.inquiry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Deliver;
import jp.renkei.ledger.Delivery;
import jp.renkei.ledger.DeliveryBox;
import jp.renkei.ledger.DeliveryBoxes;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.protection.Caller;

/**
 * Makes what a caller gets by queue, from memory where there is room: for any transaction to write,
 * and general for what is delivered, an outcome or an answer.
 */
public final class Deliveries {

  private final LedgerWriter writer;
  private final PackDelivery pack;
  private final DeliveryBoxes boxes;
  private final Incarnation incarnation;

  Deliveries(LedgerWriter writer, PackDelivery pack, DeliveryBoxes boxes, Incarnation incarnation) {
    this.writer = writer;
    this.pack = pack;
    this.boxes = boxes;
    this.incarnation = incarnation;
  }

  /**
   * Promises one that no other change of the ledger makes; completes after the commit.
   *
   * @param caller who gets it
   * @param address one of the caller's own queues
   * @param what what it is
   * @param plain the body, before it is encrypted
   */
  public CompletableFuture<Void> promise(Caller caller, String address, What what, byte[] plain) {
    PromisedDelivery promised = prepare(caller, address, what, plain);
    return writer
        .submit(new Deliver(promised.row()))
        .whenComplete(
            (nothing, failure) -> {
              if (failure == null) {
                promised.written();
              } else {
                promised.notWritten();
              }
            });
  }

  /**
   * Prepares one for another change to write with itself.
   *
   * @param caller who gets it
   * @param address one of the caller's own queues
   * @param what what it is
   * @param plain the body, before it is encrypted
   */
  public PromisedDelivery prepare(Caller caller, String address, What what, byte[] plain) {
    PackDelivery.Packed packed = pack.pack(caller, address, what, plain);
    DeliveryBox box = boxes.of(address);
    if (!box.reserve()) {
      return new PromisedDelivery(packed.row(), packed.body(), null);
    }
    Delivery claimed = packed.row().claimed(incarnation.id(), incarnation.claimUntil());
    return new PromisedDelivery(claimed, packed.body(), box);
  }

  /**
   * What is delivered, beside its body.
   *
   * @param type what it is, with its version
   * @param duplicateId the same whenever the same is promised again, at most 100 characters
   * @param correlation what the caller knows it by, at most 128 characters, or null
   * @param inquiryId the inquiry that it is about, or null
   * @param keep how long it may be kept, or null for ever
   */
  public record What(
      String type, String duplicateId, String correlation, String inquiryId, Duration keep) {}
}
