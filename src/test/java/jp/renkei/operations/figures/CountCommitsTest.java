package jp.renkei.operations.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.renkei.inquiry.AgencyState;
import jp.renkei.ledger.Accept;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.Command;
import jp.renkei.ledger.ConfirmKeyed;
import jp.renkei.ledger.End;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.GivenItems;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.ledger.MarkSent;
import jp.renkei.ledger.NewInquiry;
import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Postpone;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.junit.jupiter.api.Test;

/** Counts are of what was committed and had effect. */
class CountCommitsTest {

  private static final String FLOW = "assessment.mhlw-employment";
  private static final String AGENCY = "mhlw";
  private static final Instant ACCEPTED = Instant.parse("2026-11-22T01:00:00Z");
  private static final Instant SENT = ACCEPTED.plusMillis(200);
  private static final Instant ANSWERED = ACCEPTED.plusSeconds(3);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Clock clock = Clock.fixed(ANSWERED, ZoneOffset.UTC);
  private final Outbox outbox = new Outboxes(agency -> 10).of(AGENCY);
  private final Figures figures =
      new Figures(
          flow -> new FlowFigures(flow, registry, null, clock),
          agency -> new AgencyFigures(outbox, () -> 2, () -> AgencyState.BROKEN, registry),
          address -> new DeliveryFigures(address, null, Optional::empty, registry, clock),
          new WriterFigures(registry));
  private final CountCommits count = new CountCommits(figures, clock);

  @Test
  void aRepeatedKeyIsNoSecondAcceptance() {
    commit(accept(), new Acceptance(null, true, true));
    commit(accept(), new Acceptance(null, false, true));
    commit(accept(), new Acceptance(null, false, false));

    assertThat(figures.flow(FLOW).accepted()).isEqualTo(1);
  }

  @Test
  void aSecondEndIsNoSecondOutcome() {
    commit(end(Outcome.ANSWERED, SENT), End.Result.ENDED);
    commit(end(Outcome.PARTIAL, SENT), End.Result.ENDED_BEFORE);

    assertThat(figures.flow(FLOW).ended())
        .containsEntry(Outcome.ANSWERED, 1L)
        .containsEntry(Outcome.PARTIAL, 0L)
        .containsOnlyKeys(Outcome.values());
    assertThat(timer("renkei.inquiry.accepted.to.answered").count()).isEqualTo(1);
  }

  @Test
  void timesTheWayOfAnInquiry() {
    commit(sent(), MarkSent.Result.SENT);
    commit(end(Outcome.ANSWERED, SENT), End.Result.ENDED);
    figures.flow(FLOW).timeDelivered(ACCEPTED);

    assertThat(millis("renkei.inquiry.accepted.to.sent")).isEqualTo(200);
    assertThat(millis("renkei.inquiry.sent.to.answered")).isEqualTo(2_800);
    assertThat(millis("renkei.inquiry.accepted.to.answered")).isEqualTo(3_000);
    assertThat(millis("renkei.inquiry.accepted.to.delivered")).isEqualTo(3_000);
  }

  @Test
  void aSendingWithoutEffectIsNotTimed() {
    commit(sent(), MarkSent.Result.WITHOUT_EFFECT);

    assertThat(timer("renkei.inquiry.accepted.to.sent").count()).isZero();
  }

  @Test
  void aReplyThatOvertookTheNoteOfItsSendingIsTimedFromAcceptingOnly() {
    commit(end(Outcome.ANSWERED, null), End.Result.ENDED);

    assertThat(timer("renkei.inquiry.sent.to.answered").count()).isZero();
    assertThat(timer("renkei.inquiry.accepted.to.answered").count()).isEqualTo(1);
  }

  @Test
  void aDeadlineIsAnOutcomeAndAnErrorButNoAnswer() {
    commit(
        new End(
            "01",
            FLOW,
            AGENCY,
            null,
            Outcome.EXPIRED,
            null,
            ACCEPTED,
            SENT,
            ANSWERED,
            null,
            null,
            GivenItems.NONE,
            "hub"),
        End.Result.ENDED);

    assertThat(figures.flow(FLOW).ended()).containsEntry(Outcome.EXPIRED, 1L);
    assertThat(timer("renkei.inquiry.accepted.to.answered").count()).isZero();
    assertThat(figures.flow(FLOW).lastError())
        .hasValue(new Mishap(ANSWERED, "終了 / ended: EXPIRED"));
  }

  @Test
  void anAnswerAfterTheDeadlineIsNoSecondEnd() {
    End end =
        new End(
            "01",
            FLOW,
            AGENCY,
            null,
            Outcome.MANUAL,
            null,
            ACCEPTED,
            SENT,
            ANSWERED,
            null,
            null,
            GivenItems.NONE,
            "two");
    commit(new ConfirmKeyed(1, null, Outcome.ANSWERED, end), ConfirmKeyed.Result.PURGED);
    commit(new ConfirmKeyed(1, null, Outcome.ANSWERED, end), ConfirmKeyed.Result.ENDED_BEFORE);
    assertThat(answeredLate()).isZero();

    commit(new ConfirmKeyed(1, null, Outcome.ANSWERED, end), ConfirmKeyed.Result.CONFIRMED_LATE);

    assertThat(answeredLate()).isEqualTo(1);
    assertThat(figures.flow(FLOW).ended()).containsEntry(Outcome.MANUAL, 0L);
  }

  @Test
  void aHeldReplyIsTheLastErrorOfItsFlowAndItsAgency() {
    commit(new HoldReply("01", FLOW, reply(), EventKind.REPLY_NOT_VALID, "place"), null);

    Mishap told = new Mishap(ANSWERED, "様式不適合の回答 / a reply that its schema refuses");
    assertThat(figures.flow(FLOW).lastError()).hasValue(told);
    assertThat(figures.agency(AGENCY).lastError()).hasValue(told);
  }

  @Test
  void aReplyThatNamesNoInquiryIsItsAgencysErrorOnly() {
    commit(new HoldReply(null, null, reply(), EventKind.REPLY_WITHOUT_INQUIRY, null), null);

    assertThat(figures.agency(AGENCY).lastError()).isPresent();
    assertThat(figures.flow(FLOW).lastError()).isEmpty();
  }

  @Test
  void aPostponedSendingIsItsAgencysLastError() {
    commit(new Postpone("01", FLOW, AGENCY, 1, 3, SENT, ANSWERED, "JMSException"), null);

    assertThat(figures.agency(AGENCY).lastError())
        .hasValue(new Mishap(SENT, "送信延期 / sending postponed: JMSException"));
  }

  @Test
  void tellsTheWritersGroups() {
    count.committed(
        List.of(accept(), sent()),
        Arrays.asList(new Acceptance(null, true, true), MarkSent.Result.SENT),
        Duration.ofMillis(7));
    count.failed(
        3, new LedgerUnavailable("a value", new SQLException("a value that nobody may read")));

    assertThat(registry.get("renkei.ledger.group.size").summary().totalAmount()).isEqualTo(2);
    assertThat(registry.get("renkei.ledger.commit").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(7);
    assertThat(figures.writer().groups()).isEqualTo(1);
    assertThat(figures.writer().failedGroups()).isEqualTo(1);
    assertThat(figures.writer().lastError())
        .hasValue(new Mishap(ANSWERED, "3件 / commands: SQLException"));
  }

  @Test
  void tellsTheOutboxAndWhatIsInFlight() {
    outbox.caughtUp(Lane.SINGLE);
    outbox.reserve(Lane.SINGLE);
    figures.agency(AGENCY);

    assertThat(registry.get("renkei.outbox.used").tag("agency", AGENCY).gauge().value())
        .isEqualTo(1);
    assertThat(registry.get("renkei.outbox.size").gauge().value()).isEqualTo(outbox.size());
    assertThat(registry.get("renkei.sends.in.flight").gauge().value()).isEqualTo(2);
    assertThat(registry.get("renkei.agency.window.used").gauge().value()).isEqualTo(1);
    assertThat(registry.get("renkei.agency.window.size").gauge().value()).isEqualTo(10);
    assertThat(registry.get("renkei.agency.broken").gauge().value()).isEqualTo(1);
    assertThat(registry.get("renkei.agency.open").gauge().value()).isZero();
    assertThat(registry.get("renkei.agency.paused").gauge().value()).isZero();
  }

  private void commit(Command<?> command, Object result) {
    count.committed(List.of(command), Arrays.asList(result), Duration.ofMillis(1));
  }

  private double answeredLate() {
    figures.flow(FLOW);
    return registry.get("renkei.inquiries.answered.late").tag("flow", FLOW).counter().count();
  }

  private Timer timer(String name) {
    figures.flow(FLOW);
    return registry.get(name).tag("flow", FLOW).timer();
  }

  private double millis(String timer) {
    return timer(timer).totalTime(TimeUnit.MILLISECONDS);
  }

  private static MarkSent sent() {
    return new MarkSent("01", FLOW, AGENCY, 1, ACCEPTED, SENT);
  }

  private static End end(Outcome outcome, Instant sent) {
    return new End(
        "01",
        FLOW,
        AGENCY,
        null,
        outcome,
        null,
        ACCEPTED,
        sent,
        ANSWERED,
        reply(),
        null,
        GivenItems.NONE,
        AGENCY);
  }

  private static ArrivedReply reply() {
    return new ArrivedReply(AGENCY, List.of(), ANSWERED, () -> null);
  }

  private static Accept accept() {
    KeyedHash hash = new KeyedHash(1, "hash");
    return new Accept(
        new NewInquiry(
            "01",
            "R1",
            "nhi",
            FLOW,
            AGENCY,
            null,
            Lane.SINGLE,
            null,
            null,
            false,
            null,
            "test",
            hash,
            false,
            List.of(hash),
            List.of(hash),
            ACCEPTED,
            ACCEPTED.plus(Duration.ofDays(3)),
            new byte[0],
            new byte[0],
            null),
        null,
        null);
  }
}
