package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.renkei.ledger.MarkSent;
import jp.renkei.ledger.SendWork;

/**
 * T2, put off by a moment: where the reply comes first, T3 notes the sending as well, and one
 * commit is saved. Memory is enough: what a crash forgets is sent again with the same duplicate id.
 */
public final class SentNotes implements AutoCloseable {

  /** How long a reply is given to come first. */
  static final Duration MOMENT = Duration.ofMillis(200);

  private final Function<MarkSent, CompletableFuture<MarkSent.Result>> writer;
  private final Clock clock;
  private final Map<String, Note> notes = new ConcurrentHashMap<>();

  public SentNotes(Function<MarkSent, CompletableFuture<MarkSent.Result>> writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /** The agency has the message since then. */
  void add(SendWork work, Instant at) {
    notes.put(work.inquiryId(), new Note(work, at));
  }

  /** The inquiry has ended; nothing is left to be noted. */
  void forget(String inquiryId) {
    notes.remove(inquiryId);
  }

  /** How many of an agency's are still to be written down. */
  long of(String agency) {
    return notes.values().stream().filter(note -> note.work().agency().equals(agency)).count();
  }

  /** Writes down what is known of one inquiry, before something else is told of it. */
  void writeNow(String inquiryId) {
    Note note = notes.remove(inquiryId);
    if (note != null) {
      writer.apply(note.command());
    }
  }

  /** Writes down what was sent a moment ago and has not ended since. */
  public void write() {
    Instant old = clock.instant().minus(MOMENT);
    write(note -> !note.at().isAfter(old));
  }

  private List<CompletableFuture<MarkSent.Result>> write(Predicate<Note> which) {
    List<CompletableFuture<MarkSent.Result>> written = new ArrayList<>();
    notes.forEach(
        (id, note) -> {
          if (which.test(note) && notes.remove(id, note)) {
            written.add(writer.apply(note.command()));
          }
        });
    return written;
  }

  /** Writes down what is left, for as long as a stop may take. */
  @Override
  public void close() {
    CompletableFuture.allOf(write(note -> true).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, 5, TimeUnit.SECONDS)
        .exceptionally(fault -> null) // its writer has told it; what is not noted is sent again
        .join();
  }

  private record Note(SendWork work, Instant at) {

    MarkSent command() {
      return new MarkSent(
          work.inquiryId(), work.flow(), work.agency(), work.attempt(), work.accepted(), at);
    }
  }
}
