package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.InquiryFilter;
import jp.renkei.ledger.KeyedAnswers;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.State;
import jp.renkei.problem.ProblemException;
import jp.renkei.problem.Retry;
import jp.renkei.protection.ContentCipher;

/**
 * Asks again (二次照会) what ended without an answer: for each a new inquiry of the same caller, with a
 * number of its own, that supersedes the first. It goes as bulk. Asked again twice, an inquiry has
 * one successor all the same.
 */
public final class AskAgain {

  /** What may be asked again; what was answered or cancelled may not. */
  private static final Set<Outcome> UNANSWERED =
      EnumSet.of(
          Outcome.NO_DATA,
          Outcome.NOT_IDENTIFIED,
          Outcome.PARTIAL,
          Outcome.WITHHELD,
          Outcome.REJECTED,
          Outcome.EXPIRED,
          Outcome.FAILED);

  /** No caller's key has a space. */
  private static final String KEY = "again ";

  private final LedgerReader reader;
  private final KeyedAnswers keyed;
  private final LedgerWriter writer;
  private final Entrance entrance;
  private final Catalogue catalogue;
  private final ContentCipher contents;
  private final ObjectMapper json;
  private final Clock clock;

  public AskAgain(
      LedgerReader reader,
      KeyedAnswers keyed,
      LedgerWriter writer,
      Entrance entrance,
      Catalogue catalogue,
      ContentCipher contents,
      ObjectMapper json,
      Clock clock) {
    this.reader = reader;
    this.keyed = keyed;
    this.writer = writer;
    this.entrance = entrance;
    this.catalogue = catalogue;
    this.contents = contents;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Asks again what fits a filter, one page of it.
   *
   * @param who the user who wants it
   */
  public Told ask(InquiryFilter filter, String who, String reason) {
    List<Inquiry> page = reader.inquiries(filter.of(State.ENDED));
    Map<String, Outcome> told = told(page);
    List<Inquiry> fresh = new ArrayList<>();
    int purged = 0;
    int refused = 0;
    for (Inquiry inquiry : page) {
      if (UNANSWERED.contains(told.getOrDefault(inquiry.id(), inquiry.outcome()))) {
        Optional<Submission> submission = submission(inquiry);
        if (submission.isEmpty()) {
          purged++;
        } else {
          Optional<Acceptance> acceptance = submit(submission.get());
          if (acceptance.isEmpty()) {
            refused++;
          } else if (acceptance.get().fresh()) {
            fresh.add(acceptance.get().inquiry());
            note(inquiry, acceptance.get().inquiry(), who, reason);
          }
        }
      }
    }
    String next = page.size() == filter.limit() ? page.get(page.size() - 1).id() : null;
    return new Told(fresh, purged, refused, next);
  }

  /** What was answered by hand may be asked again where the same answer of its agency might be. */
  private Map<String, Outcome> told(List<Inquiry> page) {
    List<String> byHand =
        page.stream()
            .filter(inquiry -> inquiry.outcome() == Outcome.MANUAL)
            .map(Inquiry::id)
            .toList();
    return byHand.isEmpty() ? Map.of() : keyed.told(byHand);
  }

  /** What was right when it was asked first may be refused now; the others go on. */
  private Optional<Acceptance> submit(Submission submission) {
    try {
      return Optional.of(entrance.submit(submission).join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProblemException problem
          && problem.problem().retry() != Retry.AFTER_PAUSE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** As it was asked, or nothing where that, or its flow, is no longer there. */
  private Optional<Submission> submission(Inquiry first) {
    Optional<Flow> flow = catalogue.flow(first.flow());
    return flow.isEmpty()
        ? Optional.empty()
        : reader
            .payload(first.id(), Part.REQUEST)
            .map(
                content ->
                    new Submission(
                        first.caller(),
                        flow.get(),
                        KEY + first.id(),
                        first.caseId(),
                        null,
                        payload(content, first.id()),
                        Lane.BULK,
                        first.id(),
                        first.byQueue()));
  }

  private JsonNode payload(byte[] content, String id) {
    try {
      return json.readTree(contents.open(content, Part.REQUEST.boundTo(id)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(Inquiry first, Inquiry second, String who, String reason) {
    writer
        .submit(
            new Note(
                new Event(
                    first.id(),
                    first.flow(),
                    first.agency(),
                    clock.instant(),
                    EventKind.ASKED_AGAIN,
                    who,
                    second.id() + ": " + reason)))
        .join();
  }

  /**
   * What became of it.
   *
   * @param fresh the new inquiries
   * @param purged how many cannot be asked again, because the question is no longer kept
   * @param refused how many are refused now, because the flow or its rules have changed
   * @param next the id after which the next page begins, or null
   */
  public record Told(List<Inquiry> fresh, int purged, int refused, String next) {}
}
