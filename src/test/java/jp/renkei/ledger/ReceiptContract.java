package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.AGENCY;
import static jp.renkei.ledger.LedgerFixture.FLOW;
import static jp.renkei.ledger.LedgerFixture.done;
import static jp.renkei.ledger.LedgerFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.renkei.ledger.KeepReceipt.Result;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger promises of receipt numbers, the same on every database. */
abstract class ReceiptContract {

  private LedgerFixture ledger;
  private Receipts receipts;
  private NewInquiry inquiry;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    receipts = new Receipts(ledger.jdbc, ledger.gate);
    inquiry = ledger.accepted();
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void aReceiptNumberFindsItsInquiryAndIsAnEvent() {
    ledger.markSent(inquiry);

    assertThat(keep(inquiry, "U-1")).isEqualTo(Result.KEPT);

    assertThat(receipts.inquiry(AGENCY, "U-1").orElseThrow().id()).isEqualTo(inquiry.id());
    assertThat(receipts.of(inquiry.id())).contains("U-1");
    Event event = ledger.reader.events(inquiry.id()).get(2);
    assertThat(event.what()).isEqualTo(EventKind.RECEIPT_GIVEN);
    assertThat(event.detail()).isEqualTo("U-1");
    assertThat(event.who()).isEqualTo(AGENCY);
    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(ledger.count("dispatch")).as("the answer is still owed").isEqualTo(1);
  }

  @Test
  void anotherAgencysIsAnother() {
    keep(inquiry, "U-1");
    NewInquiry second = ledger.accepted();

    assertThat(receipts.inquiry("other", "U-1")).isEmpty();
    assertThat(done(ledger.writer.submit(receipt(second, "other", "U-1")))).isEqualTo(Result.KEPT);
    assertThat(receipts.inquiry("other", "U-1").orElseThrow().id()).isEqualTo(second.id());
    assertThat(receipts.inquiry(AGENCY, "U-1").orElseThrow().id()).isEqualTo(inquiry.id());
  }

  @Test
  void theSameAgainHasNoEffect() {
    keep(inquiry, "U-1");

    assertThat(keep(inquiry, "U-1")).isEqualTo(Result.KNOWN);

    assertThat(ledger.timeline(inquiry)).containsOnlyOnce(EventKind.RECEIPT_GIVEN);
    assertThat(ledger.count("receipt")).isEqualTo(1);
  }

  @Test
  void theFirstOneStays() {
    keep(inquiry, "U-1");

    assertThat(keep(inquiry, "U-2")).isEqualTo(Result.OTHER_NUMBER);

    assertThat(receipts.of(inquiry.id())).contains("U-1");
    assertThat(receipts.inquiry(AGENCY, "U-2")).isEmpty();
    assertThat(ledger.timeline(inquiry)).containsOnlyOnce(EventKind.RECEIPT_GIVEN);
  }

  @Test
  void theInquiryThatHasItKeepsIt() {
    keep(inquiry, "U-1");
    NewInquiry second = ledger.accepted();

    assertThat(keep(second, "U-1")).isEqualTo(Result.OTHER_INQUIRY);

    assertThat(receipts.inquiry(AGENCY, "U-1").orElseThrow().id()).isEqualTo(inquiry.id());
    assertThat(receipts.of(second.id())).isEmpty();
    assertThat(ledger.timeline(second)).containsExactly(EventKind.ACCEPTED);
    assertThat(keep(second, "U-2")).as("a right one later").isEqualTo(Result.KEPT);
  }

  @Test
  void allOfThisHoldsWithinOneGroup() throws Exception {
    NewInquiry second = ledger.accepted();
    List<KeepReceipt> group =
        List.of(
            receipt(inquiry, AGENCY, "U-1"),
            receipt(inquiry, AGENCY, "U-1"),
            receipt(inquiry, AGENCY, "U-2"),
            receipt(second, AGENCY, "U-1"));
    try (var connection = ledger.pool.getConnection()) {
      assertThat(KeepReceipt.run(connection, group))
          .containsExactly(Result.KEPT, Result.KNOWN, Result.OTHER_NUMBER, Result.OTHER_INQUIRY);
    }
    assertThat(ledger.timeline(inquiry)).containsOnlyOnce(EventKind.RECEIPT_GIVEN);
  }

  @Test
  void manyAtOnceGiveEachInquiryOne() {
    List<CompletableFuture<Result>> kept =
        IntStream.range(0, 30)
            .mapToObj(i -> ledger.writer.submit(receipt(inquiry, AGENCY, "U-" + i % 3)))
            .toList();

    assertThat(kept.stream().map(LedgerFixture::done)).containsOnlyOnce(Result.KEPT);
    assertThat(ledger.count("receipt")).isEqualTo(1);
  }

  @Test
  void beforeT2TheMessageIsStillNotedAsSentByT2() {
    keep(inquiry, "U-1");
    ledger.markSent(inquiry);

    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.RECEIPT_GIVEN, EventKind.SENT);
    assertThat(ledger.jdbc.sql("select what from dispatch").query(String.class).list())
        .containsExactly("AWAIT");
  }

  @Test
  void afterTheEndItIsNotedAndChangesNothing() {
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.EXPIRED, null)));

    assertThat(keep(inquiry, "U-1")).isEqualTo(Result.KEPT);

    assertThat(ledger.timeline(inquiry)).endsWith(EventKind.ENDED, EventKind.RECEIPT_GIVEN);
    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void aReplyWaitsForItsReceiptUntilItIsTakenUp() {
    hold(null, "early", EventKind.REPLY_WITHOUT_INQUIRY, "U-1");
    hold(null, "other", EventKind.REPLY_WITHOUT_INQUIRY, "U-2");
    hold(null, "stranger", EventKind.REPLY_WITHOUT_INQUIRY, null);

    List<WaitingReply> waiting = waiting(inquiry, "U-1");

    assertThat(waiting).extracting(WaitingReply::fingerprint).containsExactly("early-v1");
    assertThat(waiting.get(0).content()).asString().isEqualTo("early");
    assertThat(waiting.get(0).namesInquiry()).isFalse();
    for (int times = 0; times < 2; times++) {
      done(ledger.writer.submit(new TakeUpReply(waiting.get(0).held(), inquiry.id())));
      assertThat(waiting(inquiry, "U-1")).isEmpty();
    }
    assertThat(
            ledger
                .jdbc
                .sql("select fingerprint from held_reply where inquiry_id = ?")
                .param(inquiry.id())
                .query(String.class)
                .list())
        .containsExactly("early-v1");
  }

  @Test
  void aReplyWaitsForTheInquiryThatItNames() {
    NewInquiry second = ledger.accepted();
    hold(inquiry, "inside", EventKind.REPLY_BEFORE_RECEIPT, "U-1");

    assertThat(waiting(second, "U-1")).isEmpty();
    assertThat(waiting(inquiry, "U-1"))
        .extracting(WaitingReply::namesInquiry)
        .containsExactly(true);
  }

  @Test
  void whatHasEndedIsNotWaitedFor() {
    hold(null, "early", EventKind.REPLY_WITHOUT_INQUIRY, "U-1");
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.EXPIRED, null)));

    assertThat(waiting(inquiry, "U-1")).isEmpty();
  }

  @Test
  void anInquiryIsFoundByAnyOfItsNumbers() {
    NewInquiry second = ledger.accepted();
    keep(inquiry, "u-1");
    done(ledger.writer.submit(receipt(second, "other", "u-1")));
    DocumentNumber letter =
        done(ledger.writer.submit(
                new NumberDocument(second.id(), FLOW, AGENCY, "SIN", ledger.clock.instant(), null)))
            .number();

    assertThat(found(null, inquiry.number())).containsExactly(inquiry.id());
    assertThat(found(null, " " + inquiry.number().toLowerCase() + " "))
        .containsExactly(inquiry.id());
    assertThat(found(null, "ｕ－１")).containsExactlyInAnyOrder(second.id(), inquiry.id());
    assertThat(found(null, "U-1")).as("a receipt number has its case").isEmpty();
    assertThat(found(null, letter.text())).containsExactly(second.id());
    assertThat(found(null, letter.text().substring(0, 12))).containsExactly(second.id());
    assertThat(found(null, "SIN")).isEmpty();
    assertThat(found("nhi", letter.text())).containsExactly(second.id());
    assertThat(found("tax", letter.text())).isEmpty();
    assertThat(found("tax", inquiry.number())).isEmpty();
  }

  private List<String> found(String caller, String number) {
    return ledger
        .reader
        .inquiries(
            new InquiryFilter(
                caller, null, null, null, null, null, SoughtNumber.of(number), null, 10))
        .stream()
        .map(Inquiry::id)
        .toList();
  }

  private Result keep(NewInquiry which, String number) {
    return done(ledger.writer.submit(receipt(which, AGENCY, number)));
  }

  private KeepReceipt receipt(NewInquiry which, String agency, String number) {
    return new KeepReceipt(which.id(), FLOW, agency, number, ledger.clock.instant());
  }

  private void hold(NewInquiry which, String content, EventKind reason, String awaits) {
    done(
        ledger.writer.submit(
            new HoldReply(
                which == null ? null : which.id(),
                which == null ? null : FLOW,
                ledger.reply(content),
                reason,
                null,
                awaits == null ? null : hash(2, awaits))));
  }

  /** As after a rotation: the reply was held under the key before. */
  private List<WaitingReply> waiting(NewInquiry which, String number) {
    List<KeyedHash> everyKey = List.of(hash(3, number), hash(2, number));
    return receipts.waiting(AGENCY, which.id(), everyKey);
  }
}
