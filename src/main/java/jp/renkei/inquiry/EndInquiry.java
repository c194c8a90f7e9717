package jp.renkei.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.End;
import jp.renkei.ledger.HoldByProvider;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.State;
import jp.renkei.message.ReplyClass;
import jp.renkei.protection.ContentCipher;

/** Ends inquiries (T3), by a reply or by the deadline, and tells those who wait. */
public final class EndInquiry {

  private static final String HUB = "hub";

  private final LedgerWriter writer;
  private final Waiters waiters;
  private final RecentInquiries recent;
  private final SentNotes notes;
  private final ContentCipher contents;
  private final ObjectMapper json;

  public EndInquiry(
      LedgerWriter writer,
      Waiters waiters,
      RecentInquiries recent,
      SentNotes notes,
      ContentCipher contents,
      ObjectMapper json) {
    this.writer = writer;
    this.waiters = waiters;
    this.recent = recent;
    this.notes = notes;
    this.contents = contents;
    this.json = json;
  }

  /** Ends by a reply; completes after the commit, whether this reply ended it or came second. */
  public CompletableFuture<Void> end(DerivedReply derived) throws JsonProcessingException {
    UnderstoodReply understood = derived.understood();
    Inquiry inquiry = understood.inquiry();
    Instant at = understood.arrived().at();
    ReplyClass replyClass = understood.reply().replyClass();
    if (replyClass == ReplyClass.HELD) {
      return writer.submit(new HoldByProvider(inquiry.id(), inquiry.flow(), inquiry.agency(), at));
    }
    return submit(
        new End(
            inquiry.id(),
            inquiry.flow(),
            inquiry.agency(),
            outcome(replyClass),
            inquiry.accepted(),
            inquiry.sent(),
            at,
            understood.arrived(),
            contents.seal(
                json.writeValueAsBytes(derived.answer()), Part.ANSWER.boundTo(inquiry.id())),
            inquiry.agency()),
        inquiry,
        derived.answer());
  }

  /** Ends at the deadline: what the provider's staff held is withheld, all else expired. */
  public CompletableFuture<Void> expire(Inquiry inquiry, Instant now) {
    return submit(
        new End(
            inquiry.id(),
            inquiry.flow(),
            inquiry.agency(),
            inquiry.state() == State.HELD_BY_PROVIDER ? Outcome.WITHHELD : Outcome.EXPIRED,
            inquiry.accepted(),
            inquiry.sent(),
            now,
            null,
            null,
            HUB),
        inquiry,
        null);
  }

  /** Who waits is told by whoever ended it; for what ended before, somebody else has told them. */
  private CompletableFuture<Void> submit(End end, Inquiry inquiry, ObjectNode answer) {
    return writer
        .submit(end)
        .thenAccept(
            result -> {
              recent.forget(inquiry.number());
              notes.forget(inquiry.id());
              if (result != End.Result.ENDED_BEFORE) {
                waiters.ended(new EndedInquiry(inquiry.endedWith(end.outcome(), end.at()), answer));
              }
            });
  }

  /** A technical failure of the agency ends the inquiry as failed: it may be asked again. */
  private static Outcome outcome(ReplyClass replyClass) {
    return switch (replyClass) {
      case ANSWERED -> Outcome.ANSWERED;
      case PARTIAL -> Outcome.PARTIAL;
      case NO_DATA -> Outcome.NO_DATA;
      case NOT_IDENTIFIED -> Outcome.NOT_IDENTIFIED;
      case WITHHELD -> Outcome.WITHHELD;
      case REJECTED -> Outcome.REJECTED;
      case TEMPORARY, SYSTEM_ERROR -> Outcome.FAILED;
      case HELD -> throw new IllegalArgumentException("a held inquiry has no outcome yet");
    };
  }
}
