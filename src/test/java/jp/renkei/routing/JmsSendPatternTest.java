package jp.renkei.routing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.ledger.SendWork;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JmsSendPatternTest {

  private final Agency agency = new Agency();
  private PatternRoutes routes;

  @BeforeEach
  void start() throws Exception {
    routes = new PatternRoutes(agency);
  }

  @AfterEach
  void stop() {
    routes.close();
  }

  @Test
  void isMarkedSentOnlyWhenTheBrokerHasIt() throws InterruptedException {
    agency.handsOver = false;
    put("R1");

    Sending sending = agency.next();
    assertThat(routes.steps.called()).containsExactly("mayStillBeSent R1");
    sending.confirmed.complete(null);

    await().until(() -> routes.steps.called().contains("sent R1"));
    assertThat(routes.steps.called()).containsExactly("mayStillBeSent R1", "sent R1");
  }

  @Test
  void whatMayNotBeSentAnyMoreIsDropped() {
    routes.steps.when("mayStillBeSent", number -> !"R1".equals(number));

    put("R1", "R2");

    await().until(() -> routes.steps.called().contains("sent R2"));
    assertThat(agency.attempts()).containsExactly("R2");
    assertThat(routes.steps.called()).doesNotContain("sent R1").noneMatch(postponed("R1"));
  }

  @Test
  void aFaultIsTriedTwiceMoreSoonAndThenPostponed() {
    agency.faults.put("R1", Integer.MAX_VALUE);

    put("R1");

    await().until(() -> routes.steps.called().stream().anyMatch(postponed("R1")));
    assertThat(agency.attempts()).containsExactly("R1", "R1", "R1");
    assertThat(agency.pause(1)).isBetween(Duration.ofMillis(90), Duration.ofSeconds(5));
    assertThat(agency.pause(2)).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
    assertThat(routes.steps.called())
        .containsExactly("mayStillBeSent R1", "postpone R1 the broker is away");
  }

  @Test
  void aFaultThatPassesIsNoPostponement() {
    agency.faults.put("R1", 2);

    put("R1");

    await().until(() -> routes.steps.called().contains("sent R1"));
    assertThat(agency.attempts()).containsExactly("R1", "R1", "R1");
    assertThat(routes.steps.called()).containsExactly("mayStillBeSent R1", "sent R1");
  }

  @Test
  void aFaultToldBeforeTheBrokerIsAskedIsTheSame() {
    agency.throwsAtOnce = true;

    put("R1");

    await().until(() -> routes.steps.called().stream().anyMatch(postponed("R1")));
    assertThat(agency.attempts()).hasSize(3);
    assertThat(routes.steps.called()).doesNotContain("sent R1");
  }

  @Test
  void aFaultHoldsUpNobodyElse() {
    agency.faults.put("R1", Integer.MAX_VALUE);

    put("R1", "R2", "R3", "R4");

    await().until(() -> routes.steps.called().contains("sent R4"));
    assertThat(routes.steps.called()).noneMatch(postponed("R1"));
    await().until(() -> routes.steps.called().stream().anyMatch(postponed("R1")));
  }

  @Test
  void everyEndingFreesItsPlace() {
    int more = 3 * PatternRoutes.IN_FLIGHT;
    String[] failing = IntStream.range(0, more).mapToObj(n -> "F" + n).toArray(String[]::new);
    String[] late = IntStream.range(0, more).mapToObj(n -> "L" + n).toArray(String[]::new);
    List.of(failing).forEach(number -> agency.faults.put(number, Integer.MAX_VALUE));
    routes.steps.when("mayStillBeSent", number -> !number.toString().startsWith("L"));
    routes.steps.when(
        "postpone",
        given -> CompletableFuture.failedFuture(new LedgerUnavailable("the ledger is away", null)));

    put(failing);
    put(late);
    put("R1");

    await().atMost(20, SECONDS).until(() -> routes.steps.called().contains("sent R1"));
  }

  @Test
  void neverMoreAreOnTheirWayThanTheAgencyAllows() throws InterruptedException {
    agency.handsOver = false;
    put("R1", "R2", "R3");

    Sending first = agency.next();
    Sending second = agency.next();
    assertThat(agency.sendings.poll(500, MILLISECONDS)).isNull();
    first.confirmed.complete(null);

    Sending third = agency.next();
    assertThat(third.number).isEqualTo("R3");
    second.confirmed.complete(null);
    third.confirmed.complete(null);
  }

  @Test
  void aSendingThatTheLedgerDoesNotNoteIsNoFaultOfSending() throws InterruptedException {
    CompletableFuture<Void> note = new CompletableFuture<>();
    routes.steps.when("sent", number -> "R1".equals(number) ? note.thenApply(n -> n) : null);

    put("R1");
    await().until(() -> routes.steps.called().contains("sent R1"));
    note.completeExceptionally(new LedgerUnavailable("the ledger is away", null));
    put("R2");

    await().until(() -> routes.steps.called().contains("sent R2"));
    assertThat(agency.attempts()).containsExactly("R1", "R2");
    assertThat(routes.steps.called()).noneMatch(postponed("R1"));
  }

  @Test
  void aSuspendedRouteTakesNothing() throws Exception {
    routes.context.getRouteController().suspendRoute("mhlw/send");

    put("R1", "R2");
    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(5))
        .until(() -> routes.steps.called().isEmpty());
    assertThat(agency.attempts()).isEmpty();

    routes.context.getRouteController().resumeRoute("mhlw/send");
    await().until(() -> routes.steps.called().containsAll(List.of("sent R1", "sent R2")));
  }

  @Test
  void anIdleRouteStopsWithoutForce() throws Exception {
    try (LoggedErrors errors = new LoggedErrors()) {
      routes.context.getRouteController().stopRoute("mhlw/send");
      assertThat(errors.lines()).isEmpty();
    }
  }

  @Test
  void aStoppedRouteGoesOnWhenItIsStarted() throws Exception {
    routes.context.getRouteController().stopRoute("mhlw/send");
    put("R1");
    routes.context.getRouteController().startRoute("mhlw/send");

    await().until(() -> routes.steps.called().contains("sent R1"));
    assertThat(agency.attempts()).containsExactly("R1");
  }

  private void put(String... numbers) {
    routes.outbox().caughtUp(Lane.SINGLE);
    for (String number : numbers) {
      assertThat(routes.outbox().reserve(Lane.SINGLE)).isTrue();
      routes
          .outbox()
          .put(
              new SendWork(
                  "id-" + number,
                  number,
                  "nhi",
                  PatternRoutes.FLOW.id(),
                  "mhlw",
                  null,
                  Lane.SINGLE,
                  1,
                  0,
                  Instant.EPOCH,
                  Instant.MAX,
                  Instant.MAX,
                  false,
                  new byte[] {1}));
    }
  }

  private static Predicate<String> postponed(String number) {
    return call -> call.startsWith("postpone " + number + " ");
  }

  /** What is on its way to the agency. */
  private record Sending(String number, CompletableFuture<Void> confirmed) {}

  /** The agency's end of the route: takes, refuses, or lets the test answer. */
  private static final class Agency extends AsyncProcessorSupport {

    final Map<String, Integer> faults = new ConcurrentHashMap<>();
    final BlockingQueue<Sending> sendings = new LinkedBlockingQueue<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final List<Long> times = new CopyOnWriteArrayList<>();
    volatile boolean handsOver = true;
    volatile boolean throwsAtOnce;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      String number = exchange.getIn().getBody(SendWork.class).number();
      times.add(System.nanoTime());
      attempts.add(number);
      if (throwsAtOnce) {
        exchange.setException(new IllegalStateException("no such address"));
        callback.done(true);
        return true;
      }
      CompletableFuture<Void> confirmed = new CompletableFuture<>();
      confirmed.whenComplete(
          (nothing, fault) -> {
            if (fault != null) {
              exchange.setException(fault);
            }
            callback.done(false);
          });
      if (!handsOver) {
        sendings.add(new Sending(number, confirmed));
      } else if (faults.merge(number, -1, Integer::sum) >= 0) {
        confirmed.completeExceptionally(new JMSException("the broker is away"));
      } else {
        confirmed.complete(null);
      }
      return false;
    }

    List<String> attempts() {
      return List.copyOf(attempts);
    }

    Duration pause(int attempt) {
      return Duration.ofNanos(times.get(attempt) - times.get(attempt - 1));
    }

    Sending next() throws InterruptedException {
      Sending sending = sendings.poll(10, SECONDS);
      assertThat(sending).as("a message on its way").isNotNull();
      return sending;
    }
  }
}
