package jp.renkei.inquiry.owner;

import java.time.Clock;
import jp.renkei.inquiry.Delivering;
import jp.renkei.ledger.DeliveryWork;
import jp.renkei.ledger.FetchQuestion;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.OpenQuestion;
import jp.renkei.ledger.Questions;
import jp.renkei.ledger.WithdrawDelivery;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question on its way to its owner's queue: one for which nobody waits any more does not leave,
 * and one that has left is noted as sent.
 */
public final class AskOwner {

  private static final Logger log = LoggerFactory.getLogger(AskOwner.class);

  private final QueueOwners owners;
  private final Questions questions;
  private final ViewQuestion views;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final Delivering delivering;
  private final Clock clock;

  AskOwner(
      QueueOwners owners,
      Questions questions,
      ViewQuestion views,
      LedgerReader reader,
      LedgerWriter writer,
      Delivering delivering,
      Clock clock) {
    this.owners = owners;
    this.questions = questions;
    this.views = views;
    this.reader = reader;
    this.writer = writer;
    this.delivering = delivering;
    this.clock = clock;
  }

  /**
   * Looks once more, just before it leaves, whether anybody who may ask still waits for it; what
   * nobody waits for, or another owner's, or may be kept no longer, is taken back. What was taken
   * back since does not leave. What cannot be opened stays claimed, and is looked at again when the
   * claim has run out.
   */
  public boolean isStillAsked(DeliveryWork work) {
    if (!questions.isOwed(work.id())) {
      delivering.takenBack(work);
      return false;
    }
    boolean asked;
    try {
      asked =
          questions
              .open(work.delivery().inquiryId())
              .filter(open -> isOwners(work.address(), open))
              .filter(open -> work.delivery().keepUntil().isAfter(clock.instant()))
              .flatMap(views::of)
              .isPresent();
    } catch (KeyLost e) {
      // the broker is not to blame: the others go on
      log.error("Delivery {} cannot be looked at / 配信を確認できません: {}", work.id(), e.toString());
      return false;
    }
    if (!asked) {
      writer.submit(new WithdrawDelivery(work.id(), work.delivery().inquiryId(), clock.instant()));
      delivering.takenBack(work);
    }
    return asked;
  }

  /** Its agency may have another owner since it was promised. */
  private boolean isOwners(String address, OpenQuestion question) {
    return owners.of(question.agency()).filter(owner -> owner.asked().equals(address)).isPresent();
  }

  /**
   * The broker has it: whoever asked it is sent (T2), and then the delivery is off (T4). Where the
   * first is not noted, the same goes again.
   */
  public void asked(DeliveryWork work) {
    Inquiry first = reader.inquiry(work.delivery().inquiryId()).orElseThrow();
    writer
        .submit(new FetchQuestion(first.id(), first.flow(), first.agency(), clock.instant()))
        .thenRun(() -> delivering.delivered(work));
  }
}
