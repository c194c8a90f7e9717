package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger promises of inquiries on paper and by hand, the same on every database. */
abstract class DocumentContract {

  private static final String SOURCE = "telephone note 12";

  private LedgerFixture ledger;
  private Documents documents;
  private KeyedAnswers keyed;
  private NewInquiry inquiry;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    documents = new Documents(ledger.jdbc, ledger.gate);
    keyed = new KeyedAnswers(ledger.jdbc, ledger.gate);
    inquiry = accept("key");
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void aDocumentIsNumberedOnce() {
    DocumentRow first = number(inquiry, null);
    ledger.clock.pass(Duration.ofDays(1));

    assertThat(number(inquiry, null)).isEqualTo(first);
    assertThat(documents.of(inquiry.id())).contains(first);
    assertThat(first.number().form()).isEqualTo("SIN");
    assertThat(events()).containsOnlyOnce(EventKind.DOCUMENT_NUMBERED);
    assertThat(ledger.reader.events(inquiry.id()))
        .extracting(Event::detail)
        .contains(first.number().text());
  }

  @Test
  void noTwoDocumentsHaveOneNumber() {
    List<DocumentNumber> numbers =
        IntStream.range(0, 20)
            .mapToObj(i -> number(accept("other" + i), null).number())
            .distinct()
            .toList();

    assertThat(numbers).hasSize(20).doesNotContain(number(inquiry, null).number());
  }

  @Test
  void aReminderIsDueWhenItsTimeHasComeAndTheLetterIsOut() {
    number(inquiry, in(Duration.ofDays(1)));
    assertThat(due()).isEmpty();

    ledger.clock.pass(Duration.ofDays(1));
    assertThat(due()).isEmpty();
    send();
    assertThat(due()).containsExactly(inquiry.id());

    ledger.clock.pass(Duration.ofDays(2));
    assertThat(due()).as("at the deadline").isEmpty();
  }

  @Test
  void whatHasEndedIsNotReminded() {
    number(inquiry, ledger.clock.instant());
    send();
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.CANCELLED, null)));

    assertThat(due()).isEmpty();
    assertThat(take("A", 0)).as("seen before it ended").isFalse();
  }

  @Test
  void oneNodeTakesAReminderUntilItsClaimRunsOut() {
    number(inquiry, ledger.clock.instant());
    send();

    assertThat(take("A", 0)).isTrue();
    assertThat(take("B", 0)).isFalse();
    assertThat(due()).isEmpty();

    ledger.clock.pass(Incarnation.LEASE);
    assertThat(due()).containsExactly(inquiry.id());
    assertThat(take("B", 0)).isTrue();
  }

  @Test
  void aReminderIsNotedOnce() {
    number(inquiry, ledger.clock.instant());
    send();
    take("A", 0);

    note(1, in(Duration.ofHours(1)));
    note(1, null);

    assertThat(events()).containsOnlyOnce(EventKind.REMINDED);
    assertThat(documents.of(inquiry.id()).orElseThrow().reminders()).isEqualTo(1);
    assertThat(due()).isEmpty();
    assertThat(take("B", 0)).as("the first one again").isFalse();
    ledger.clock.pass(Duration.ofHours(1));
    assertThat(due()).containsExactly(inquiry.id());
  }

  @Test
  void anAnswerIsKeptUntilAnotherPersonConfirmsIt() {
    number(inquiry, null);
    assertThat(key("operator", 1)).isEqualTo(KeepKeyed.Result.KEPT);

    assertThat(ledger.reader.payload(inquiry.id(), Part.KEYED)).hasValue(new byte[] {1});
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).isEmpty();
    assertThat(confirm("operator", 1)).isEqualTo(ConfirmKeyed.Result.CHANGED);
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.CONFIRMED);

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.MANUAL);
    assertThat(ledger.reader.payload(inquiry.id(), Part.KEYED)).isEmpty();
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).isPresent();
    assertThat(events())
        .endsWith(
            EventKind.ANSWER_KEYED,
            EventKind.ANSWER_CONFIRMED,
            EventKind.ITEMS_REMOVED,
            EventKind.ENDED);
    assertThat(ledger.count("dispatch")).isZero();
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.ENDED_BEFORE);
    assertThat(events()).containsOnlyOnce(EventKind.ANSWER_CONFIRMED);
  }

  @Test
  void whatIsKeyedInAnewTakesThePlaceOfTheOneBefore() {
    number(inquiry, null);
    key("operator", 1);
    key("operator2", 2);

    assertThat(ledger.reader.payload(inquiry.id(), Part.KEYED)).hasValue(new byte[] {2});
    assertThat(confirm("operator", 1)).as("the first one").isEqualTo(ConfirmKeyed.Result.CHANGED);
    assertThat(confirm("operator", 2)).isEqualTo(ConfirmKeyed.Result.CONFIRMED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWERED", "PARTIAL", "REJECTED", "CANCELLED", "MANUAL"})
  void whatIsSettledIsNotAnswered(Outcome outcome) {
    number(inquiry, null);
    key("operator", 1);
    end(outcome);

    assertThat(key("operator", 1)).isEqualTo(KeepKeyed.Result.ENDED);
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.ENDED_BEFORE);
    assertThat(standing().outcome()).isEqualTo(outcome);
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "EXPIRED", "FAILED"})
  void whatIsLeftOpenTurnsManual(Outcome outcome) {
    number(inquiry, null);
    String failure = outcome == Outcome.FAILED ? "RK-1601" : null;
    endBecause(outcome, "what the agency said", failure);
    assertThat(standing().failure()).isEqualTo(failure);

    assertThat(key("operator", 1)).isEqualTo(KeepKeyed.Result.KEPT);
    assertThat(standing().outcome()).isEqualTo(outcome);
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.CONFIRMED_LATE);

    assertThat(standing().outcome()).isEqualTo(Outcome.MANUAL);
    assertThat(standing().failure()).isNull();
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).hasValue(new byte[] {4});
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.ENDED_BEFORE);
  }

  @Test
  void whatIsReplayedIsAnsweredLikeWhatNeverEnded() {
    number(inquiry, null);
    end(Outcome.FAILED);
    key("operator", 1);
    Instant now = ledger.clock.instant();
    done(
        ledger.writer.submit(
            new Replay(inquiry.id(), inquiry.caseKey(), now, now, "operator", "mended")));

    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.CONFIRMED);

    assertThat(standing().outcome()).isEqualTo(Outcome.MANUAL);
    assertThat(ledger.count("dispatch")).isZero();
    assertThat(
            done(
                ledger.writer.submit(
                    new Replay(inquiry.id(), inquiry.caseKey(), now, now, "operator", "x"))))
        .isEqualTo(Replay.Result.NOT_FAILED);
  }

  private void endBecause(Outcome outcome, String reply, String failure) {
    done(
        ledger.writer.submit(
            new End(
                inquiry.id(),
                inquiry.flow(),
                inquiry.agency(),
                inquiry.caseKey(),
                outcome,
                failure,
                inquiry.accepted(),
                null,
                ledger.clock.instant(),
                ledger.reply(reply),
                new byte[] {9},
                GivenItems.NONE,
                "hub")));
  }

  @Test
  void aLetterIsAnsweredAfterItsDeadlineByTwoPeople() {
    number(inquiry, ledger.clock.instant());
    send();
    end(Outcome.EXPIRED);
    Instant expired = ledger.clock.instant();
    ledger.clock.pass(Duration.ofDays(3));

    assertThat(key("operator", 1)).isEqualTo(KeepKeyed.Result.KEPT);
    assertThat(standing().outcome()).isEqualTo(Outcome.EXPIRED);
    assertThat(standing().ended()).isEqualTo(expired);
    assertThat(confirm("operator", 1)).isEqualTo(ConfirmKeyed.Result.CHANGED);
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.CONFIRMED_LATE);

    assertThat(standing().state()).isEqualTo(State.ENDED);
    assertThat(standing().outcome()).isEqualTo(Outcome.MANUAL);
    assertThat(standing().ended()).isEqualTo(ledger.clock.instant());
    assertThat(ledger.reader.payload(inquiry.id(), Part.KEYED)).isEmpty();
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).hasValue(new byte[] {4});
    assertThat(events())
        .endsWith(
            EventKind.ENDED,
            EventKind.ANSWER_KEYED,
            EventKind.ANSWER_CONFIRMED,
            EventKind.ITEMS_REMOVED,
            EventKind.ENDED);
    assertThat(ledger.reader.events(inquiry.id()))
        .last()
        .extracting(Event::detail, Event::who)
        .containsExactly("MANUAL: income", "operator2");
    assertThat(due()).isEmpty();
  }

  @Test
  void anAnswerAfterTheDeadlineIsConfirmedOnce() {
    number(inquiry, null);
    key("operator", 1);
    end(Outcome.EXPIRED);

    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.CONFIRMED_LATE);
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.ENDED_BEFORE);
    assertThat(key("operator", 2)).isEqualTo(KeepKeyed.Result.ENDED);
    end(Outcome.EXPIRED);

    assertThat(standing().outcome()).isEqualTo(Outcome.MANUAL);
    assertThat(events()).containsOnlyOnce(EventKind.ANSWER_CONFIRMED);
  }

  @Test
  void twoNodesConfirmOnceAndNoDeadlineUndoesIt() throws Exception {
    List<NewInquiry> letters = IntStream.range(0, 20).mapToObj(i -> accept("letter" + i)).toList();
    letters.forEach(letter -> number(letter, null));
    letters.forEach(letter -> key(letter, "operator", 1));

    try (LedgerWriter there = ledger.writer(ledger.pool)) {
      List<CompletableFuture<?>> expired =
          letters.stream()
              .<CompletableFuture<?>>map(
                  letter -> there.submit(ledger.end(letter, Outcome.EXPIRED, null)))
              .toList();
      List<CompletableFuture<ConfirmKeyed.Result>> ours =
          letters.stream()
              .map(letter -> ledger.writer.submit(confirmation(letter, "operator2", 1)))
              .toList();
      List<CompletableFuture<ConfirmKeyed.Result>> theirs =
          letters.stream()
              .map(letter -> there.submit(confirmation(letter, "operator3", 1)))
              .toList();
      expired.forEach(LedgerFixture::done);

      for (int i = 0; i < letters.size(); i++) {
        assertThat(List.of(done(ours.get(i)), done(theirs.get(i))))
            .containsOnlyOnce(ConfirmKeyed.Result.ENDED_BEFORE)
            .containsAnyOf(ConfirmKeyed.Result.CONFIRMED, ConfirmKeyed.Result.CONFIRMED_LATE);
      }
    }

    for (NewInquiry letter : letters) {
      assertThat(ledger.reader.inquiry(letter.id()).orElseThrow().outcome())
          .isEqualTo(Outcome.MANUAL);
      assertThat(ledger.timeline(letter))
          .containsOnlyOnce(EventKind.ANSWER_CONFIRMED)
          .endsWith(EventKind.ANSWER_CONFIRMED, EventKind.ITEMS_REMOVED, EventKind.ENDED);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsNoLongerKeptIsNotAnswered(boolean open) {
    number(inquiry, null);
    key("operator", 1);
    if (!open) {
      end(Outcome.EXPIRED);
    }
    ledger.jdbc.sql("delete from payload").update();

    assertThat(key("operator", 1)).isEqualTo(KeepKeyed.Result.PURGED);
    assertThat(confirm("operator2", 1)).isEqualTo(ConfirmKeyed.Result.PURGED);
    assertThat(standing().outcome()).isEqualTo(open ? null : Outcome.EXPIRED);
    assertThat(ledger.count("payload")).isZero();
  }

  @Test
  void whatHasNoLetterIsNotAnswered() {
    assertThat(key("operator", 1)).isEqualTo(KeepKeyed.Result.NOT_WRITTEN);
    assertThat(ledger.reader.payload(inquiry.id(), Part.KEYED)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "EXPIRED", "FAILED"})
  void whatHasNoLetterIsAnsweredByHandWhereItWasLeftOpen(Outcome outcome) {
    end(outcome);

    assertThat(key(inquiry, SOURCE, "operator", 1)).isEqualTo(KeepKeyed.Result.KEPT);
    assertThat(standing().outcome()).isEqualTo(outcome);
    assertThat(keyed.of(inquiry.id()))
        .contains(
            new KeyedAnswer(inquiry.id(), SOURCE, 1, "operator", ledger.clock.instant(), null));
    assertThat(confirmByHand("operator", 1)).isEqualTo(ConfirmKeyed.Result.CHANGED);
    assertThat(confirmByHand("operator2", 1)).isEqualTo(ConfirmKeyed.Result.CONFIRMED_LATE);

    assertThat(standing().outcome()).isEqualTo(Outcome.MANUAL);
    assertThat(keyed.of(inquiry.id()))
        .contains(
            new KeyedAnswer(
                inquiry.id(), SOURCE, 1, null, ledger.clock.instant(), Outcome.NO_DATA));
    assertThat(ledger.cases().find(inquiry.caseKey(), 1).orElseThrow())
        .as("its case counts what was told, and shows what it is")
        .satisfies(
            its ->
                assertThat(its.counts())
                    .containsExactly(new CaseCount(inquiry.flow(), Outcome.NO_DATA, false, 1)))
        .satisfies(
            its ->
                assertThat(its.inquiries())
                    .extracting(CaseInquiry::outcome, CaseInquiry::told)
                    .containsExactly(tuple(Outcome.MANUAL, Outcome.NO_DATA)));
    assertThat(ledger.reader.payload(inquiry.id(), Part.KEYED)).isEmpty();
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).hasValue(new byte[] {4});
    assertThat(ledger.reader.events(inquiry.id()))
        .filteredOn(event -> event.what().name().startsWith("ANSWER_"))
        .extracting(Event::who, Event::detail)
        .containsExactly(tuple("operator", SOURCE), tuple("operator2", SOURCE));
    assertThat(confirmByHand("operator2", 1)).isEqualTo(ConfirmKeyed.Result.ENDED_BEFORE);
    assertThat(key(inquiry, SOURCE, "operator", 1)).isEqualTo(KeepKeyed.Result.ENDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWERED", "PARTIAL", "REJECTED", "CANCELLED", "MANUAL"})
  void whatIsSettledIsNotAnsweredByHand(Outcome outcome) {
    end(outcome);

    assertThat(key(inquiry, SOURCE, "operator", 1)).isEqualTo(KeepKeyed.Result.ENDED);
    assertThat(confirmByHand("operator2", 1)).isEqualTo(ConfirmKeyed.Result.ENDED_BEFORE);
    assertThat(standing().outcome()).isEqualTo(outcome);
  }

  @Test
  void whatItsAgencyIsStillAskedIsNotAnsweredByHand() {
    assertThat(key(inquiry, SOURCE, "operator", 1)).isEqualTo(KeepKeyed.Result.STILL_ASKED);

    end(Outcome.FAILED);
    assertThat(key(inquiry, SOURCE, "operator", 1)).isEqualTo(KeepKeyed.Result.KEPT);
    Instant now = ledger.clock.instant();
    done(
        ledger.writer.submit(
            new Replay(inquiry.id(), inquiry.caseKey(), now, now, "operator", "mended")));

    assertThat(confirmByHand("operator2", 1)).isEqualTo(ConfirmKeyed.Result.STILL_ASKED);
    assertThat(standing().outcome()).isNull();
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).isEmpty();
    assertThat(events()).doesNotContain(EventKind.ANSWER_CONFIRMED);
  }

  /** The same names as where nobody keyed in anything, and the answer stays. */
  @Test
  void whatItsAgencySaysAfterwardsIsNamedAndKept() {
    endBecause(Outcome.WITHHELD, "declined", null);
    key(inquiry, SOURCE, "operator", 1);
    confirmByHand("operator2", 1);

    done(ledger.writer.submit(ledger.end(inquiry, Outcome.WITHHELD, "declined")));
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "after all")));

    assertThat(standing().outcome()).isEqualTo(Outcome.MANUAL);
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).hasValue(new byte[] {4});
    assertThat(events()).endsWith(EventKind.REPLY_DUPLICATE, EventKind.REPLY_DIFFERENT);
  }

  @Test
  void whatIsNoLongerKeptIsNotAnsweredByHand() {
    end(Outcome.EXPIRED);
    key(inquiry, SOURCE, "operator", 1);
    ledger.jdbc.sql("delete from payload").update();

    assertThat(key(inquiry, SOURCE, "operator", 1)).isEqualTo(KeepKeyed.Result.PURGED);
    assertThat(confirmByHand("operator2", 1)).isEqualTo(ConfirmKeyed.Result.PURGED);
    assertThat(standing().outcome()).isEqualTo(Outcome.EXPIRED);
  }

  private NewInquiry accept(String key) {
    NewInquiry accepted = ledger.inquiry(key, "body");
    ledger.accept(accepted);
    return accepted;
  }

  private DocumentRow number(NewInquiry its, Instant reminder) {
    return done(
        ledger.writer.submit(
            new NumberDocument(
                its.id(), its.flow(), its.agency(), "SIN", ledger.clock.instant(), reminder)));
  }

  private void send() {
    done(
        ledger.writer.submit(
            new MarkSent(
                inquiry.id(),
                inquiry.flow(),
                inquiry.agency(),
                1,
                inquiry.accepted(),
                ledger.clock.instant())));
  }

  private List<String> due() {
    return documents.toBeReminded(ledger.clock.instant(), 10).stream()
        .map(DocumentRow::inquiryId)
        .toList();
  }

  private boolean take(String node, int given) {
    Instant now = ledger.clock.instant();
    return done(
        ledger.writer.submit(
            new TakeReminder(inquiry.id(), given, node, now, now.plus(Incarnation.LEASE))));
  }

  private void note(int reminder, Instant next) {
    done(
        ledger.writer.submit(
            new NoteReminder(
                inquiry.id(),
                inquiry.flow(),
                inquiry.agency(),
                reminder,
                ledger.clock.instant(),
                next)));
  }

  private void end(Outcome outcome) {
    done(ledger.writer.submit(ledger.end(inquiry, outcome, null)));
  }

  private Inquiry standing() {
    return ledger.reader.inquiry(inquiry.id()).orElseThrow();
  }

  private KeepKeyed.Result key(String who, int content) {
    return key(inquiry, who, content);
  }

  private KeepKeyed.Result key(NewInquiry its, String who, int content) {
    return key(its, null, who, content);
  }

  private KeepKeyed.Result key(NewInquiry its, String source, String who, int content) {
    return done(
        ledger.writer.submit(
            new KeepKeyed(
                its.id(),
                its.flow(),
                its.agency(),
                source,
                who,
                ledger.clock.instant(),
                new byte[] {(byte) content})));
  }

  private ConfirmKeyed.Result confirm(String who, int keyed) {
    return done(ledger.writer.submit(confirmation(inquiry, who, keyed)));
  }

  private ConfirmKeyed.Result confirmByHand(String who, int keyed) {
    return done(
        ledger.writer.submit(
            new ConfirmKeyed(
                keyed, SOURCE, Outcome.NO_DATA, confirmation(inquiry, who, keyed).end())));
  }

  private ConfirmKeyed confirmation(NewInquiry its, String who, int keyed) {
    return new ConfirmKeyed(
        keyed,
        null,
        Outcome.PARTIAL,
        new End(
            its.id(),
            its.flow(),
            its.agency(),
            its.caseKey(),
            Outcome.MANUAL,
            null,
            its.accepted(),
            null,
            ledger.clock.instant(),
            null,
            new byte[] {4},
            new GivenItems(List.of("income"), List.of("assets", "flags"), false),
            who));
  }

  private List<EventKind> events() {
    return ledger.timeline(inquiry);
  }

  private Instant in(Duration time) {
    return ledger.clock.instant().plus(time);
  }
}
