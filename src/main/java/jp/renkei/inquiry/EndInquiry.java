package jp.renkei.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Retry;
import jp.renkei.ledger.AnswerQuestion;
import jp.renkei.ledger.ConfirmKeyed;
import jp.renkei.ledger.End;
import jp.renkei.ledger.GivenItems;
import jp.renkei.ledger.HoldByProvider;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.State;
import jp.renkei.ledger.TryAgain;
import jp.renkei.message.ReplyClass;
import jp.renkei.problem.Problem;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys.KeyedHash;

/** Ends inquiries (T3), by a reply or by the deadline, and tells those who wait. */
public final class EndInquiry {

  private static final String HUB = "hub";

  private final LedgerWriter writer;
  private final Waiters waiters;
  private final RecentInquiries recent;
  private final SentNotes notes;
  private final Catalogue catalogue;
  private final Gates gates;
  private final Breakers breakers;
  private final Outboxes outboxes;
  private final TellOutcome outcomes;
  private final ContentCipher contents;
  private final ObjectMapper json;

  public EndInquiry(
      LedgerWriter writer,
      Waiters waiters,
      RecentInquiries recent,
      SentNotes notes,
      Catalogue catalogue,
      Gates gates,
      Breakers breakers,
      Outboxes outboxes,
      TellOutcome outcomes,
      ContentCipher contents,
      ObjectMapper json) {
    this.writer = writer;
    this.waiters = waiters;
    this.recent = recent;
    this.notes = notes;
    this.catalogue = catalogue;
    this.gates = gates;
    this.breakers = breakers;
    this.outboxes = outboxes;
    this.outcomes = outcomes;
    this.contents = contents;
    this.json = json;
  }

  /** Ends by a reply; completes after the commit, whether this reply ended it or came second. */
  public CompletableFuture<Void> end(DerivedReply derived) {
    UnderstoodReply understood = derived.understood();
    Inquiry inquiry = understood.inquiry();
    Instant at = understood.arrived().at();
    ReplyClass replyClass = understood.reply().replyClass();
    tellBreakers(understood);
    return switch (replyClass) {
      case HELD ->
          writer
              .submit(new HoldByProvider(inquiry.id(), inquiry.flow(), inquiry.agency(), at))
              .thenAccept(done -> giveBack(inquiry));
      case TEMPORARY, SYSTEM_ERROR -> tryAgain(derived);
      default -> end(derived, outcome(replyClass), null);
    };
  }

  /**
   * What an agency says of itself, or by answering at all. A file tells nothing of the path: it was
   * written some time ago, elsewhere.
   */
  private void tellBreakers(UnderstoodReply understood) {
    if (byFile(understood.inquiry())) {
      return;
    }
    Agency agency = agency(understood.inquiry());
    String provider = understood.inquiry().provider();
    ReplyClass replyClass = understood.reply().replyClass();
    if (replyClass != ReplyClass.TEMPORARY && replyClass != ReplyClass.SYSTEM_ERROR) {
      breakers.answered(agency, provider);
    } else if (provider != null && understood.reply().providerStopped()) {
      breakers.stopped(agency, provider);
    } else {
      breakers.refused(agency, understood.inquiry().id(), replyClass.name());
    }
  }

  /** Asks again later what may succeed later; what was asked often enough has failed. */
  private CompletableFuture<Void> tryAgain(DerivedReply derived) {
    UnderstoodReply understood = derived.understood();
    Inquiry inquiry = understood.inquiry();
    Retry retry = agency(inquiry).retry();
    TryAgain command =
        new TryAgain(
            inquiry.id(),
            inquiry.flow(),
            inquiry.agency(),
            understood.arrived().attempt(),
            retry.most(),
            !breakers.broken(agency(inquiry)) && !understood.reply().providerStopped(),
            new Backoff(retry.first(), retry.longest())::after,
            understood.arrived().at(),
            understood.reply().replyClass().name());
    return writer
        .submit(command)
        .thenCompose(
            result ->
                switch (result) {
                  case PLANNED -> {
                    notes.forget(inquiry.id());
                    giveBack(inquiry);
                    yield CompletableFuture.completedFuture(null);
                  }
                  case DUPLICATE -> CompletableFuture.completedFuture(null);
                  case EXHAUSTED, ENDED_BEFORE ->
                      end(derived, Outcome.FAILED, Problem.AGENCY_KEPT_FAILING);
                });
  }

  private CompletableFuture<Void> end(DerivedReply derived, Outcome outcome, Problem failure) {
    UnderstoodReply understood = derived.understood();
    Inquiry inquiry = understood.inquiry();
    return submit(
        new End(
            inquiry.id(),
            inquiry.flow(),
            inquiry.agency(),
            inquiry.caseKey(),
            outcome,
            failure == null ? null : failure.code(),
            inquiry.accepted(),
            inquiry.sent(),
            understood.arrived().at(),
            understood.arrived(),
            sealed(derived.answer().answer(), inquiry),
            derived.answer().items(),
            inquiry.agency()),
        inquiry,
        derived.answer().answer());
  }

  private byte[] sealed(ObjectNode answer, Inquiry inquiry) {
    try {
      return contents.seal(json.writeValueAsBytes(answer), Part.ANSWER.boundTo(inquiry.id()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written", e);
    }
  }

  private Agency agency(Inquiry inquiry) {
    return catalogue.agency(inquiry.agency()).orElseThrow();
  }

  /** What goes by file has no place in the agency's window. */
  private void giveBack(Inquiry inquiry) {
    if (!byFile(inquiry)) {
      outboxes.of(inquiry.agency()).window().giveBack();
    }
  }

  private boolean byFile(Inquiry inquiry) {
    return gates.goByFile(inquiry.flow(), inquiry.agency(), inquiry.lane());
  }

  /** Ends because somebody wants it to end. What an agency still says to it is kept and named. */
  public CompletableFuture<Void> cancel(Inquiry inquiry, String who, Instant now) {
    return withoutReply(inquiry, Outcome.CANCELLED, null, now, who);
  }

  /** Ends at the deadline: what the provider's staff held is withheld, all else expired. */
  public CompletableFuture<Void> expire(Inquiry inquiry, Instant now) {
    return withoutReply(
        inquiry,
        inquiry.state() == State.HELD_BY_PROVIDER ? Outcome.WITHHELD : Outcome.EXPIRED,
        null,
        now,
        HUB);
  }

  /** Ends what may not leave, because its caller has lost the right to ask it. */
  CompletableFuture<Void> reject(Inquiry inquiry, Instant now) {
    return withoutReply(inquiry, Outcome.REJECTED, null, now, HUB);
  }

  /** Ends what its agency refused for good, without an answer. */
  CompletableFuture<Void> fail(Inquiry inquiry, Instant now) {
    return withoutReply(inquiry, Outcome.FAILED, Problem.AGENCY_REFUSED, now, inquiry.agency());
  }

  private CompletableFuture<Void> withoutReply(
      Inquiry inquiry, Outcome outcome, Problem failure, Instant now, String who) {
    return submit(
        new End(
            inquiry.id(),
            inquiry.flow(),
            inquiry.agency(),
            inquiry.caseKey(),
            outcome,
            failure == null ? null : failure.code(),
            inquiry.accepted(),
            inquiry.sent(),
            now,
            null,
            null,
            GivenItems.NONE,
            who),
        inquiry,
        null);
  }

  /**
   * Ends with the answer that was keyed in and that somebody else confirms; what has ended and left
   * the matter open has given its place in the window back before.
   *
   * @param keyed which of the answers that were keyed in is confirmed
   * @param source the document or note that it was taken from, or null for a letter
   * @param who the user who confirms
   * @param told how the agency would have classed it
   */
  public CompletableFuture<ConfirmKeyed.Result> confirm(
      Inquiry inquiry,
      int keyed,
      String source,
      String who,
      ReplyClass told,
      PermittedAnswer answer,
      Instant now) {
    End end =
        new End(
            inquiry.id(),
            inquiry.flow(),
            inquiry.agency(),
            inquiry.caseKey(),
            Outcome.MANUAL,
            null,
            inquiry.accepted(),
            inquiry.sent(),
            now,
            null,
            sealed(answer.answer(), inquiry),
            answer.items(),
            who);
    return committed(
            end,
            inquiry,
            answer.answer(),
            telling -> writer.submit(new ConfirmKeyed(keyed, source, outcome(told), telling)),
            EndInquiry::confirms)
        .thenApply(
            result -> {
              if (result == ConfirmKeyed.Result.CONFIRMED) {
                tell(end, inquiry, answer.answer());
              } else if (result == ConfirmKeyed.Result.CONFIRMED_LATE) {
                tellWaiters(end, inquiry, answer.answer());
              }
              return result;
            });
  }

  /**
   * Ends everybody who asked an owner's question; whom something else has ended is left as it is.
   *
   * @param question the question's id
   * @param fingerprints the answer's hash under every live key, the newest first
   * @param answered one for everybody who is known to have asked, in the order of their ids
   */
  public CompletableFuture<AnswerQuestion.Standing> answer(
      String question, List<KeyedHash> fingerprints, List<AnsweredInquiry> answered, Instant now) {
    List<Optional<PromisedDelivery>> promised = new ArrayList<>();
    List<End> ends = new ArrayList<>();
    try {
      for (AnsweredInquiry each : answered) {
        End end = ended(each);
        Optional<PromisedDelivery> its =
            outcomes.of(
                each.inquiry().endedWith(end.outcome(), end.failure(), end.at()),
                each.answer().answer());
        promised.add(its);
        ends.add(its.map(delivery -> end.telling(delivery.row())).orElse(end));
      }
    } catch (RuntimeException e) {
      promised.forEach(its -> its.ifPresent(PromisedDelivery::notWritten));
      throw e;
    }
    return writer
        .submit(new AnswerQuestion(question, fingerprints, ends, now))
        .whenComplete(
            (result, failure) -> {
              for (int i = 0; i < promised.size(); i++) {
                boolean written = failure == null && result.ended(i);
                promised
                    .get(i)
                    .ifPresent(written ? PromisedDelivery::written : PromisedDelivery::notWritten);
              }
            })
        .thenApply(
            result -> {
              for (int i = 0; i < answered.size(); i++) {
                Inquiry inquiry = answered.get(i).inquiry();
                if (result.ended(i)) {
                  breakers.answered(agency(inquiry), inquiry.provider());
                  tell(ends.get(i), inquiry, answered.get(i).answer().answer());
                }
              }
              return result.standing();
            });
  }

  private End ended(AnsweredInquiry answered) {
    Inquiry inquiry = answered.inquiry();
    return new End(
        inquiry.id(),
        inquiry.flow(),
        inquiry.agency(),
        inquiry.caseKey(),
        outcome(answered.replyClass()),
        null,
        inquiry.accepted(),
        inquiry.sent(),
        answered.arrived().at(),
        answered.arrived(),
        sealed(answered.answer().answer(), inquiry),
        answered.answer().items(),
        answered.who());
  }

  /** Who waits is told by whoever ended it; for what ended before, somebody else has told them. */
  private CompletableFuture<Void> submit(End end, Inquiry inquiry, ObjectNode answer) {
    return committed(
            end, inquiry, answer, writer::submit, result -> result != End.Result.ENDED_BEFORE)
        .thenAccept(
            result -> {
              if (result == End.Result.ENDED_BEFORE) {
                forget(inquiry);
              } else {
                tell(end, inquiry, answer);
              }
            });
  }

  private static boolean confirms(ConfirmKeyed.Result result) {
    return result == ConfirmKeyed.Result.CONFIRMED || result == ConfirmKeyed.Result.CONFIRMED_LATE;
  }

  /**
   * Commits an end together with what its caller is told by queue, which then leaves at once.
   *
   * @param submit writes the end
   * @param ended whether it ended the inquiry
   */
  private <R> CompletableFuture<R> committed(
      End end,
      Inquiry inquiry,
      ObjectNode answer,
      Function<End, CompletableFuture<R>> submit,
      Predicate<R> ended) {
    Optional<PromisedDelivery> promised =
        outcomes.of(inquiry.endedWith(end.outcome(), end.failure(), end.at()), answer);
    if (promised.isEmpty()) {
      return submit.apply(end);
    }
    return submit
        .apply(end.telling(promised.get().row()))
        .whenComplete(
            (result, failure) -> {
              if (failure == null && ended.test(result)) {
                promised.get().written();
              } else {
                promised.get().notWritten();
              }
            });
  }

  private void forget(Inquiry inquiry) {
    recent.forget(inquiry.number());
    notes.forget(inquiry.id());
  }

  private void tell(End end, Inquiry inquiry, ObjectNode answer) {
    forget(inquiry);
    giveBack(inquiry);
    tellWaiters(end, inquiry, answer);
  }

  private void tellWaiters(End end, Inquiry inquiry, ObjectNode answer) {
    waiters.ended(
        new EndedInquiry(inquiry.endedWith(end.outcome(), end.failure(), end.at()), answer));
  }

  private static Outcome outcome(ReplyClass replyClass) {
    return switch (replyClass) {
      case ANSWERED -> Outcome.ANSWERED;
      case PARTIAL -> Outcome.PARTIAL;
      case NO_DATA -> Outcome.NO_DATA;
      case NOT_IDENTIFIED -> Outcome.NOT_IDENTIFIED;
      case WITHHELD -> Outcome.WITHHELD;
      case REJECTED -> Outcome.REJECTED;
      case TEMPORARY, SYSTEM_ERROR, HELD ->
          throw new IllegalArgumentException(replyClass + " is no outcome");
    };
  }
}
