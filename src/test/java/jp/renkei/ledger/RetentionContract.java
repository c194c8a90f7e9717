package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.AGENCY;
import static jp.renkei.ledger.LedgerFixture.FLOW;
import static jp.renkei.ledger.LedgerFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger promises of payloads whose time is over, the same on every database. */
abstract class RetentionContract {

  private LedgerFixture ledger;
  private Retained retained;
  private NewInquiry inquiry;
  private Instant ended;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    retained = new Retained(ledger.jdbc, ledger.gate);
    inquiry = ledger.accepted();
    ended = ledger.clock.instant();
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void whatItCarriedGoesAndItsEventsStay() {
    fail(inquiry);

    assertThat(purge(inquiry, ended)).isEqualTo(new Purge.Result(2, 0));

    assertThat(ledger.count("payload")).isZero();
    Event last = last(inquiry);
    assertThat(last.what()).isEqualTo(EventKind.PURGED);
    assertThat(last.detail()).isEqualTo("parts: 2");
    assertThat(last.flow()).isEqualTo(FLOW);
    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(retained.keeps(inquiry.id())).isFalse();
  }

  @Test
  void onceOnly() {
    fail(inquiry);
    purge(inquiry, ended);

    assertThat(purge(inquiry, ended)).isEqualTo(Purge.Result.NOTHING);

    assertThat(ledger.timeline(inquiry)).containsOnlyOnce(EventKind.PURGED);
  }

  @Test
  void whatIsOpenOrNotYetOverStays() {
    assertThat(purge(inquiry, ended)).as("open").isEqualTo(Purge.Result.NOTHING);
    fail(inquiry);

    assertThat(purge(inquiry, ended.minusMillis(1))).isEqualTo(Purge.Result.NOTHING);

    assertThat(ledger.count("payload")).isEqualTo(2);
  }

  @Test
  void whatIsReplayedMeanwhileStays() {
    fail(inquiry);
    Instant now = ledger.clock.instant();
    assertThat(
            done(
                ledger.writer.submit(
                    new Replay(
                        inquiry.id(), inquiry.caseKey(), now, now, "operator", "once more"))))
        .isEqualTo(Replay.Result.REPLAYED);

    assertThat(purge(inquiry, now)).isEqualTo(Purge.Result.NOTHING);
  }

  @Test
  void whatIsPurgedIsNotReplayed() {
    fail(inquiry);
    purge(inquiry, ended);
    Instant now = ledger.clock.instant();

    assertThat(
            done(
                ledger.writer.submit(
                    new Replay(
                        inquiry.id(), inquiry.caseKey(), now, now, "operator", "once more"))))
        .isEqualTo(Replay.Result.PURGED);
  }

  @Test
  void anOrderKeepsItUntilItIsLifted() {
    fail(inquiry);

    assertThat(place(inquiry)).isEqualTo(PlaceHold.Result.PLACED);
    assertThat(place(inquiry)).isEqualTo(PlaceHold.Result.STANDING);
    assertThat(retained.isHeld(inquiry.id())).isTrue();
    assertThat(purge(inquiry, ended)).isEqualTo(Purge.Result.NOTHING);

    assertThat(lift(inquiry)).isTrue();
    assertThat(lift(inquiry)).isFalse();
    assertThat(purge(inquiry, ended).parts()).isEqualTo(2);
    assertThat(ledger.timeline(inquiry))
        .endsWith(
            EventKind.ENDED, EventKind.LEGAL_HOLD, EventKind.LEGAL_HOLD_LIFTED, EventKind.PURGED);
  }

  @Test
  void anOrderThatComesTooLateSaysSo() {
    fail(inquiry);
    purge(inquiry, ended);

    assertThat(place(inquiry)).isEqualTo(PlaceHold.Result.PURGED);
    assertThat(retained.isHeld(inquiry.id())).isFalse();
  }

  @Test
  void heldRepliesGoToo() {
    fail(inquiry);
    NewInquiry other = ledger.accepted();
    hold(inquiry.id(), "a");
    hold(other.id(), "b");
    hold(null, "c");

    assertThat(purge(inquiry, ended).replies()).isEqualTo(1);
    assertThat(kept()).isEqualTo(2);
    place(other);
    Instant now = ledger.clock.instant();
    assertThat(done(ledger.writer.submit(new PurgeHeld(AGENCY, now.minusMillis(1), now)))).isZero();
    assertThat(done(ledger.writer.submit(new PurgeHeld("other", now, now)))).isZero();
    assertThat(done(ledger.writer.submit(new PurgeHeld(AGENCY, now, now)))).isEqualTo(1);

    assertThat(kept()).as("under a legal hold").isEqualTo(1);
    assertThat(ledger.count("held_reply")).isEqualTo(3);
  }

  @Test
  void theOldestComeFirstPageByPage() {
    ledger.clock.pass(Duration.ofDays(1));
    NewInquiry second = ledger.accepted();
    ledger.clock.pass(Duration.ofDays(1));
    NewInquiry third = ledger.accepted();
    Instant before = ledger.clock.instant();

    List<Retained.Row> first = retained.acceptedBefore(before, "", 1);
    List<Retained.Row> rest = retained.acceptedBefore(before, first.get(0).id(), 5);

    assertThat(first).extracting(Retained.Row::id).containsExactly(inquiry.id());
    assertThat(rest).extracting(Retained.Row::id).containsExactly(second.id());
    assertThat(retained.acceptedBefore(before.plusMillis(1), "", 5))
        .extracting(Retained.Row::id)
        .contains(third.id());
  }

  private void fail(NewInquiry its) {
    done(ledger.writer.submit(ledger.end(its, Outcome.FAILED, null)));
  }

  private Purge.Result purge(NewInquiry its, Instant endedBefore) {
    return done(
        ledger.writer.submit(
            new Purge(its.id(), FLOW, AGENCY, endedBefore, ledger.clock.instant())));
  }

  private PlaceHold.Result place(NewInquiry its) {
    return done(
        ledger.writer.submit(
            new PlaceHold(its.id(), FLOW, AGENCY, "admin", "order 42", ledger.clock.instant())));
  }

  private boolean lift(NewInquiry its) {
    return done(
        ledger.writer.submit(
            new LiftHold(its.id(), FLOW, AGENCY, "admin", "closed", ledger.clock.instant())));
  }

  private void hold(String inquiryId, String content) {
    String flow = inquiryId == null ? null : FLOW;
    ArrivedReply reply = ledger.reply(content);
    done(ledger.writer.submit(new HoldReply(inquiryId, flow, reply, EventKind.REPLY_LATE, null)));
  }

  private int kept() {
    return ledger
        .jdbc
        .sql("select count(*) from held_reply where content is not null")
        .query(Integer.class)
        .single();
  }

  private Event last(NewInquiry its) {
    List<Event> events = ledger.reader.events(its.id());
    return events.get(events.size() - 1);
  }
}
