package jp.renkei.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.KeepReceipt;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Receipts;
import jp.renkei.ledger.TakeUpReply;
import jp.renkei.ledger.WaitingReply;
import jp.renkei.message.ReceiptNumber;

/**
 * Keeps the receipt numbers (処理通番) that agencies give, whatever the inquiry's progress, and brings
 * forth the replies that overtook them: two messages of one agency may be worked on at once.
 */
public final class KeepReceipts {

  private final FindInquiry find;
  private final Arrivals arrivals;
  private final Receipts receipts;
  private final LedgerWriter writer;
  private final SentNotes notes;
  private final Catalogue catalogue;
  private final Breakers breakers;

  KeepReceipts(
      FindInquiry find,
      Arrivals arrivals,
      Receipts receipts,
      LedgerWriter writer,
      SentNotes notes,
      Catalogue catalogue,
      Breakers breakers) {
    this.find = find;
    this.arrivals = arrivals;
    this.receipts = receipts;
    this.writer = writer;
    this.notes = notes;
    this.catalogue = catalogue;
    this.breakers = breakers;
  }

  /**
   * Keeps a receipt number; one that cannot be kept is held under its name.
   *
   * @return completes after the commit, with the replies that waited for the number. The same
   *     receipt again tells those that a crash left waiting
   */
  public CompletableFuture<List<AwaitedReply>> keep(IncomingReceipt incoming) {
    ArrivedReply arrived =
        arrivals.arrived(
            incoming.agency(),
            incoming.number(),
            String.valueOf(incoming.receipt()).getBytes(StandardCharsets.UTF_8));
    Inquiry inquiry = find.byNumber(incoming.agency(), incoming.number()).orElse(null);
    if (inquiry == null) {
      return hold(EventKind.RECEIPT_WITHOUT_INQUIRY, null, arrived);
    }
    notes.writeNow(inquiry.id());
    if (!ReceiptNumber.isOne(incoming.receipt())) {
      return hold(EventKind.RECEIPT_NOT_VALID, inquiry, arrived);
    }
    breakers.acknowledged(catalogue.agency(inquiry.agency()).orElseThrow());
    return writer
        .submit(
            new KeepReceipt(
                inquiry.id(), inquiry.flow(), inquiry.agency(), incoming.receipt(), arrived.at()))
        .thenCompose(
            result ->
                switch (result) {
                  case KEPT, KNOWN ->
                      CompletableFuture.completedFuture(waiting(inquiry, incoming.receipt()));
                  case OTHER_NUMBER -> hold(EventKind.RECEIPT_OTHER_NUMBER, inquiry, arrived);
                  case OTHER_INQUIRY -> hold(EventKind.RECEIPT_OTHER_INQUIRY, inquiry, arrived);
                });
  }

  /** A reply that waited was delivered, or is held under another name: it waits no more. */
  public CompletableFuture<Void> takenUp(AwaitedReply awaited) {
    return writer.submit(new TakeUpReply(awaited.held(), awaited.reply().inquiry().id()));
  }

  private CompletableFuture<List<AwaitedReply>> hold(
      EventKind reason, Inquiry inquiry, ArrivedReply arrived) {
    return writer
        .submit(
            new HoldReply(
                inquiry == null ? null : inquiry.id(),
                inquiry == null ? null : inquiry.flow(),
                arrived,
                reason,
                null))
        .thenApply(held -> List.of());
  }

  private List<AwaitedReply> waiting(Inquiry inquiry, String receipt) {
    return receipts.waiting(inquiry.agency(), inquiry.id(), arrivals.hashes(receipt)).stream()
        .map(waiting -> new AwaitedReply(waiting.held(), identified(inquiry, receipt, waiting)))
        .toList();
  }

  /** With the correlation it came with, so that the same reply again is known as a duplicate. */
  private IdentifiedReply identified(Inquiry inquiry, String receipt, WaitingReply waiting) {
    byte[] document = arrivals.opened(waiting);
    String correlation = waiting.namesInquiry() ? inquiry.number() : receipt;
    return new IdentifiedReply(
        inquiry, receipt, document, arrivals.arrived(inquiry.agency(), correlation, document));
  }
}
