package jp.renkei.inquiry;

import java.time.Clock;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.LiftHold;
import jp.renkei.ledger.PlaceHold;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Keeps what an inquiry carries beyond its retention, by an order (保全), and ends that. */
public final class LegalHold {

  private final LedgerWriter writer;
  private final Clock clock;

  public LegalHold(LedgerWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Keeps it; without effect where it is kept already.
   *
   * @param who the user
   * @throws ProblemException {@code PURGED} where there is nothing left to keep
   */
  public void place(Inquiry inquiry, String who, String reason) {
    PlaceHold hold =
        new PlaceHold(inquiry.id(), inquiry.flow(), inquiry.agency(), who, reason, clock.instant());
    if (writer.submit(hold).join() == PlaceHold.Result.PURGED) {
      throw new ProblemException(Problem.PURGED);
    }
  }

  /** Ends it; without effect where it is not kept. */
  public void lift(Inquiry inquiry, String who, String reason) {
    writer
        .submit(
            new LiftHold(
                inquiry.id(), inquiry.flow(), inquiry.agency(), who, reason, clock.instant()))
        .join();
  }
}
