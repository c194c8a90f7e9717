package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.done;
import static jp.renkei.ledger.LedgerFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.flow.Span;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger promises of questions to owners, the same on every database. */
abstract class QuestionContract {

  private static final String FLOW = LedgerFixture.FLOW;
  private static final String AGENCY = LedgerFixture.AGENCY;
  private static final Duration KEEP = Duration.ofDays(4);

  LedgerFixture ledger;
  private Questions questions;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    questions = new Questions(ledger.jdbc, ledger.gate);
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void theSecondJoinsTheFirst() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    NewInquiry other = ledger.accepted();

    assertThat(offer(first, "a")).isEqualTo(OfferQuestion.Result.OPENED);
    assertThat(offer(second, "a")).isEqualTo(OfferQuestion.Result.JOINED);
    assertThat(offer(other, "b")).isEqualTo(OfferQuestion.Result.OPENED);
    assertThat(offer(second, "a")).as("again").isEqualTo(OfferQuestion.Result.WITHOUT_EFFECT);

    assertThat(open(10)).containsExactlyInAnyOrder(first.id(), other.id());
    assertThat(questions.askedBy(second.id())).contains(first.id());
    assertThat(ledger.timeline(second)).containsExactly(EventKind.ACCEPTED, EventKind.OFFERED);
  }

  @Test
  void nodesThatHashUnderDifferentKeysFindEachOther() {
    NewInquiry old = ledger.accepted();
    NewInquiry both = ledger.accepted();
    NewInquiry later = ledger.accepted();

    offer(old, List.of(hash(1, "a")));
    assertThat(offer(both, List.of(hash(2, "a"), hash(1, "a"))))
        .isEqualTo(OfferQuestion.Result.JOINED);
    assertThat(offer(later, List.of(hash(2, "a")))).isEqualTo(OfferQuestion.Result.JOINED);

    assertThat(open(10)).containsExactly(old.id());
  }

  @Test
  void isSentWhenItIsFetchedAndWhoeverJoinsThenAtOnce() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");

    fetch(first);
    offer(second, "a");
    fetch(first);

    for (NewInquiry asker : List.of(first, second)) {
      assertThat(standing(asker).state()).isEqualTo(State.SENT);
      assertThat(ledger.timeline(asker))
          .containsExactly(EventKind.ACCEPTED, EventKind.OFFERED, EventKind.SENT);
    }
  }

  @Test
  void oneAnswerEndsEverybodyAndIsTakenOnce() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    offer(second, "a");

    assertThat(answer("x", first, second)).isEqualTo(AnswerQuestion.Standing.ANSWERED);
    assertThat(answer("x", first, second)).isEqualTo(AnswerQuestion.Standing.SAME_AGAIN);
    assertThat(answer("y", first, second)).isEqualTo(AnswerQuestion.Standing.DIFFERENT);

    for (NewInquiry asker : List.of(first, second)) {
      assertThat(standing(asker).outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(ledger.timeline(asker))
          .containsOnlyOnce(EventKind.ENDED)
          .endsWith(EventKind.REPLY_DUPLICATE, EventKind.REPLY_DIFFERENT);
    }
    assertThat(open(10)).isEmpty();
    assertThat(ledger.count("dispatch")).isZero();
    NewInquiry later = ledger.accepted();
    assertThat(offer(later, "a")).isEqualTo(OfferQuestion.Result.OPENED);
  }

  @Test
  void anAnswerThatOvertakesTheNoteThatItWasSentTellsOfBoth() {
    NewInquiry first = ledger.accepted();
    offer(first, "a");

    answer("x", first);
    fetch(first);

    assertThat(ledger.timeline(first))
        .containsExactly(EventKind.ACCEPTED, EventKind.OFFERED, EventKind.SENT, EventKind.ENDED);
  }

  @Test
  void whoHasJoinedMeanwhileIsNotLeftOut() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    offer(second, "a");

    assertThat(answer("x", first)).isEqualTo(AnswerQuestion.Standing.OTHER_ASKERS);

    assertThat(standing(first).outcome()).isNull();
    assertThat(open(10)).containsExactly(first.id());
  }

  @Test
  void whatNobodyWaitsForIsLateAndANewQuestionIsOpened() {
    NewInquiry first = ledger.accepted();
    offer(first, "a");
    done(ledger.writer.submit(ledger.end(first, Outcome.EXPIRED, null)));
    assertThat(open(10)).isEmpty();

    assertThat(answer("x", first)).isEqualTo(AnswerQuestion.Standing.LATE);

    assertThat(standing(first).outcome()).isEqualTo(Outcome.EXPIRED);
    assertThat(ledger.reader.payload(first.id(), Part.ANSWER)).isEmpty();
    assertThat(ledger.timeline(first)).endsWith(EventKind.REPLY_LATE);
    NewInquiry later = ledger.accepted();
    assertThat(offer(later, "a")).isEqualTo(OfferQuestion.Result.OPENED);
    assertThat(open(10)).containsExactly(later.id());
  }

  @Test
  void whatHasEndedIsNotOffered() {
    NewInquiry first = ledger.accepted();
    done(ledger.writer.submit(ledger.end(first, Outcome.CANCELLED, null)));

    assertThat(offer(first, "a")).isEqualTo(OfferQuestion.Result.WITHOUT_EFFECT);

    assertThat(ledger.count("question")).isZero();
    assertThat(ledger.count("question_open")).isZero();
  }

  @Test
  void whatIsPurgedLeavesNothing() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    offer(second, "a");
    done(ledger.writer.submit(ledger.end(first, Outcome.EXPIRED, null)));
    purge(first);
    assertThat(open(10)).as("the other still waits").containsExactly(first.id());

    done(ledger.writer.submit(ledger.end(second, Outcome.EXPIRED, null)));
    purge(second);

    for (String table : List.of("question", "question_asker", "question_open")) {
      assertThat(ledger.count(table)).as(table).isZero();
    }
    assertThat(answer("x", first)).isEqualTo(AnswerQuestion.Standing.GONE);
  }

  @Test
  void anOwnerByQueueIsToldOnceOnWhicheverNode() throws Exception {
    NewInquiry first = ledger.accepted();
    offer(first, "a");
    assertThat(untold()).containsExactly(first.id());

    assertThat(tell(ledger.writer, false, first)).isEqualTo(TellQuestion.Result.TOLD);
    try (LedgerWriter other = ledger.writer(ledger.pool)) {
      assertThat(tell(other, false, first)).isEqualTo(TellQuestion.Result.WITHOUT_EFFECT);
    }

    assertThat(untold()).isEmpty();
    assertThat(ledger.count("delivery")).isEqualTo(1);
    assertThat(ledger.timeline(first)).containsExactly(EventKind.ACCEPTED, EventKind.OFFERED);
  }

  @Test
  void whoJoinsWhileItIsWrittenIsSeenBeforeItIsTold() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    offer(second, "a");

    assertThat(tell(ledger.writer, false, first)).isEqualTo(TellQuestion.Result.OTHER_ASKERS);

    assertThat(ledger.count("delivery")).isZero();
    assertThat(untold()).containsExactly(first.id());
  }

  @Test
  void isToldAgainWhereSomebodyWantsItKeptFromViewAndNotForMore() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    NewInquiry third = ledger.accepted();
    offer(first, "a");
    tell(ledger.writer, false, first);
    String before = owed();

    done(ledger.writer.submit(offering(second, List.of(hash(1, "a")), true)));
    assertThat(untold()).containsExactly(first.id());
    assertThat(questions.isOwed(before)).isTrue();
    assertThat(tell(ledger.writer, true, first, second)).isEqualTo(TellQuestion.Result.TOLD);
    done(ledger.writer.submit(offering(third, List.of(hash(1, "a")), true)));

    assertThat(untold()).isEmpty();
    assertThat(questions.isOwed(before)).as("which says less").isFalse();
    assertThat(owed()).isNotEqualTo(before);
    assertThat(ledger.timeline(first))
        .endsWith(EventKind.OFFERED, EventKind.KEPT_FROM_VIEW, EventKind.OFFERED_AGAIN);
  }

  @Test
  void whatIsKeptFromViewOnceStaysSoThoughWhoWantedItHasEnded() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    assertThat(isKept(first)).isFalse();
    done(ledger.writer.submit(offering(second, List.of(hash(1, "a")), true)));
    done(ledger.writer.submit(ledger.end(second, Outcome.CANCELLED, null)));
    purge(second);

    tell(ledger.writer, false, first);

    assertThat(isKept(first)).isTrue();
  }

  /** Late or otherwise: what is keyed in by hand after it is kept from view, too. */
  @Test
  void whatItsOwnerKeepsFromViewStaysSoForWhoeverAsked() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    NewInquiry other = ledger.accepted();
    offer(first, "a");
    offer(second, "a");
    offer(other, "b");
    done(ledger.writer.submit(ledger.end(first, Outcome.EXPIRED, null)));
    done(ledger.writer.submit(ledger.end(second, Outcome.EXPIRED, null)));
    assertThat(questions.isKept(second.id())).isFalse();

    GivenItems marked = new GivenItems(List.of("result"), List.of(), true);
    List<End> ends =
        Stream.of(first, second)
            .map(asker -> ledger.end(asker, Outcome.ANSWERED, asker.number(), marked))
            .toList();
    done(
        ledger.writer.submit(
            new AnswerQuestion(first.id(), List.of(hash(1, "x")), ends, ledger.clock.instant())));

    assertThat(questions.isKept(first.id())).isTrue();
    assertThat(questions.isKept(second.id())).isTrue();
    assertThat(questions.isKept(other.id())).isFalse();
    assertThat(questions.isKept(ledger.accepted().id())).as("asks no owner").isFalse();
    for (NewInquiry asker : List.of(first, second)) {
      assertThat(ledger.timeline(asker)).containsOnlyOnce(EventKind.KEPT_FROM_VIEW);
      assertThat(isDisclosable(asker)).as("to the person").isFalse();
    }
    assertThat(ledger.timeline(other)).doesNotContain(EventKind.KEPT_FROM_VIEW);
    assertThat(isDisclosable(other)).isTrue();
  }

  @Test
  void whatIsMarkedByHandIsKeptFromViewForWhoeverAskedTheSame() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    offer(second, "a");
    done(ledger.writer.submit(ledger.end(first, Outcome.EXPIRED, null)));
    done(ledger.writer.submit(ledger.end(second, Outcome.EXPIRED, null)));
    Instant now = ledger.clock.instant();
    done(
        ledger.writer.submit(
            new KeepKeyed(first.id(), FLOW, AGENCY, "a call", "operator", now, new byte[] {1})));

    GivenItems marked = new GivenItems(List.of("result"), List.of(), true);
    End end =
        new End(
            first.id(),
            FLOW,
            AGENCY,
            first.caseKey(),
            Outcome.MANUAL,
            null,
            first.accepted(),
            null,
            now,
            null,
            new byte[] {4},
            marked,
            "operator2");
    assertThat(done(ledger.writer.submit(new ConfirmKeyed(1, "a call", Outcome.ANSWERED, end))))
        .isEqualTo(ConfirmKeyed.Result.CONFIRMED_LATE);

    assertThat(questions.isKept(second.id())).isTrue();
    assertThat(ledger.timeline(second)).endsWith(EventKind.ENDED, EventKind.KEPT_FROM_VIEW);
    assertThat(isDisclosable(second)).isFalse();
  }

  @Test
  void whoJoinsWhatIsKeptFromViewIsMarkedToo() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    done(ledger.writer.submit(offering(first, List.of(hash(1, "a")), true)));

    offer(second, "a");

    assertThat(ledger.timeline(second)).endsWith(EventKind.OFFERED, EventKind.KEPT_FROM_VIEW);
    assertThat(isDisclosable(second)).isFalse();
  }

  private boolean isDisclosable(NewInquiry inquiry) {
    Span all = new Span(Instant.EPOCH, ledger.clock.instant().plusSeconds(1));
    return new Disclosures(ledger.jdbc, ledger.gate)
        .of(List.of(inquiry.subject()), all, null, 100).stream()
            .filter(told -> told.inquiry().id().equals(inquiry.id()))
            .map(told -> !told.nonDisclosable())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void isToldAgainWhenWhatWasToldMayBeKeptNoLongerAndSomebodyStillWaits() {
    NewInquiry first = ledger.accepted();
    offer(first, "a");
    tell(ledger.writer, false, first);

    ledger.clock.pass(KEEP);

    assertThat(untold()).containsExactly(first.id());
    assertThat(tell(ledger.writer, false, first)).isEqualTo(TellQuestion.Result.TOLD);
    assertThat(untold()).isEmpty();
  }

  @Test
  void whatNobodyWaitsForIsNotToldAndNeverDueAgain() {
    NewInquiry ended = ledger.accepted();
    NewInquiry answered = ledger.accepted();
    offer(ended, "a");
    offer(answered, "b");
    done(ledger.writer.submit(ledger.end(ended, Outcome.CANCELLED, null)));
    answer("x", answered);

    assertThat(tell(ledger.writer, false, ended)).isEqualTo(TellQuestion.Result.WITHOUT_EFFECT);
    assertThat(tell(ledger.writer, false, answered)).isEqualTo(TellQuestion.Result.WITHOUT_EFFECT);

    assertThat(ledger.count("delivery")).isZero();
    assertThat(untold()).isEmpty();
  }

  @Test
  void whatCannotBeToldIsDueAgainInAMinute() {
    NewInquiry first = ledger.accepted();
    offer(first, "a");
    Instant now = ledger.clock.instant();

    done(ledger.writer.submit(new TellQuestion(first.id(), Set.of(), false, null, now)));

    assertThat(untold()).isEmpty();
    ledger.clock.pass(Duration.ofMinutes(1));
    assertThat(untold()).containsExactly(first.id());
    assertThat(tell(ledger.writer, false, first)).isEqualTo(TellQuestion.Result.TOLD);
  }

  @Test
  void whatIsTakenBackIsOwedNoMoreAndToldToWhoeverJoinedMeanwhile() {
    NewInquiry first = ledger.accepted();
    NewInquiry second = ledger.accepted();
    offer(first, "a");
    tell(ledger.writer, false, first);
    String owed = owed();
    offer(second, "a");

    withdraw(owed, first);

    assertThat(ledger.count("delivery")).isZero();
    assertThat(untold()).containsExactly(first.id());
    assertThat(tell(ledger.writer, false, first, second)).isEqualTo(TellQuestion.Result.TOLD);
    assertThat(ledger.timeline(first)).as("the first never left").endsWith(EventKind.OFFERED);
    withdraw(owed, first);
    assertThat(untold()).as("taken back before").isEmpty();
  }

  @Test
  void whatWasPromisedByAnotherQueueIsFound() {
    NewInquiry first = ledger.accepted();
    offer(first, "a");
    tell(ledger.writer, false, first);

    assertThat(questions.promisedElsewhere(AGENCY, "hub.questions.nhi")).isEmpty();
    assertThat(questions.promisedElsewhere("other", "hub.questions.new")).isEmpty();
    assertThat(questions.promisedElsewhere(AGENCY, "hub.questions.new"))
        .containsExactly(new Questions.Promised(first.id(), owed()));
  }

  @Test
  void whatIsTakenBackWhereNobodyWaitsIsNeverDueAgain() {
    NewInquiry first = ledger.accepted();
    offer(first, "a");
    tell(ledger.writer, false, first);
    done(ledger.writer.submit(ledger.end(first, Outcome.CANCELLED, null)));

    withdraw(owed(), first);
    tell(ledger.writer, false, first);

    assertThat(ledger.count("delivery")).isZero();
    assertThat(untold()).isEmpty();
  }

  /** Two nodes at once: whoever comes first opens it, and nobody is left without an outcome. */
  @Test
  void twoNodesAskTheOwnerOnce() throws Exception {
    try (LedgerWriter other = ledger.writer(ledger.pool)) {
      for (int round = 0; round < 20; round++) {
        List<NewInquiry> asking = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          asking.add(ledger.accepted());
        }
        String question = "round" + round;
        List<CompletableFuture<OfferQuestion.Result>> offered = new ArrayList<>();
        for (int i = 0; i < asking.size(); i++) {
          LedgerWriter node = i % 2 == 0 ? ledger.writer : other;
          offered.add(node.submit(offering(asking.get(i), List.of(hash(1, question)))));
        }
        offered.forEach(LedgerFixture::done);

        List<String> open = open(1_000);
        assertThat(open).hasSize(1);
        List<Inquiry> askers = questions.askers(open.get(0));
        assertThat(askers).hasSize(asking.size());
        NewInquiry[] inOrder =
            asking.stream()
                .sorted(java.util.Comparator.comparing(NewInquiry::id))
                .toArray(NewInquiry[]::new);
        assertThat(answer(open.get(0), "x", inOrder)).isEqualTo(AnswerQuestion.Standing.ANSWERED);
        assertThat(asking)
            .allSatisfy(one -> assertThat(standing(one).outcome()).isEqualTo(Outcome.ANSWERED));
      }
    }
  }

  private OfferQuestion.Result offer(NewInquiry inquiry, String question) {
    return offer(inquiry, List.of(hash(1, question)));
  }

  private OfferQuestion.Result offer(NewInquiry inquiry, List<KeyedHash> question) {
    return done(ledger.writer.submit(offering(inquiry, question)));
  }

  private OfferQuestion offering(NewInquiry inquiry, List<KeyedHash> question) {
    return offering(inquiry, question, false);
  }

  private OfferQuestion offering(NewInquiry inquiry, List<KeyedHash> question, boolean kept) {
    return new OfferQuestion(inquiry.id(), FLOW, AGENCY, 1, question, kept, ledger.clock.instant());
  }

  private List<String> untold() {
    return questions.untold(AGENCY, ledger.clock.instant(), 10);
  }

  private TellQuestion.Result tell(LedgerWriter node, boolean kept, NewInquiry... askers) {
    Set<String> known = Stream.of(askers).map(NewInquiry::id).collect(Collectors.toSet());
    Instant now = ledger.clock.instant();
    String id = ledger.identifiers.id();
    Delivery delivery =
        new Delivery(
            id,
            "hub.questions.nhi",
            "duplicate " + id,
            askers[0].number(),
            "kind/1.0",
            null,
            askers[0].id(),
            now,
            now.plus(KEEP),
            new byte[] {1},
            null,
            null);
    return done(node.submit(new TellQuestion(askers[0].id(), known, kept, delivery, now)));
  }

  private boolean isKept(NewInquiry question) {
    return questions.open(question.id()).orElseThrow().kept();
  }

  private void withdraw(String delivery, NewInquiry question) {
    Instant now = ledger.clock.instant();
    done(ledger.writer.submit(new WithdrawDelivery(delivery, question.id(), now)));
  }

  /** The only delivery that is owed. */
  private String owed() {
    return ledger.jdbc.sql("select id from delivery").query(String.class).single();
  }

  private void fetch(NewInquiry question) {
    done(
        ledger.writer.submit(
            new FetchQuestion(question.id(), FLOW, AGENCY, ledger.clock.instant())));
  }

  private AnswerQuestion.Standing answer(String told, NewInquiry... askers) {
    return answer(askers[0].id(), told, askers);
  }

  private AnswerQuestion.Standing answer(String question, String told, NewInquiry... askers) {
    List<End> ends = new ArrayList<>();
    for (NewInquiry asker : askers) {
      ends.add(ledger.end(asker, Outcome.ANSWERED, told + " to " + asker.number()));
    }
    return done(ledger.writer.submit(
            new AnswerQuestion(question, List.of(hash(1, told)), ends, ledger.clock.instant())))
        .standing();
  }

  private void purge(NewInquiry inquiry) {
    done(
        ledger.writer.submit(
            new Purge(inquiry.id(), FLOW, AGENCY, ledger.clock.instant(), ledger.clock.instant())));
  }

  private Inquiry standing(NewInquiry inquiry) {
    return ledger.reader.inquiry(inquiry.id()).orElseThrow();
  }

  private List<String> open(int limit) {
    return questions.open(List.of(AGENCY), null, limit).stream().map(OpenQuestion::id).toList();
  }
}
