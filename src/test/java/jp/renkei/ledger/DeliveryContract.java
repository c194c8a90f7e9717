package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.inquiry.Delivering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger promises of deliveries, the same on every database. */
abstract class DeliveryContract {

  private static final String ADDRESS = "hub.replies.nhi";

  private LedgerFixture ledger;
  private DeliveryBox box;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    box = new DeliveryBoxes().of(ADDRESS);
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void anOutcomeIsOwedByTheCommitThatEndsItsInquiryAndByNoOther() {
    NewInquiry inquiry = ledger.accepted();
    Delivery first = delivery(null);
    Delivery second = delivery(null);

    done(new EndAndDelivery(inquiry, first));
    done(new EndAndDelivery(inquiry, second));

    assertThat(claimed("node", 10)).extracting(DeliveryWork::id).containsExactly(first.id());
  }

  @Test
  void whatOneNodeHasClaimedAnotherTakesOnlyWhenTheClaimHasRunOut() {
    Delivery owed = delivery(null);
    LedgerFixture.done(ledger.writer.submit(new Deliver(owed)));

    assertThat(claimed("one", 10)).hasSize(1);
    assertThat(claimed("two", 10)).isEmpty();
    ledger.clock.pass(Incarnation.LEASE.plusSeconds(1));
    assertThat(claimed("two", 10)).extracting(DeliveryWork::id).containsExactly(owed.id());
  }

  @Test
  void aRestartTakesItsOwnClaimsBackAtOnce() {
    LedgerFixture.done(ledger.writer.submit(new Deliver(delivery(null))));
    incarnation("before", "node").begin();
    assertThat(claimed("before", 10)).hasSize(1);

    incarnation("after", "node").begin();

    assertThat(claimed("after", 10)).hasSize(1);
  }

  @Test
  void whatIsGivenBackIsFreeAndAnothersClaimIsNot() {
    LedgerFixture.done(ledger.writer.submit(new Deliver(delivery(null))));
    String id = claimed("one", 10).get(0).id();

    LedgerFixture.done(ledger.writer.submit(new ReleaseDelivery(id, "two")));
    assertThat(claimed("two", 10)).isEmpty();
    LedgerFixture.done(ledger.writer.submit(new ReleaseDelivery(id, "one")));
    assertThat(claimed("two", 10)).hasSize(1);
  }

  @Test
  void theOldestGoFirstAndWhatIsDeliveredIsOwedNoMore() {
    List<String> owed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ledger.clock.pass(Duration.ofMillis(1));
      Delivery delivery = delivery(null);
      owed.add(delivery.id());
      LedgerFixture.done(ledger.writer.submit(new Deliver(delivery)));
    }

    List<DeliveryWork> first = claimed("node", 2);
    assertThat(first).extracting(DeliveryWork::id).containsExactlyElementsOf(owed.subList(0, 2));
    assertThat(LedgerFixture.done(ledger.writer.submit(new Delivered(owed.get(0), ADDRESS))))
        .isTrue();
    assertThat(LedgerFixture.done(ledger.writer.submit(new Delivered(owed.get(0), ADDRESS))))
        .isFalse();
    assertThat(new Backlog(ledger.jdbc).undelivered())
        .singleElement()
        .satisfies(line -> assertThat(line.deliveries()).isEqualTo(4));
  }

  @Test
  void whatNobodyFetchedInTimeIsGoneWithAnEvent() {
    LedgerFixture.done(ledger.writer.submit(new Deliver(delivery(Duration.ofDays(1)))));
    LedgerFixture.done(ledger.writer.submit(new Deliver(delivery(null))));

    ledger.clock.pass(Duration.ofDays(1));

    assertThat(
            LedgerFixture.done(ledger.writer.submit(new PurgeDeliveries(ledger.clock.instant()))))
        .isEqualTo(1);
    assertThat(
            ledger
                .jdbc
                .sql("select detail from event where what = 'DELIVERIES_PURGED'")
                .query(String.class)
                .single())
        .isEqualTo(ADDRESS + ": 1");
    assertThat(claimed("node", 10)).hasSize(1);
  }

  /** One that takes nothing: the first is tried, the others are taken back as nobody waits. */
  @Test
  void aQueueThatIsOwedNothingAnyMoreIsHeldUpNoMore() {
    List<Delivery> owed = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      owed.add(delivery(null));
      LedgerFixture.done(ledger.writer.submit(new Deliver(owed.get(i))));
    }
    DeliveryBoxes boxes = new DeliveryBoxes();
    box = boxes.of(ADDRESS);
    Incarnation incarnation = ledger.incarnation("node");
    Delivering delivering =
        new Delivering(ledger.writer, boxes, claims(incarnation), incarnation, ledger.clock);
    DeliveryWork first = claimed(claims(incarnation), 1).get(0);
    delivering.notTaken(first, new IllegalStateException());
    // what was submitted before is written before
    withdraw("nothing");

    List<Integer> claimed = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      ledger.clock.pass(Duration.ofSeconds(1));
      delivering.turn();
      List<DeliveryWork> taken = inBox();
      taken.forEach(work -> withdraw(work.id()));
      taken.forEach(delivering::takenBack);
      claimed.add(taken.size());
    }
    assertThat(claimed).as("more at every turn").containsExactly(1, 2, 4);
    assertThat(delivering.heldUp(ADDRESS)).isPresent();
    delivering.turn();

    assertThat(delivering.heldUp(ADDRESS)).isEmpty();
    assertThat(box.reserve()).isTrue();
  }

  private void withdraw(String id) {
    LedgerFixture.done(
        ledger.writer.submit(new WithdrawDelivery(id, "none", ledger.clock.instant())));
  }

  private void done(EndAndDelivery end) {
    LedgerFixture.done(
        ledger.writer.submit(
            ledger.end(end.inquiry(), Outcome.ANSWERED, "a").telling(end.delivery())));
  }

  private List<DeliveryWork> claimed(String incarnation, int most) {
    return claimed(claims(incarnation(incarnation, incarnation)), most);
  }

  private DeliveryClaims claims(Incarnation incarnation) {
    return new DeliveryClaims(
        ledger.jdbc,
        new TransactionTemplate(new DataSourceTransactionManager(ledger.pool)),
        incarnation,
        new LedgerFixture.OpenCipher(),
        ledger.clock,
        ledger.gate);
  }

  private List<DeliveryWork> claimed(DeliveryClaims claims, int most) {
    claims.claim(box, most);
    return inBox();
  }

  private List<DeliveryWork> inBox() {
    List<DeliveryWork> all = new ArrayList<>();
    for (DeliveryWork next = box.poll(); next != null; next = box.poll()) {
      box.free(1);
      all.add(next);
    }
    return all;
  }

  private Incarnation incarnation(String id, String node) {
    return new Incarnation(ledger.jdbc, ledger.clock, id, node);
  }

  private Delivery delivery(Duration keep) {
    String id = ledger.identifiers.id();
    return new Delivery(
        id,
        ADDRESS,
        "R1/ANSWERED",
        "R1",
        "kind/1.0",
        null,
        null,
        ledger.clock.instant(),
        keep == null ? null : ledger.clock.instant().plus(keep),
        new byte[] {1},
        null,
        null);
  }

  /** An end, and what is delivered with it. */
  private record EndAndDelivery(NewInquiry inquiry, Delivery delivery) {}
}
