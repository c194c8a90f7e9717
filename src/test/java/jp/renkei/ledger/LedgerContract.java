package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.done;
import static jp.renkei.ledger.LedgerFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.renkei.flow.Span;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger promises, the same on every database. */
abstract class LedgerContract {

  private static final GivenItems GIVEN =
      new GivenItems(List.of("result", "leavings"), List.of(), true);

  LedgerFixture ledger;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
  }

  private static final byte[] LOST = {4};

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void acceptsWithEverythingThatHangsOnIt() {
    NewInquiry inquiry = ledger.inquiry("key", "body");

    Acceptance acceptance = ledger.accept(inquiry);

    assertThat(acceptance.fresh()).isTrue();
    Inquiry stored = ledger.reader.inquiry(inquiry.id()).orElseThrow();
    assertThat(stored).isEqualTo(acceptance.inquiry());
    assertThat(stored.state()).isEqualTo(State.ACCEPTED);
    assertThat(ledger.reader.inquiryByNumber(inquiry.number())).contains(stored);
    assertThat(ledger.reader.payload(inquiry.id(), Part.REQUEST)).hasValue(new byte[] {1});
    assertThat(ledger.reader.payload(inquiry.id(), Part.MESSAGE)).hasValue(new byte[] {2, 3});
    assertThat(ledger.timeline(inquiry)).containsExactly(EventKind.ACCEPTED);
    assertThat(ledger.count("dispatch")).isEqualTo(1);
  }

  @Test
  void keepsWhatWasLostToTheAgencysCharacters() {
    NewInquiry inquiry =
        ledger.losing(ledger.inquiry("key", "body"), new Substituted(3, "/payload/name 3", LOST));

    Acceptance acceptance = ledger.accept(inquiry);

    Inquiry stored = ledger.reader.inquiry(inquiry.id()).orElseThrow();
    assertThat(stored).isEqualTo(acceptance.inquiry());
    assertThat(stored.substituted()).isEqualTo(3);
    assertThat(ledger.reader.payload(inquiry.id(), Part.LOSS)).hasValue(LOST);
    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.CHARACTERS_SUBSTITUTED);
    assertThat(ledger.accept(ledger.inquiry("other", "body")).inquiry().substituted()).isZero();
  }

  @Test
  void givesTheSameInquiryForTheSameKeyAndBody() {
    NewInquiry first = ledger.inquiry("key", "body");
    ledger.accept(first);

    Acceptance again = ledger.accept(ledger.inquiry("key", "body"));

    assertThat(again.fresh()).isFalse();
    assertThat(again.sameBody()).isTrue();
    assertThat(again.inquiry().id()).isEqualTo(first.id());
    assertThat(ledger.count("inquiry")).isEqualTo(1);
    assertThat(ledger.count("payload")).isEqualTo(2);
    assertThat(ledger.timeline(first)).containsExactly(EventKind.ACCEPTED);
  }

  @Test
  void saysSoWhenAKeyComesWithAnotherBody() {
    ledger.accept(ledger.inquiry("key", "body"));

    assertThat(ledger.accept(ledger.inquiry("key", "another")).sameBody()).isFalse();
  }

  @Test
  void findsAKeyThatWasStoredUnderAnOlderHashKey() {
    NewInquiry first = ledger.inquiry(List.of(hash(1, "key")), List.of(hash(1, "body")));
    ledger.accept(first);

    Acceptance again =
        ledger.accept(
            ledger.inquiry(
                List.of(hash(2, "key"), hash(1, "key")),
                List.of(hash(2, "body"), hash(1, "body"))));

    assertThat(again.inquiry().id()).isEqualTo(first.id());
    assertThat(again.sameBody()).isTrue();
    assertThat(ledger.count("inquiry")).isEqualTo(1);
  }

  @Test
  void recallsAnEarlierInquiryWithoutAcceptingAnything() {
    NewInquiry first = ledger.inquiry("key", "body");
    ledger.accept(first);

    assertThat(ledger.reader.earlier("nhi", List.of(hash(1, "key")), List.of(hash(1, "body"))))
        .hasValueSatisfying(
            earlier -> {
              assertThat(earlier.inquiry().id()).isEqualTo(first.id());
              assertThat(earlier.sameBody()).isTrue();
            });
    assertThat(ledger.reader.earlier("tax", List.of(hash(1, "key")), List.of())).isEmpty();
  }

  @Test
  void acceptsOneOfManyThatComeAtOnceWithOneKey() {
    List<CompletableFuture<Acceptance>> all =
        IntStream.range(0, 200)
            .mapToObj(i -> ledger.inquiry("key-" + i % 10, "body-" + i % 10))
            .map(inquiry -> ledger.writer.submit(new Accept(inquiry, null, null)))
            .toList();

    List<Acceptance> told = all.stream().map(LedgerFixture::done).toList();

    assertThat(told).filteredOn(Acceptance::fresh).hasSize(10);
    assertThat(told).allMatch(Acceptance::sameBody);
    assertThat(told).extracting(a -> a.inquiry().id()).doesNotContainNull();
    assertThat(told.stream().map(a -> a.inquiry().id()).distinct()).hasSize(10);
    assertThat(ledger.count("inquiry")).isEqualTo(10);
  }

  @Test
  void acceptsOneOfManyThatComeAtOnceOnEitherSideOfARotation() {
    List<Acceptance> told =
        IntStream.range(0, 200)
            .mapToObj(i -> rotating(i % 10, i % 3 == 0))
            .map(inquiry -> ledger.writer.submit(new Accept(inquiry, null, null)))
            .toList()
            .stream()
            .map(LedgerFixture::done)
            .toList();

    assertThat(told).filteredOn(Acceptance::fresh).hasSize(10);
    assertThat(told).allMatch(Acceptance::sameBody);
    assertThat(told.stream().map(a -> a.inquiry().id()).distinct()).hasSize(10);
    assertThat(ledger.count("inquiry")).isEqualTo(10);
    assertThat(ledger.count("resend_guard")).isZero();
  }

  /** An inquiry of a node that has two keys, one of which it writes with. */
  NewInquiry rotating(int key, boolean promoted) {
    return promoted
        ? ledger.inquiry(
            List.of(hash(2, "key-" + key), hash(1, "key-" + key)),
            List.of(hash(2, "body"), hash(1, "body")))
        : ledger.inquiry(
            List.of(hash(1, "key-" + key), hash(2, "key-" + key)),
            List.of(hash(1, "body"), hash(2, "body")));
  }

  @Test
  void holdsAReplyOnceOnEitherSideOfARotation() {
    for (List<KeyedHash> fingerprints :
        List.of(
            List.of(hash(1, "odd")),
            List.of(hash(2, "odd"), hash(1, "odd")),
            List.of(hash(2, "even"), hash(1, "even")))) {
      ArrivedReply reply =
          new ArrivedReply(
              LedgerFixture.AGENCY, fingerprints, ledger.clock.instant(), () -> new byte[] {1});
      done(
          ledger.writer.submit(
              new HoldReply(null, null, reply, EventKind.REPLY_WITHOUT_INQUIRY, null)));
    }

    assertThat(ledger.count("held_reply")).isEqualTo(2);
    assertThat(ledger.count("event where what = 'REPLY_WITHOUT_INQUIRY'")).isEqualTo(3);
  }

  @Test
  void aBadCommandFailsAlone() {
    NewInquiry good = ledger.inquiry("good", "body");
    NewInquiry bad = ledger.inquiry("bad", "body");
    List<CompletableFuture<?>> futures = new ArrayList<>();
    CompletableFuture<Acceptance> accepted = null;
    CompletableFuture<End.Result> refused = null;
    for (int i = 0; i < 20; i++) {
      futures.add(ledger.writer.submit(new Accept(ledger.inquiry("other-" + i, "b"), null, null)));
      if (i == 10) {
        accepted = ledger.writer.submit(new Accept(good, null, null));
        // ends an inquiry that nobody accepted
        refused = ledger.writer.submit(ledger.end(bad, Outcome.ANSWERED, "reply"));
      }
    }

    CompletableFuture<End.Result> failing = refused;
    assertThatThrownBy(() -> done(failing)).isInstanceOf(CompletionException.class);
    assertThat(done(accepted).fresh()).isTrue();
    futures.forEach(LedgerFixture::done);
    assertThat(ledger.count("inquiry")).isEqualTo(21);
  }

  @Test
  void marksSentOnceAndTakesTheSendRowAway() {
    NewInquiry inquiry = ledger.inquiry("key", "body");
    ledger.accept(inquiry);

    ledger.markSent(inquiry);
    ledger.markSent(inquiry);

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(new Backlog(ledger.jdbc).unsent(ledger.clock.instant())).isEmpty();
    Instant now = ledger.clock.instant();
    assertThat(new Backlog(ledger.jdbc).owed(LedgerFixture.AGENCY, now.minusMillis(1)))
        .isEqualTo(new Backlog.Owed(1, now));
    assertThat(new Backlog(ledger.jdbc).owed(LedgerFixture.AGENCY, now))
        .isEqualTo(new Backlog.Owed(1, null));
    assertThat(ledger.timeline(inquiry)).containsExactly(EventKind.ACCEPTED, EventKind.SENT);
  }

  @Test
  void endsOnceAndKeepsTheAnswer() {
    NewInquiry inquiry = ledger.accepted();
    ledger.markSent(inquiry);

    assertThat(done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply"))))
        .isEqualTo(End.Result.ENDED);

    Inquiry ended = ledger.reader.inquiry(inquiry.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.ENDED);
    assertThat(ended.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(ended.ended()).isNotNull();
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).hasValue(new byte[] {4});
    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED);
  }

  @Test
  void aReplyThatOvertakesT2SaysSentAndLeavesNothingToDo() {
    NewInquiry inquiry = ledger.accepted();

    done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply")));
    ledger.markSent(inquiry);

    assertThat(ledger.count("dispatch")).isZero();
    Inquiry ended = ledger.reader.inquiry(inquiry.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.ENDED);
    assertThat(ended.sent()).isEqualTo(ended.ended());
    assertThat(ledger.timeline(inquiry))
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED);
  }

  @Test
  void itemsThatWereRemovedAreToldOnceWithTheEnd() {
    NewInquiry inquiry = ledger.accepted();
    End end =
        ledger.end(
            inquiry,
            Outcome.ANSWERED,
            "reply",
            new GivenItems(List.of("involuntary"), List.of("leavings", "months"), true));

    done(ledger.writer.submit(end));
    done(ledger.writer.submit(end));

    assertThat(ledger.timeline(inquiry))
        .endsWith(EventKind.ITEMS_REMOVED, EventKind.ENDED, EventKind.REPLY_DUPLICATE)
        .containsOnlyOnce(EventKind.ITEMS_REMOVED);
    assertThat(ledger.reader.events(inquiry.id()))
        .filteredOn(event -> event.what() == EventKind.ITEMS_REMOVED)
        .extracting(Event::detail)
        .containsExactly("2: leavings, months");
    assertThat(ledger.reader.events(inquiry.id()))
        .filteredOn(event -> event.what() == EventKind.ENDED)
        .extracting(Event::detail)
        .containsExactly("ANSWERED: involuntary; nonDisclosable");
  }

  @Test
  void whatWasAskedOfAPersonIsFoundWithTheItemsThatWereGiven() {
    NewInquiry first = ledger.accepted();
    ledger.clock.pass(Duration.ofDays(1));
    NewInquiry second = ledger.accepted();
    done(ledger.writer.submit(ledger.end(second, Outcome.ANSWERED, "reply", GIVEN)));
    Disclosures disclosures = new Disclosures(ledger.jdbc, ledger.gate);
    Span all = new Span(first.accepted(), second.accepted().plusSeconds(1));
    List<KeyedHash> subject = List.of(hash(2, "of another key"), first.subject());

    List<DisclosedInquiry> found = disclosures.of(subject, all, null, 10);

    assertThat(found)
        .extracting(each -> each.inquiry().id())
        .containsExactly(first.id(), second.id());
    assertThat(found.get(0).items()).isNull();
    assertThat(found.get(0).nonDisclosable()).isFalse();
    assertThat(found.get(1).items().given()).containsExactly("result", "leavings");
    assertThat(found.get(1).nonDisclosable()).isTrue();
    assertThat(disclosures.of(subject, all, first.id(), 10))
        .extracting(each -> each.inquiry().id())
        .containsExactly(second.id());
    assertThat(disclosures.of(subject, all, null, 1)).hasSize(1);
    assertThat(disclosures.of(subject, new Span(first.accepted(), second.accepted()), null, 10))
        .hasSize(1);
    assertThat(disclosures.of(List.of(hash(1, "another")), all, null, 10)).isEmpty();
  }

  @Test
  void whoIsAskedIsToldFromTheBeginning() {
    NewInquiry open = ledger.askedOf(ledger.inquiry("open", "body"), "271403");
    NewInquiry kept = ledger.askedOf(ledger.keptFromView(), "271403");
    ledger.accept(open);
    ledger.accept(kept);

    String asks = "asks " + LedgerFixture.AGENCY + " 271403";
    assertThat(ledger.reader.events(open.id())).extracting(Event::detail).containsExactly(asks);
    assertThat(ledger.reader.events(kept.id()))
        .extracting(Event::detail)
        .containsExactly(asks + "; nonDisclosable");
    assertThat(
            new Disclosures(ledger.jdbc, ledger.gate)
                .of(
                    List.of(open.subject()),
                    new Span(open.accepted(), kept.accepted().plusSeconds(1)),
                    null,
                    10))
        .extracting(DisclosedInquiry::nonDisclosable)
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void aQuestionThatIsKeptFromThePersonsViewIsSoFromTheBeginning() {
    NewInquiry asked = ledger.keptFromView();
    ledger.accept(asked);

    assertThat(
            new Disclosures(ledger.jdbc, ledger.gate)
                .of(
                    List.of(asked.subject()),
                    new Span(asked.accepted(), asked.accepted().plusSeconds(1)),
                    null,
                    10))
        .singleElement()
        .satisfies(each -> assertThat(each.nonDisclosable()).isTrue());
  }

  @Test
  void theSameReplyAgainIsADuplicateAndNothingMore() {
    NewInquiry inquiry = ledger.endedBy(Outcome.ANSWERED, "reply");

    assertThat(done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply"))))
        .isEqualTo(End.Result.ENDED_BEFORE);

    assertThat(ledger.timeline(inquiry)).endsWith(EventKind.ENDED, EventKind.REPLY_DUPLICATE);
    assertThat(ledger.count("held_reply")).isZero();
  }

  @Test
  void aDifferentSecondReplyIsHeldOnceAndChangesNothing() {
    NewInquiry inquiry = ledger.endedBy(Outcome.ANSWERED, "reply");

    done(ledger.writer.submit(ledger.end(inquiry, Outcome.NO_DATA, "another")));
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.NO_DATA, "another")));

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.ANSWERED);
    assertThat(ledger.timeline(inquiry))
        .endsWith(EventKind.REPLY_DIFFERENT, EventKind.REPLY_DIFFERENT);
    assertThat(ledger.count("held_reply")).isEqualTo(1);
  }

  @Test
  void aReplyAfterTheDeadlineIsLateAndHeld() {
    NewInquiry inquiry = ledger.endedBy(Outcome.EXPIRED, null);

    done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply")));

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.EXPIRED);
    assertThat(ledger.timeline(inquiry)).endsWith(EventKind.ENDED, EventKind.REPLY_LATE);
    assertThat(ledger.count("held_reply")).isEqualTo(1);
    assertThat(ledger.reader.payload(inquiry.id(), Part.ANSWER)).isEmpty();
  }

  @Test
  void aReplyAfterACancellationHasANameOfItsOwn() {
    NewInquiry inquiry = ledger.endedBy(Outcome.CANCELLED, null);

    done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply")));

    assertThat(ledger.timeline(inquiry)).endsWith(EventKind.ENDED, EventKind.REPLY_AFTER_CANCEL);
  }

  @Test
  void twoRepliesInOneGroupEndItOnce() {
    NewInquiry inquiry = ledger.accepted();
    List<CompletableFuture<End.Result>> all =
        IntStream.range(0, 40)
            .mapToObj(i -> ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "r" + i % 2)))
            .toList();

    assertThat(
            all.stream()
                .map(LedgerFixture::done)
                .filter(result -> result != End.Result.ENDED_BEFORE))
        .containsExactly(End.Result.SENT_AND_ENDED);
    assertThat(ledger.timeline(inquiry)).filteredOn(EventKind.ENDED::equals).hasSize(1);
    assertThat(ledger.timeline(inquiry))
        .startsWith(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED);
  }

  @Test
  void whatTheProviderHoldsStaysOpenAndCanStillBeAnswered() {
    NewInquiry inquiry = ledger.accepted();

    done(
        ledger.writer.submit(
            new HoldByProvider(
                inquiry.id(), LedgerFixture.FLOW, LedgerFixture.AGENCY, ledger.clock.instant())));

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().state())
        .isEqualTo(State.HELD_BY_PROVIDER);
    assertThat(ledger.count("dispatch")).isZero();
    done(ledger.writer.submit(ledger.end(inquiry, Outcome.ANSWERED, "reply")));
    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void aReplyWithNoInquiryIsKept() {
    done(
        ledger.writer.submit(
            new HoldReply(
                null, null, ledger.reply("x"), EventKind.REPLY_WITHOUT_INQUIRY, "number R…")));

    assertThat(ledger.count("held_reply")).isEqualTo(1);
    assertThat(ledger.count("event")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void theDatabaseRefusesEveryStepThatTheTableDoesNotHave(State to) throws SQLException {
    NewInquiry inquiry = ledger.endedBy(Outcome.ANSWERED, "reply");
    try (Connection connection = ledger.pool.getConnection();
        var update =
            connection.prepareStatement(
                "update inquiry set came_from = state, state = ? where id = ?")) {
      update.setString(1, to.name());
      update.setString(2, inquiry.id());
      assertThatThrownBy(update::executeUpdate).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void theDatabaseRefusesAnEndWithoutAnOutcome() {
    NewInquiry inquiry = ledger.accepted();
    assertThatThrownBy(
            () ->
                ledger
                    .jdbc
                    .sql("update inquiry set came_from = state, state = 'ENDED' where id = ?")
                    .param(inquiry.id())
                    .update())
        .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
  }

  @Test
  void aDeadlineTakesTheSendRowAway() {
    NewInquiry inquiry = ledger.endedBy(Outcome.EXPIRED, null);

    assertThat(ledger.count("dispatch")).isZero();
    assertThat(ledger.timeline(inquiry)).containsExactly(EventKind.ACCEPTED, EventKind.ENDED);
  }

  @Test
  void findsWhatIsDueAtItsDeadline() {
    NewInquiry inquiry = ledger.accepted();
    ledger.endedBy(Outcome.ANSWERED, "reply");

    assertThat(ledger.reader.due(ledger.clock.instant(), List.of(), 10)).isEmpty();
    ledger.clock.pass(Duration.ofDays(3));
    assertThat(ledger.reader.due(ledger.clock.instant(), List.of(), 10))
        .extracting(Inquiry::id)
        .containsExactly(inquiry.id());
  }

  @Test
  void listsByPageTheNewestFirst() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ledger.clock.pass(Duration.ofMillis(1));
      NewInquiry inquiry = ledger.inquiry("key-" + i, "body");
      ledger.accept(inquiry);
      ids.add(0, inquiry.id());
    }

    List<Inquiry> first =
        ledger.reader.inquiries(
            new InquiryFilter("nhi", null, null, State.ACCEPTED, null, "2026-004512", null, 3));
    List<Inquiry> second =
        ledger.reader.inquiries(
            new InquiryFilter("nhi", null, null, null, null, null, first.get(2).id(), 3));

    assertThat(first).extracting(Inquiry::id).isEqualTo(ids.subList(0, 3));
    assertThat(second).extracting(Inquiry::id).isEqualTo(ids.subList(3, 5));
    assertThat(
            ledger.reader.inquiries(
                new InquiryFilter("tax", null, null, null, null, null, null, 3)))
        .isEmpty();
  }

  @Test
  void aCommitWhoseResultIsUnknownFailsAndRepeatingIsSafe() throws Exception {
    NewInquiry inquiry = ledger.inquiry("key", "body");
    try (LedgerWriter broken = ledger.writer(losesTheAnswerOfACommit(ledger.pool))) {
      CompletableFuture<Acceptance> lost = broken.submit(new Accept(inquiry, null, null));
      assertThatThrownBy(() -> done(lost)).hasCauseInstanceOf(LedgerUnavailable.class);
    }

    Acceptance again = ledger.accept(ledger.inquiry("key", "body"));

    assertThat(again.inquiry().id()).isEqualTo(inquiry.id());
    assertThat(ledger.count("dispatch")).isEqualTo(1);
  }

  private static DataSource losesTheAnswerOfACommit(DataSource real) {
    return proxy(
        DataSource.class,
        real,
        (name, result) ->
            name.equals("getConnection")
                ? proxy(
                    Connection.class,
                    (Connection) result,
                    (method, value) -> {
                      if (method.equals("commit")) {
                        throw new SQLException("the connection broke", "08006");
                      }
                      return value;
                    })
                : result);
  }

  private interface After {
    Object apply(String method, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.apply(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void countsWhatIsOpenByFlow() {
    NewInquiry oldest = ledger.accepted();
    ledger.clock.pass(Duration.ofMinutes(1));
    ledger.markSent(ledger.accepted());
    ledger.endedBy(Outcome.NO_DATA, "reply");
    Backlog backlog = new Backlog(ledger.jdbc);

    assertThat(backlog.open())
        .containsExactly(
            new Backlog.Open(LedgerFixture.FLOW, 2, oldest.accepted(), oldest.deadline()));
  }

  @Test
  void countsWhatIsUnsentByAgencyAndTellsWhenTheNextIsDue() {
    ledger.postpone(ledger.accepted(), 1);
    ledger.markSent(ledger.accepted());
    ledger.accepted();
    Backlog backlog = new Backlog(ledger.jdbc);

    assertThat(backlog.unsent(ledger.clock.instant()))
        .containsExactly(
            new Backlog.Unsent(
                LedgerFixture.AGENCY,
                2,
                ledger.clock.instant(),
                ledger.clock.instant().plus(Duration.ofMinutes(1))));
    assertThat(backlog.unsent(ledger.clock.instant().plus(Duration.ofDays(1))))
        .containsExactly(new Backlog.Unsent(LedgerFixture.AGENCY, 2, ledger.clock.instant(), null));
  }

  @Test
  void countsNothingWhereNothingWaits() {
    ledger.endedBy(Outcome.NO_DATA, "reply");
    Backlog backlog = new Backlog(ledger.jdbc);

    assertThat(backlog.open()).isEmpty();
    assertThat(backlog.unsent(ledger.clock.instant())).isEmpty();
  }

  @Test
  void notesAWholeGroupAsSentAndEachOfThemOnce() throws Exception {
    List<NewInquiry> inquiries = IntStream.range(0, 5).mapToObj(n -> ledger.accepted()).toList();
    NewInquiry ended = ledger.endedBy(Outcome.NO_DATA, "reply");
    List<MarkSent> group = new ArrayList<>();
    inquiries.forEach(inquiry -> group.add(sent(inquiry, 1)));
    group.add(sent(inquiries.get(0), 1));
    group.add(sent(inquiries.get(1), 2));
    group.add(sent(ended, 1));

    List<MarkSent.Result> results;
    try (Connection connection = ledger.pool.getConnection()) {
      results = MarkSent.run(connection, group);
    }

    List<MarkSent.Result> expected = new ArrayList<>(Collections.nCopies(5, MarkSent.Result.SENT));
    expected.addAll(Collections.nCopies(3, MarkSent.Result.WITHOUT_EFFECT));
    assertThat(results).isEqualTo(expected);
    for (NewInquiry inquiry : inquiries) {
      assertThat(ledger.reader.inquiry(inquiry.id()))
          .hasValueSatisfying(
              found -> {
                assertThat(found.state()).isEqualTo(State.SENT);
                assertThat(found.sent()).isEqualTo(ledger.clock.instant());
              });
      assertThat(ledger.timeline(inquiry)).containsExactly(EventKind.ACCEPTED, EventKind.SENT);
    }
    assertThat(ledger.timeline(ended))
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED);
  }

  private MarkSent sent(NewInquiry inquiry, int attempt) {
    return new MarkSent(
        inquiry.id(),
        LedgerFixture.FLOW,
        LedgerFixture.AGENCY,
        attempt,
        inquiry.accepted(),
        ledger.clock.instant());
  }

  @Test
  void tellsListenersWhatBecameOfEachCommand() throws Exception {
    RecordingListener listener = new RecordingListener();
    NewInquiry inquiry = ledger.inquiry("key", "body");
    MarkSent sent = sent(inquiry, 1);
    try (LedgerWriter writer = ledger.writer(ledger.pool, listener)) {
      done(writer.submit(new Accept(inquiry, null, null)));
      done(writer.submit(new Accept(ledger.inquiry("key", "body"), null, null)));
      done(writer.submit(sent));
      done(writer.submit(sent));
      done(writer.submit(ledger.end(inquiry, Outcome.NO_DATA, "reply")));
      done(writer.submit(ledger.end(inquiry, Outcome.NO_DATA, "reply")));
      await().until(() -> listener.results().size() == 6);
    }

    assertThat(listener.results())
        .containsExactlyInAnyOrder(
            "Accept fresh",
            "Accept repeated",
            "MarkSent SENT",
            "MarkSent WITHOUT_EFFECT",
            "End ENDED",
            "End ENDED_BEFORE");
    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void tellsListenersOfAGroupThatFailed() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (LedgerWriter writer = ledger.writer(new BrokenDataSource(), listener)) {
      assertThatThrownBy(
              () -> done(writer.submit(new Accept(ledger.inquiry("key", "body"), null, null))))
          .hasRootCauseInstanceOf(SQLException.class);
      await().until(() -> !listener.failures().isEmpty());
    }

    assertThat(listener.failures()).containsExactly(1);
    assertThat(listener.results()).isEmpty();
  }

  @Test
  void aListenerThatThrowsHarmsNeitherTheWriterNorTheNextListener() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (LedgerWriter writer = ledger.writer(ledger.pool, new ThrowingListener(), listener)) {
      for (String key : List.of("one", "two", "three")) {
        assertThat(done(writer.submit(new Accept(ledger.inquiry(key, key), null, null))).fresh())
            .isTrue();
      }
      await().until(() -> listener.results().size() == 3);
    }
    assertThat(ledger.count("inquiry")).isEqualTo(3);
  }
}
