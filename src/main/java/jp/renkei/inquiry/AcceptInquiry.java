package jp.renkei.inquiry;

import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Accept;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.Intake;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.NewInquiry;
import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.SendWork;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Step four (T1): makes the inquiry durable and hands it over for sending from memory. Where the
 * way is closed or the outbox full, the SEND row is written unclaimed and waits in the ledger.
 */
public final class AcceptInquiry {

  private final LedgerWriter writer;
  private final Gates gates;
  private final Outboxes outboxes;
  private final Incarnation incarnation;
  private final RecentInquiries recent;
  private final Intake intake;

  public AcceptInquiry(
      LedgerWriter writer,
      Gates gates,
      Outboxes outboxes,
      Incarnation incarnation,
      RecentInquiries recent,
      Intake intake) {
    this.writer = writer;
    this.gates = gates;
    this.outboxes = outboxes;
    this.incarnation = incarnation;
    this.recent = recent;
    this.intake = intake;
  }

  /**
   * Completes after the commit.
   *
   * @throws ProblemException where intake is closed; the future fails with one of {@code
   *     CASE_COMPLETED} where the case takes no inquiry any more
   */
  public CompletableFuture<Acceptance> accept(PreparedInquiry prepared) {
    intake
        .closedBy()
        .ifPresent(
            why -> {
              throw new ProblemException(why);
            });
    NewInquiry row = prepared.row();
    Outbox outbox = outboxes.of(row.agency());
    boolean open =
        !gates.goByFile(row.flow(), row.agency(), row.lane())
            && gates.opens(row.agency(), row.provider(), row.lane());
    boolean reserved = open && outbox.reserve(row.lane());
    Accept command =
        reserved
            ? new Accept(row, incarnation.id(), incarnation.claimUntil())
            : new Accept(row, null, null);
    return writer
        .submit(command)
        .whenComplete(
            (acceptance, failure) -> {
              boolean fresh = failure == null && acceptance.fresh();
              if (reserved && fresh) {
                // before it is sent, so that the reply finds it
                recent.remember(acceptance.inquiry(), prepared.question());
                handOver(outbox, command, prepared.message());
              } else if (reserved) {
                outbox.giveBack(1);
              } else if (open && fresh) {
                // only now can it be claimed: whoever looked before has not seen it
                outbox.waits(row.lane());
              }
            })
        .thenApply(AcceptInquiry::accepted);
  }

  private static Acceptance accepted(Acceptance acceptance) {
    if (acceptance == Acceptance.CASE_COMPLETED) {
      throw new ProblemException(Problem.CASE_COMPLETED);
    }
    return acceptance;
  }

  private static void handOver(Outbox outbox, Accept accepted, byte[] message) {
    NewInquiry row = accepted.inquiry();
    outbox.put(
        new SendWork(
            row.id(),
            row.number(),
            row.caller(),
            row.flow(),
            row.agency(),
            row.provider(),
            row.lane(),
            1,
            0,
            row.accepted(),
            row.deadline(),
            accepted.claimedUntil(),
            false,
            message));
  }
}
