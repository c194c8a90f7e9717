package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is still to be done: claimed, postponed, tried again, replayed, paused; on every database.
 */
abstract class DispatchContract {

  LedgerFixture ledger;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void claimsWhatIsDueOnce() {
    NewInquiry inquiry = ledger.accepted();
    Outbox here = new Outbox(LedgerFixture.AGENCY, 10, 100);
    Outbox there = new Outbox(LedgerFixture.AGENCY, 10, 100);

    assertThat(ledger.claims(ledger.incarnation("node-a")).claim(here, LedgerFixture.ALL))
        .isEqualTo(1);
    assertThat(ledger.claims(ledger.incarnation("node-b")).claim(there, LedgerFixture.ALL))
        .isZero();

    assertThat(LedgerFixture.next(here).message()).isEqualTo(inquiry.message());
    assertThat(ledger.claimed)
        .as("its reply needs nothing of the ledger")
        .containsExactly(
            Map.entry(ledger.reader.inquiry(inquiry.id()).orElseThrow(), inquiry.request()));
  }

  @Test
  void claimsManyAtOnceAndEachOnce() {
    List<String> accepted = IntStream.range(0, 20).mapToObj(i -> ledger.accepted().id()).toList();
    Outbox here = new Outbox(LedgerFixture.AGENCY, 100, 100);
    Outbox there = new Outbox(LedgerFixture.AGENCY, 100, 100);
    Claims other = ledger.claims(ledger.incarnation("node-b"));

    assertThat(ledger.claims(ledger.incarnation("node-a")).claim(here, LedgerFixture.ALL))
        .isEqualTo(20);
    assertThat(other.claim(there, LedgerFixture.ALL)).isZero();

    assertThat(IntStream.range(0, 20).mapToObj(i -> LedgerFixture.next(here).inquiryId()))
        .containsExactlyInAnyOrderElementsOf(accepted);
  }

  @Test
  void aClaimRunsOutAndAnotherNodeTakesTheWork() {
    ledger.accepted();
    Outbox there = new Outbox(LedgerFixture.AGENCY, 10, 100);
    ledger
        .claims(ledger.incarnation("node-a"))
        .claim(new Outbox(LedgerFixture.AGENCY, 10, 100), LedgerFixture.ALL);

    ledger.clock.pass(Incarnation.LEASE.plusSeconds(1));

    assertThat(ledger.claims(ledger.incarnation("node-b")).claim(there, LedgerFixture.ALL))
        .isEqualTo(1);
    assertThat(LedgerFixture.next(there).attempt()).isEqualTo(1);
  }

  @Test
  void aRestartOfTheSameNodeTakesItsWorkBackAtOnce() {
    Incarnation before = ledger.incarnation("node-a");
    NewInquiry inquiry = ledger.inquiry("key", "body");
    done(ledger.writer.submit(new Accept(inquiry, before.id(), before.claimUntil())));
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 100);

    assertThat(ledger.claims(ledger.incarnation("node-a")).claim(outbox, LedgerFixture.ALL))
        .isEqualTo(1);
  }

  @Test
  void claimsNoMoreThanTheOutboxHolds() {
    for (int i = 0; i < 5; i++) {
      ledger.accept(ledger.inquiry("key-" + i, "body"));
    }
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 3, 100);
    Claims claims = ledger.claims(ledger.incarnation("node-a"));

    assertThat(claims.claim(outbox, LedgerFixture.ALL)).isEqualTo(3);
    assertThat(claims.claim(outbox, LedgerFixture.ALL)).isZero();
    LedgerFixture.next(outbox);
    outbox.free();
    assertThat(claims.claim(outbox, LedgerFixture.ALL)).isEqualTo(1);
  }

  @Test
  void whatIsPostponedIsDueAgainLaterAndSaysSoOnce() {
    NewInquiry inquiry = ledger.accepted();
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 100);
    Claims claims = ledger.claims(ledger.incarnation("node-a"));
    for (int failures = 1; failures <= 3; failures++) {
      claims.claim(outbox, LedgerFixture.ALL);
      SendWork work = LedgerFixture.next(outbox);
      assertThat(work.failures()).isEqualTo(failures - 1);
      assertThat(work.attempt()).isEqualTo(1);
      ledger.postpone(inquiry, failures);
      assertThat(claims.claim(outbox, LedgerFixture.ALL)).isZero();
      assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().unsentDue())
          .isEqualTo(ledger.clock.instant().plusSeconds(60));
      ledger.clock.pass(Duration.ofSeconds(61));
    }
    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.SEND_POSTPONED);
  }

  @Test
  void aPromisedAnswerIsARowOfItsOwn() {
    NewInquiry inquiry = ledger.accepted();

    assertThat(ledger.beginPolling(inquiry)).isEqualTo(MarkSent.Result.SENT);
    assertThat(ledger.beginPolling(inquiry)).isEqualTo(MarkSent.Result.WITHOUT_EFFECT);

    assertThat(ledger.timeline(inquiry)).containsExactly(EventKind.ACCEPTED, EventKind.SENT);
    assertThat(ledger.jdbc.sql("select what from dispatch").query(String.class).list())
        .containsExactlyInAnyOrder("AWAIT", "POLL");
  }

  @Test
  void aPromisedAnswerThatIsThereAlreadyIsNotAskedFor() {
    NewInquiry inquiry = ledger.endedBy(Outcome.ANSWERED, "reply");

    assertThat(ledger.beginPolling(inquiry)).isEqualTo(MarkSent.Result.WITHOUT_EFFECT);

    assertThat(ledger.count("dispatch")).isZero();
  }

  @Test
  void aPromisedAnswerIsAskedForByOneNodeWhenItIsDue() {
    NewInquiry inquiry = ledger.accepted();
    ledger.beginPolling(inquiry);
    PollClaims here = ledger.pollClaims(ledger.incarnation("node-a"));
    PollClaims there = ledger.pollClaims(ledger.incarnation("node-b"));
    assertThat(here.claim(LedgerFixture.AGENCY, 10)).isEmpty();
    ledger.clock.pass(Duration.ofSeconds(30));

    PollWork work =
        new PollWork(
            inquiry.id(),
            inquiry.number(),
            LedgerFixture.FLOW,
            LedgerFixture.AGENCY,
            0,
            "https://there/1");
    assertThat(here.claim(LedgerFixture.AGENCY, 10)).containsExactly(work);
    assertThat(there.claim(LedgerFixture.AGENCY, 10)).isEmpty();

    ledger.clock.pass(Incarnation.LEASE.plusSeconds(1));
    assertThat(there.claim(LedgerFixture.AGENCY, 10)).containsExactly(work);
  }

  @Test
  void whatCannotBeAskedForIsDueAgainAndSaysSoOnce() {
    NewInquiry inquiry = ledger.accepted();
    ledger.beginPolling(inquiry);
    PollClaims claims = ledger.pollClaims(ledger.incarnation("node-a"));
    for (int failures = 1; failures <= 3; failures++) {
      ledger.clock.pass(Duration.ofSeconds(30));
      PollWork work = claims.claim(LedgerFixture.AGENCY, 10).get(0);
      assertThat(work.failures()).isEqualTo(failures - 1);
      ledger.polled(work, failures, Duration.ofSeconds(30));
    }

    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.POLL_POSTPONED);
  }

  @Test
  void whatIsNotToBeAskedForAnyMoreIsForgotten() {
    NewInquiry inquiry = ledger.accepted();
    ledger.beginPolling(inquiry);
    ledger.clock.pass(Duration.ofSeconds(30));
    PollClaims claims = ledger.pollClaims(ledger.incarnation("node-a"));

    ledger.polled(claims.claim(LedgerFixture.AGENCY, 10).get(0), 0, null);

    assertThat(ledger.jdbc.sql("select what from dispatch").query(String.class).list())
        .containsExactly("AWAIT");
  }

  @Test
  void whatHasEndedIsAskedForNoMore() {
    NewInquiry inquiry = ledger.accepted();
    ledger.beginPolling(inquiry);
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply")));
    ledger.clock.pass(Duration.ofSeconds(30));

    assertThat(ledger.pollClaims(ledger.incarnation("node-a")).claim(LedgerFixture.AGENCY, 10))
        .isEmpty();

    assertThat(ledger.count("dispatch")).isZero();
  }

  @Test
  void aReplyThatSaysNotNowIsAnAttemptMore() {
    NewInquiry inquiry = ledger.accepted();
    ledger.markSent(inquiry);

    assertThat(tryAgain(inquiry, 3)).isEqualTo(TryAgain.Result.PLANNED);

    assertThat(standing(inquiry).state()).isEqualTo(State.SENT);
    assertThat(standing(inquiry).unsentDue()).isEqualTo(ledger.clock.instant().plusSeconds(60));
    assertThat(new Backlog(ledger.jdbc).owed(LedgerFixture.AGENCY, Instant.EPOCH).inquiries())
        .isZero();
    assertThat(claim(10)).isEmpty();
    ledger.clock.pass(Duration.ofSeconds(61));
    assertThat(claim(10)).extracting(SendWork::attempt).containsExactly(2);
    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.RETRY_PLANNED);
  }

  @Test
  void aReplyThatOvertakesT2SaysSentFirst() {
    NewInquiry inquiry = ledger.accepted();

    tryAgain(inquiry, 3);

    assertThat(standing(inquiry).state()).isEqualTo(State.SENT);
    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.RETRY_PLANNED);
  }

  @Test
  void theSameNotNowAgainIsADuplicateWhileTheNextAttemptWaits() {
    NewInquiry inquiry = ledger.accepted();
    tryAgain(inquiry, 3);

    assertThat(tryAgain(inquiry, 3)).isEqualTo(TryAgain.Result.DUPLICATE);

    assertThat(ledger.timeline(inquiry)).endsWith(EventKind.REPLY_DUPLICATE);
    ledger.clock.pass(Duration.ofSeconds(61));
    assertThat(claim(10)).extracting(SendWork::attempt).containsExactly(2);
  }

  @Test
  void afterTheLastAttemptNothingIsChanged() {
    NewInquiry inquiry = ledger.accepted();
    tryAgain(inquiry, 2);
    ledger.clock.pass(Duration.ofSeconds(61));
    claim(10);

    assertThat(tryAgain(inquiry, 2)).isEqualTo(TryAgain.Result.EXHAUSTED);
    assertThat(standing(inquiry).outcome()).isNull();
  }

  @Test
  void whatHasEndedIsNotTriedAgain() {
    NewInquiry inquiry = ledger.endedBy(Outcome.ANSWERED, "reply");

    assertThat(tryAgain(inquiry, 3)).isEqualTo(TryAgain.Result.ENDED_BEFORE);
    assertThat(ledger.count("dispatch")).isZero();
  }

  @Test
  void whatFailedIsReplayedUnderTheNextAttemptAndEndsOnceMore() {
    NewInquiry inquiry = failed();

    assertThat(replay(inquiry)).isEqualTo(Replay.Result.REPLAYED);
    assertThat(replay(inquiry)).isEqualTo(Replay.Result.NOT_FAILED);

    assertThat(standing(inquiry).state()).isEqualTo(State.ACCEPTED);
    assertThat(standing(inquiry).failure()).isNull();
    assertThat(standing(inquiry).deadline()).isEqualTo(inquiry.deadline());
    List<SendWork> work = claim(10);
    assertThat(work).extracting(SendWork::attempt).containsExactly(2);
    assertThat(work).extracting(SendWork::number).containsExactly(inquiry.number());
    assertThat(done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply"))))
        .isEqualTo(End.Result.SENT_AND_ENDED);
    assertThat(ledger.timeline(inquiry))
        .endsWith(EventKind.ENDED, EventKind.REPLAYED, EventKind.SENT, EventKind.ENDED);
  }

  @Test
  void aReplayAfterTheDeadlineHasAsMuchTimeAgain() {
    NewInquiry inquiry = failed();
    ledger.clock.pass(Duration.ofDays(10));

    replay(inquiry);

    assertThat(standing(inquiry).deadline())
        .isEqualTo(ledger.clock.instant().plus(Duration.ofDays(3)));
  }

  /** However late it comes: the attempt that has left since is still to be answered. */
  @Test
  void aReplyToAnEarlierAttemptAsksForNoMore() {
    NewInquiry inquiry = ledger.accepted();
    assertThat(tryAgain(inquiry, 1, 8)).isEqualTo(TryAgain.Result.PLANNED);
    ledger.clock.pass(Duration.ofMinutes(5));

    assertThat(tryAgain(inquiry, 1, 8)).isEqualTo(TryAgain.Result.DUPLICATE);
    assertThat(tryAgain(inquiry, 2, 8)).isEqualTo(TryAgain.Result.PLANNED);
  }

  @Test
  void onlyWhatFailedIsReplayedAndOnlyWhatIsKept() {
    assertThat(replay(ledger.endedBy(Outcome.NO_DATA, "reply")))
        .isEqualTo(Replay.Result.NOT_FAILED);
    assertThat(replay(ledger.accepted())).isEqualTo(Replay.Result.NOT_FAILED);
    NewInquiry inquiry = failed();
    ledger.jdbc.sql("delete from payload where part = 'MESSAGE'").update();

    assertThat(replay(inquiry)).isEqualTo(Replay.Result.PURGED);
  }

  @Test
  void singleInquiriesAreClaimedBeforeBulkAndKeepAQuarterOfTheWindow() {
    for (int i = 0; i < 6; i++) {
      ledger.accept(inquiry("nhi", Lane.BULK, null));
    }
    ledger.accept(inquiry("nhi", Lane.SINGLE, null));
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 4);

    ledger.claims(ledger.incarnation("node-a")).claim(outbox, LedgerFixture.ALL);

    assertThat(outbox.used()).isEqualTo(3);
    assertThat(outbox.poll().lane()).isEqualTo(Lane.SINGLE);
    assertThat(outbox.poll().lane()).isEqualTo(Lane.BULK);
    assertThat(outbox.reserve(Lane.SINGLE)).isTrue();
    assertThat(outbox.reserve(Lane.SINGLE)).isFalse();
  }

  @Test
  void aCallerWithManyDoesNotKeepTheOthersWaiting() {
    for (int i = 0; i < 8; i++) {
      ledger.accept(inquiry("nhi", Lane.SINGLE, null));
    }
    ledger.accept(inquiry("tax", Lane.SINGLE, null));
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 4, 100);

    ledger
        .claims(ledger.incarnation("node-a"))
        .claim(
            outbox, new Admission(List.of(Lane.SINGLE), Set.of(), List.of("nhi", "tax", "care")));

    assertThat(callers(outbox)).hasSize(4).contains("tax");
  }

  @Test
  void whatNamesAStoppedProviderIsNotClaimedButAProbeTakesOne() {
    ledger.accept(inquiry("nhi", Lane.SINGLE, "2701"));
    ledger.accept(inquiry("nhi", Lane.SINGLE, "2702"));
    ledger.accept(inquiry("nhi", Lane.SINGLE, null));
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 100);
    Claims claims = ledger.claims(ledger.incarnation("node-a"));

    claims.claim(outbox, new Admission(List.of(Lane.SINGLE), Set.of("2701"), List.of("nhi")));

    assertThat(outbox.used()).isEqualTo(2);
    assertThat(claims.anyToProbe(LedgerFixture.AGENCY, "2701", Set.of())).isTrue();
    assertThat(claims.claimProbe(LedgerFixture.AGENCY, "2701", Set.of()).orElseThrow().provider())
        .isEqualTo("2701");
    assertThat(claims.anyToProbe(LedgerFixture.AGENCY, "2701", Set.of())).isFalse();
  }

  @Test
  void whatIsGivenBackIsAnybodysAtOnce() {
    NewInquiry inquiry = ledger.accepted();
    Incarnation here = ledger.incarnation("node-a");
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 100);
    ledger.claims(here).claim(outbox, LedgerFixture.ALL);

    done(ledger.writer.submit(new Release(inquiry.id(), 1, "another")));
    assertThat(claim(10)).isEmpty();
    done(ledger.writer.submit(new Release(inquiry.id(), 1, here.id())));

    assertThat(claim(10)).hasSize(1);
  }

  @Test
  void aPauseBeginsOnceAndMovesTheDeadlinesOfWhatWaited() {
    NewInquiry before = ledger.accepted();
    NewInquiry sent = ledger.accepted();
    ledger.markSent(sent);
    Pause pause = pause(Pause.Cause.OPERATOR, null);
    assertThat(done(ledger.writer.submit(new BeginPause(pause)))).isTrue();
    assertThat(done(ledger.writer.submit(new BeginPause(pause)))).isFalse();
    assertThat(standingPauses()).containsExactly(pause);
    ledger.clock.pass(Duration.ofHours(1));
    NewInquiry during = ledger.accepted();
    ledger.clock.pass(Duration.ofHours(1));

    EndPause end = new EndPause(pause, ledger.clock.instant(), "operator", "over");
    assertThat(done(ledger.writer.submit(end))).isTrue();
    assertThat(done(ledger.writer.submit(end))).isFalse();

    assertThat(standing(before).deadline()).isEqualTo(before.deadline().plus(Duration.ofHours(2)));
    assertThat(standing(during).deadline()).isEqualTo(during.deadline().plus(Duration.ofHours(1)));
    assertThat(standing(sent).deadline()).isEqualTo(sent.deadline());
    assertThat(standingPauses()).isEmpty();
  }

  @Test
  void deadlinesOfWhatIsPausedAndUnsentDoNotCome() {
    NewInquiry unsent = ledger.accepted();
    NewInquiry sent = ledger.accepted();
    ledger.markSent(sent);
    ledger.clock.pass(Duration.ofDays(4));

    assertThat(ledger.reader.due(ledger.clock.instant(), List.of(LedgerFixture.AGENCY), 10))
        .extracting(Inquiry::id)
        .containsExactly(sent.id());
    assertThat(ledger.reader.due(ledger.clock.instant(), List.of(), 10))
        .extracting(Inquiry::id)
        .containsExactlyInAnyOrder(unsent.id(), sent.id());
  }

  @Test
  void oneNodeTakesTheTurnToProbe() {
    Pause broken = pause(Pause.Cause.BROKEN, ledger.clock.instant());
    done(ledger.writer.submit(new BeginPause(broken)));
    Instant next = ledger.clock.instant().plusSeconds(10);

    assertThat(done(ledger.writer.submit(new TakeProbe(broken, next)))).isTrue();
    assertThat(done(ledger.writer.submit(new TakeProbe(broken, next)))).isFalse();

    assertThat(standingPauses().get(0).probeDue()).isEqualTo(next);
    assertThat(standingPauses().get(0).probes()).isEqualTo(1);
  }

  private NewInquiry failed() {
    NewInquiry inquiry = ledger.accepted();
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.FAILED, "cannot")));
    return inquiry;
  }

  private Replay.Result replay(NewInquiry inquiry) {
    Instant now = ledger.clock.instant();
    return done(
        ledger.writer.submit(
            new Replay(inquiry.id(), inquiry.caseKey(), now, now, "operator", "mended")));
  }

  private TryAgain.Result tryAgain(NewInquiry inquiry, int most) {
    return tryAgain(inquiry, 0, most);
  }

  private TryAgain.Result tryAgain(NewInquiry inquiry, int answered, int most) {
    return done(
        ledger.writer.submit(
            new TryAgain(
                inquiry.id(),
                LedgerFixture.FLOW,
                LedgerFixture.AGENCY,
                answered,
                most,
                true,
                refusals -> Duration.ofMinutes(refusals),
                ledger.clock.instant(),
                "TEMPORARY")));
  }

  private Inquiry standing(NewInquiry inquiry) {
    return ledger.reader.inquiry(inquiry.id()).orElseThrow();
  }

  private List<SendWork> claim(int capacity) {
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, capacity, 100);
    ledger.claims(ledger.incarnation("node-b")).claim(outbox, LedgerFixture.ALL);
    return Stream.generate(outbox::poll).takeWhile(Objects::nonNull).toList();
  }

  private List<String> callers(Outbox outbox) {
    return Stream.generate(outbox::poll)
        .takeWhile(Objects::nonNull)
        .map(work -> ledger.reader.inquiry(work.inquiryId()).orElseThrow().caller())
        .toList();
  }

  private Pause pause(Pause.Cause cause, Instant probeDue) {
    return new Pause(
        "information-network",
        LedgerFixture.AGENCY,
        "",
        cause,
        ledger.clock.instant(),
        "operator",
        "maintenance",
        probeDue,
        0);
  }

  private List<Pause> standingPauses() {
    Pauses pauses = new Pauses(ledger.jdbc);
    pauses.read();
    return pauses.standing();
  }

  NewInquiry inquiry(String caller, Lane lane, String provider) {
    NewInquiry one = ledger.inquiry("key-" + ledger.count("inquiry"), "body");
    return new NewInquiry(
        one.id(),
        one.number(),
        caller,
        one.flow(),
        one.agency(),
        provider,
        lane,
        one.caseId(),
        null,
        false,
        null,
        one.environment(),
        one.subject(),
        one.nonDisclosable(),
        one.idempotencyKeys(),
        one.fingerprints(),
        one.accepted(),
        one.deadline(),
        one.request(),
        one.message(),
        one.substituted());
  }
}
