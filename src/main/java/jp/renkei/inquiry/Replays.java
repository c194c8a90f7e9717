package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.InquiryFilter;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Replay;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Sends failed inquiries once more, one or many, under the same numbers. */
public final class Replays {

  private static final int PAGE = 500;
  private static final long NANOS = 1_000_000_000L;

  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final Clock clock;

  public Replays(LedgerReader reader, LedgerWriter writer, Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Sends one once more.
   *
   * @param who the user who asks for it
   * @throws ProblemException {@code NOT_REPLAYABLE} or {@code PURGED}
   */
  public void one(Inquiry inquiry, String who, String reason) {
    Instant now = clock.instant();
    switch (writer
        .submit(new Replay(inquiry.id(), inquiry.caseKey(), now, now, who, reason))
        .join()) {
      case REPLAYED -> {}
      case NOT_FAILED -> throw new ProblemException(Problem.NOT_REPLAYABLE);
      case PURGED -> throw new ProblemException(Problem.PURGED);
    }
  }

  /**
   * Sends all that fit a filter once more; of those only what failed can be.
   *
   * @param perSecond how many of them become due in a second, at least 1
   * @param dryRun only counts
   */
  public Told many(InquiryFilter filter, String who, String reason, int perSecond, boolean dryRun) {
    Instant now = clock.instant();
    int matched = 0;
    int replayed = 0;
    int purged = 0;
    String after = filter.after();
    List<Inquiry> page;
    do {
      page = reader.inquiries(filter.page(after, PAGE));
      List<CompletableFuture<Replay.Result>> results = new ArrayList<>();
      for (Inquiry inquiry : page) {
        Instant due = now.plusNanos(matched++ * NANOS / perSecond);
        if (!dryRun) {
          results.add(
              writer.submit(new Replay(inquiry.id(), inquiry.caseKey(), now, due, who, reason)));
        }
        after = inquiry.id();
      }
      for (CompletableFuture<Replay.Result> result : results) {
        replayed += result.join() == Replay.Result.REPLAYED ? 1 : 0;
        purged += result.join() == Replay.Result.PURGED ? 1 : 0;
      }
    } while (page.size() == PAGE);
    return new Told(matched, replayed, purged);
  }

  /**
   * What became of many.
   *
   * @param matched how many failed inquiries fit the filter
   * @param replayed how many of them go again
   * @param purged how many cannot, because their message is no longer kept
   */
  public record Told(int matched, int replayed, int purged) {}
}
