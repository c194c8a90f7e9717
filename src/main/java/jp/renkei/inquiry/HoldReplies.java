package jp.renkei.inquiry;

import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerWriter;

/** Keeps replies that must not be delivered, each under its name. */
public final class HoldReplies {

  private final LedgerWriter writer;
  private final SentNotes notes;
  private final FindInquiry find;
  private final Arrivals arrivals;

  HoldReplies(LedgerWriter writer, SentNotes notes, FindInquiry find, Arrivals arrivals) {
    this.writer = writer;
    this.notes = notes;
    this.find = find;
    this.arrivals = arrivals;
  }

  /**
   * Keeps a reply.
   *
   * @return completes after the commit: only then may the transport acknowledge the reply. With the
   *     receipt that the reply waits for, where that was kept in the meantime and therefore did not
   *     see it; mostly null
   */
  public CompletableFuture<IncomingReceipt> hold(ReplyHeld held) {
    Inquiry inquiry = held.inquiry();
    if (inquiry != null) {
      notes.writeNow(inquiry.id());
    }
    String awaits = held.awaits();
    return writer
        .submit(
            new HoldReply(
                inquiry == null ? null : inquiry.id(),
                inquiry == null ? null : inquiry.flow(),
                held.reply(),
                held.reason(),
                held.getMessage(),
                awaits == null ? null : arrivals.hashes(awaits).get(0)))
        .thenApply(kept -> awaits == null ? null : given(held.reply().agency(), awaits));
  }

  private IncomingReceipt given(String agency, String receipt) {
    return find.byReceipt(agency, receipt)
        .map(inquiry -> new IncomingReceipt(agency, inquiry.number(), receipt))
        .orElse(null);
  }
}
