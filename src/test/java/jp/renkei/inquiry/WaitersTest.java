package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitersTest {

  private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

  private final List<String> delivered = new ArrayList<>();
  private final Waiters waiters = new Waiters((flow, accepted) -> delivered.add(flow));

  @Test
  void tellsEveryoneWhoWaitsWhatTheyWaitFor() {
    CompletableFuture<Optional<EndedInquiry>> one = waiters.until("A");
    CompletableFuture<Optional<EndedInquiry>> two = waiters.until("A");
    CompletableFuture<Optional<EndedInquiry>> other = waiters.until("B");

    waiters.ended(end("A"));

    assertThat(one).isCompletedWithValue(Optional.of(end("A")));
    assertThat(two).isCompletedWithValue(Optional.of(end("A")));
    assertThat(other).isNotDone();
    assertThat(delivered).containsExactly("flow");
  }

  @Test
  void tellsThoseWhoComeAMomentTooLateAndCountsOneDelivery() {
    waiters.ended(end("A"));
    assertThat(delivered).isEmpty();

    assertThat(waiters.until("A")).isCompletedWithValue(Optional.of(end("A")));
    assertThat(waiters.until("A")).isCompletedWithValue(Optional.of(end("A")));
    assertThat(delivered).containsExactly("flow");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "EXPIRED", "WITHHELD", "NOT_IDENTIFIED"})
  void whatMayHaveAnotherOutcomeInAMomentIsToldToThoseWhoWaitOnly(Outcome outcome) {
    CompletableFuture<Optional<EndedInquiry>> one = waiters.until("A");

    waiters.ended(end("A", outcome));

    assertThat(one).isCompletedWithValue(Optional.of(end("A", outcome)));
    assertThat(waiters.until("A")).isNotDone();
  }

  @Test
  void aListenerThatFailsHarmsNobodyWhoWaits() {
    Waiters unlucky =
        new Waiters(
            (flow, accepted) -> {
              throw new IllegalStateException("made to fail");
            });
    CompletableFuture<Optional<EndedInquiry>> one = unlucky.until("A");

    unlucky.ended(end("A"));

    assertThat(one).isCompletedWithValue(Optional.of(end("A")));
  }

  @Test
  void sendsThoseToTheLedgerWhoseInquiryEndedElsewhere() {
    CompletableFuture<Optional<EndedInquiry>> one = waiters.until("A");
    CompletableFuture<Optional<EndedInquiry>> other = waiters.until("B");

    waiters.ask(ids -> ids.contains("A") ? List.of("A") : List.of());
    assertThat(one).isNotDone();
    waiters.ask(ids -> ids.contains("A") ? List.of("A") : List.of());

    assertThat(one).isCompletedWithValue(Optional.empty());
    assertThat(other).isNotDone();
  }

  @Test
  void whatEndsHereIsToldHereThoughTheLedgerSaysItFirst() {
    CompletableFuture<Optional<EndedInquiry>> one = waiters.until("A");

    waiters.ask(ids -> List.of("A"));
    waiters.ended(end("A"));

    assertThat(one).isCompletedWithValue(Optional.of(end("A")));
    assertThat(delivered).containsExactly("flow");
  }

  @Test
  void asksForNobodyWhoHasGone() {
    waiters.until("A").complete(Optional.empty());
    AtomicInteger asked = new AtomicInteger();

    waiters.ask(
        ids -> {
          asked.incrementAndGet();
          return List.of();
        });

    assertThat(asked).hasValue(0);
  }

  private static EndedInquiry end(String id) {
    return end(id, Outcome.ANSWERED);
  }

  private static EndedInquiry end(String id, Outcome outcome) {
    return new EndedInquiry(
        new Inquiry(
                id,
                "R",
                "nhi",
                "flow",
                "mhlw",
                null,
                Lane.SINGLE,
                null,
                State.SENT,
                null,
                null,
                null,
                null,
                false,
                0,
                NOON,
                NOON,
                null,
                null,
                null)
            .endedWith(outcome, null, NOON),
        JsonNodeFactory.instance.objectNode().put("result", "ANSWERED"));
  }
}
