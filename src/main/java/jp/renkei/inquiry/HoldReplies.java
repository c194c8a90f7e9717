package jp.renkei.inquiry;

import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerWriter;

/** Keeps replies that must not be delivered, each under its name. */
public final class HoldReplies {

  private final LedgerWriter writer;
  private final SentNotes notes;

  public HoldReplies(LedgerWriter writer, SentNotes notes) {
    this.writer = writer;
    this.notes = notes;
  }

  /** Completes after the commit: only then may the transport acknowledge the reply. */
  public CompletableFuture<Void> hold(ReplyHeld held) {
    Inquiry inquiry = held.inquiry();
    if (inquiry != null) {
      notes.writeNow(inquiry.id());
    }
    return writer.submit(
        new HoldReply(
            inquiry == null ? null : inquiry.id(),
            inquiry == null ? null : inquiry.flow(),
            held.reply(),
            held.reason(),
            held.getMessage()));
  }
}
