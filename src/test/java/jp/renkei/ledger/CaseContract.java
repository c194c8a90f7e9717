package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.CASE;
import static jp.renkei.ledger.LedgerFixture.FLOW;
import static jp.renkei.ledger.LedgerFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger promises of cases, the same on every database. */
abstract class CaseContract {

  private static final String OTHER = "eligibility.other";

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
  void itComesToBeByItsFirstInquiry() {
    assertThat(ledger.cases().find(CASE, 10)).isEmpty();

    NewInquiry inquiry = ledger.accepted();

    Case its = ledger.cases().find(CASE, 10).orElseThrow();
    assertThat(its.opened()).isEqualTo(inquiry.accepted());
    assertThat(its.sealed()).isNull();
    assertThat(its.counts()).containsExactly(new CaseCount(FLOW, null, false, 1));
    assertThat(its.inquiries()).extracting(CaseInquiry::id).containsExactly(inquiry.id());
    assertThat(ledger.cases().find(new CaseKey("tax", CASE.id()), 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void whateverTheEndItIsCompletedWhenNothingIsOpen(Outcome outcome) {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    declare(true);

    end(first, outcome);
    assertThat(openInquiries()).isEqualTo(1);
    assertThat(completions()).isEmpty();

    end(second, outcome);
    assertThat(openInquiries()).isZero();
    assertThat(completions()).containsExactly("nhi 2026-004512");
    assertThat(its().completed()).isEqualTo(ledger.clock.instant());
  }

  @Test
  void sealingCompletesWhatHasEnded() {
    end(ledger.accepted(), Outcome.ANSWERED);
    assertThat(completions()).isEmpty();

    declare(true);

    assertThat(completions()).hasSize(1);
    declare(true);
    assertThat(completions()).hasSize(1);
  }

  @Test
  void itWaitsForEveryFlowThatItExpects() {
    declare(true, FLOW, OTHER);
    assertThat(completions()).isEmpty();

    end(ledger.accepted(), Outcome.ANSWERED);
    assertThat(completions()).isEmpty();

    NewInquiry other = ledger.inquiry(CASE, OTHER, "other");
    ledger.accept(other);
    end(other, Outcome.NO_DATA);
    assertThat(completions()).hasSize(1);
  }

  @Test
  void whatIsExpectedGrowsUntilItIsSealed() {
    assertThat(declare(false, FLOW)).isEqualTo(DeclareCase.Result.DECLARED);
    assertThat(declare(false, OTHER)).isEqualTo(DeclareCase.Result.DECLARED);
    assertThat(declare(true)).isEqualTo(DeclareCase.Result.DECLARED);
    assertThat(declare(true, FLOW)).isEqualTo(DeclareCase.Result.DECLARED);
    assertThat(declare(true, "assessment.third")).isEqualTo(DeclareCase.Result.SEALED_BEFORE);

    assertThat(its().expects()).containsExactly(FLOW, OTHER);
    assertThat(events(EventKind.CASE_SEALED)).hasSize(1);
  }

  @Test
  void aCompletedCaseTakesNothingNewAndKnowsWhatItHad() {
    NewInquiry first = ledger.inquiry("key", "body");
    ledger.accept(first);
    declare(true);
    assertThat(ledger.accept(ledger.inquiry("second", "body")).fresh()).isTrue();
    end(first, Outcome.ANSWERED);
    endAll();
    assertThat(completions()).hasSize(1);

    assertThat(ledger.accept(ledger.inquiry("third", "body"))).isEqualTo(Acceptance.CASE_COMPLETED);
    Acceptance repeated = ledger.accept(ledger.inquiry("key", "body"));
    assertThat(repeated.inquiry().id()).isEqualTo(first.id());
    assertThat(repeated.sameBody()).isTrue();
    assertThat(ledger.accept(ledger.inquiry("key", "another")).sameBody()).isFalse();
    assertThat(ledger.count("inquiry")).isEqualTo(2);
    assertThat(ledger.accept(ledger.inquiry(new CaseKey("nhi", "another"), FLOW, "4")).fresh())
        .isTrue();
    assertThat(ledger.accept(ledger.inquiry(new CaseKey("tax", CASE.id()), FLOW, "5")).fresh())
        .isTrue();
  }

  @Test
  void aRepetitionThatNamesAnotherCaseMakesNone() {
    ledger.accept(ledger.inquiry(CASE, FLOW, "key"));

    CaseKey another = new CaseKey("nhi", "another");
    assertThat(ledger.accept(ledger.inquiry(another, FLOW, "key")).fresh()).isFalse();

    assertThat(ledger.cases().find(another, 10)).isEmpty();
    assertThat(openInquiries()).isEqualTo(1);
  }

  @Test
  void aReplayOpensAnInquiryAgainAndTheCompletionStays() {
    NewInquiry inquiry = ledger.accepted();
    declare(true);
    end(inquiry, Outcome.FAILED);
    assertThat(completions()).hasSize(1);

    for (Replay.Result must : List.of(Replay.Result.REPLAYED, Replay.Result.NOT_FAILED)) {
      assertThat(
              done(
                  ledger.writer.submit(
                      new Replay(
                          inquiry.id(),
                          CASE,
                          ledger.clock.instant(),
                          ledger.clock.instant(),
                          "operator",
                          "mended"))))
          .isEqualTo(must);
    }
    assertThat(openInquiries()).isEqualTo(1);
    assertThat(ledger.accept(ledger.inquiry("late", "body"))).isEqualTo(Acceptance.CASE_COMPLETED);

    end(inquiry, Outcome.ANSWERED);
    assertThat(openInquiries()).isZero();
    assertThat(completions()).hasSize(1);
  }

  @Test
  void whatIsAskedAgainIsTold() {
    NewInquiry first = ledger.accepted();
    end(first, Outcome.NO_DATA);
    NewInquiry second = ledger.again(first);
    ledger.accept(second);

    Case its = its();
    assertThat(its.counts())
        .containsExactlyInAnyOrder(
            new CaseCount(FLOW, Outcome.NO_DATA, true, 1), new CaseCount(FLOW, null, false, 1));
    assertThat(its.inquiries())
        .extracting(CaseInquiry::id, CaseInquiry::superseded, CaseInquiry::supersedes)
        .containsExactly(tuple(second.id(), false, first.id()), tuple(first.id(), true, null));
    assertThat(ledger.cases().find(CASE, 1).orElseThrow().inquiries()).hasSize(1);
  }

  @Test
  void twoNodesOnTheSameCasesNeverWaitForEachOtherInACircle() throws Exception {
    RecordingListener here = new RecordingListener();
    RecordingListener there = new RecordingListener();
    List<CaseKey> keys =
        IntStream.range(0, 12)
            .mapToObj(i -> new CaseKey(i % 2 == 0 ? "nhi" : "tax", "c" + i / 2))
            .toList();
    List<NewInquiry> inquiries = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      inquiries.add(ledger.inquiry(keys.get(i % keys.size()), FLOW, "key-" + i));
    }
    Random random = new Random(20261129);
    try (LedgerWriter one = ledger.writer(ledger.pool, here);
        LedgerWriter other = ledger.writer(ledger.pool, there)) {
      Collections.shuffle(inquiries, random);
      List<CompletableFuture<?>> all = new ArrayList<>();
      for (NewInquiry inquiry : inquiries) {
        LedgerWriter at = random.nextBoolean() ? one : other;
        LedgerWriter endsAt = random.nextBoolean() ? one : other;
        all.add(
            at.submit(new Accept(inquiry, null, null))
                .thenCompose(
                    accepted -> endsAt.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply"))));
      }
      for (CaseKey key : keys) {
        all.add(
            (random.nextBoolean() ? one : other)
                .submit(
                    new DeclareCase(
                        key, Set.of(FLOW), false, ledger.clock.instant(), key.caller())));
      }
      all.forEach(LedgerFixture::done);
      keys.stream()
          .map(key -> new DeclareCase(key, Set.of(), true, ledger.clock.instant(), key.caller()))
          .map(one::submit)
          .forEach(LedgerFixture::done);
    }

    assertThat(here.failures()).isEmpty();
    assertThat(there.failures()).isEmpty();
    assertThat(completions())
        .containsExactlyInAnyOrderElementsOf(keys.stream().map(CaseKey::toString).toList());
    assertThat(
            ledger
                .jdbc
                .sql("select max(open_inquiries) from inquiry_case")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private DeclareCase.Result declare(boolean seal, String... expects) {
    return done(
        ledger.writer.submit(
            new DeclareCase(CASE, Set.of(expects), seal, ledger.clock.instant(), "nhi")));
  }

  private void end(NewInquiry inquiry, Outcome outcome) {
    ledger.clock.pass(Duration.ofSeconds(1));
    done(ledger.writer.submit(ledger.end(inquiry, outcome, null)));
  }

  /** Ends whatever is open. */
  private void endAll() {
    ledger.clock.pass(Duration.ofDays(4));
    ledger
        .reader
        .due(ledger.clock.instant(), List.of(), 100)
        .forEach(
            due ->
                done(
                    ledger.writer.submit(
                        new End(
                            due.id(),
                            due.flow(),
                            due.agency(),
                            due.caseKey(),
                            Outcome.EXPIRED,
                            null,
                            due.accepted(),
                            null,
                            ledger.clock.instant(),
                            null,
                            null,
                            GivenItems.NONE,
                            "hub"))));
  }

  private Case its() {
    return ledger.cases().find(CASE, 10).orElseThrow();
  }

  private int openInquiries() {
    return ledger
        .jdbc
        .sql("select open_inquiries from inquiry_case where caller = 'nhi' and case_id = ?")
        .param(CASE.id())
        .query(Integer.class)
        .single();
  }

  private List<String> completions() {
    return events(EventKind.CASE_COMPLETED);
  }

  private List<String> events(EventKind kind) {
    return ledger
        .jdbc
        .sql("select detail from event where what = ?")
        .param(kind.name())
        .query(String.class)
        .list();
  }
}
