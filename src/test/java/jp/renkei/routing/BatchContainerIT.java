package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One consumer of a real broker, and a route whose end the test decides. */
class BatchContainerIT {

  private static final String REPLY = "agency.mhlw.reply";

  @TempDir Path folder;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final OnTheWay onTheWay = new OnTheWay();
  private BrokerAtWork broker;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder);
    context.disableJMX();
    broker.joinedBy(context);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("jms:queue:" + REPLY).process(onTheWay);
          }
        });
    context.start();
  }

  @AfterEach
  void stop() throws Exception {
    onTheWay.endAll();
    context.stop();
    broker.stop();
  }

  @Test
  void manyAreOnTheirWayAtOnceAndLeaveTheBrokerTogether() throws Exception {
    onTheWay.hold(true);
    List<String> sent = send(10);

    onTheWay.awaitBegun(sent);
    onTheWay.end(sent.subList(0, 9));
    await("none is acknowledged before all have ended")
        .during(Duration.ofMillis(300))
        .until(() -> broker.waiting(REPLY) == 10);
    onTheWay.end(sent.subList(9, 10));

    await().until(() -> broker.waiting(REPLY) == 0);
    assertThat(onTheWay.begun()).as("each came once").isEqualTo(sent);
  }

  @Test
  void noMoreAreOnTheirWayThanWaitForOneAcknowledgement() throws Exception {
    onTheWay.hold(true);
    List<String> sent = send(BatchContainer.MOST + 1);

    List<String> first = sent.subList(0, BatchContainer.MOST);
    onTheWay.awaitBegun(first);
    await().during(Duration.ofMillis(300)).until(() -> onTheWay.begun().equals(first));
    onTheWay.end(first);

    onTheWay.awaitBegun(sent);
    await("those before are acknowledged").until(() -> broker.waiting(REPLY) == 1);
  }

  @Test
  void oneThatFailsComesAgainAndNoOtherDoes() throws Exception {
    onTheWay.hold(true);
    List<String> sent = send(5);
    onTheWay.awaitBegun(sent);
    try (LoggedErrors logged = new LoggedErrors()) {
      onTheWay.fail(sent.subList(2, 3));
      onTheWay.end(sent);

      await().until(() -> broker.waiting(REPLY) == 1);
      assertThat(logged.lines())
          .filteredOn(line -> line.contains("failed on the way"))
          .as("told once")
          .hasSize(1);
    }
    await().until(() -> onTheWay.begun().size() == 6);
    onTheWay.hold(false);

    await().until(() -> broker.waiting(REPLY) == 0);
    assertThat(onTheWay.begun().subList(0, 5)).isEqualTo(sent);
    assertThat(onTheWay.begun().subList(5, 6)).isEqualTo(sent.subList(2, 3));
    assertThat(onTheWay.redelivered()).containsExactly(sent.get(2));
  }

  @Test
  void thoseThatFailAgainAndAgainKeepNoOtherInTheBroker() throws Exception {
    onTheWay.refuse("R3", true);
    onTheWay.refuse("R5", true);
    List<String> sent = send(8);

    await().until(() -> broker.waiting(REPLY) == 2);
    await().until(() -> Collections.frequency(onTheWay.begun(), "R3") >= 3);
    await().until(() -> Collections.frequency(onTheWay.begun(), "R5") >= 3);
    onTheWay.refuse("R3", false);
    onTheWay.refuse("R5", false);

    await().atMost(Duration.ofSeconds(30)).until(() -> broker.waiting(REPLY) == 0);
    for (String other : List.of("R0", "R1", "R2", "R4", "R6", "R7")) {
      assertThat(Collections.frequency(onTheWay.begun(), other)).as(other).isEqualTo(1);
    }
    assertThat(sent).containsAll(onTheWay.redelivered());
  }

  @Test
  void amongManyOnlyThoseThatFailComeAgain() throws Exception {
    List<String> sent = numbers(2_000);
    List<String> failing = sent.stream().filter(number -> number.endsWith("7")).toList();
    failing.forEach(onTheWay::refuseOnce);
    send(sent, Message.DEFAULT_PRIORITY);

    await().atMost(Duration.ofSeconds(60)).until(() -> broker.waiting(REPLY) == 0);

    List<String> expected = new ArrayList<>(sent);
    expected.addAll(failing);
    assertThat(onTheWay.begun()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void oneThatOvertookOthersKeepsNoneInTheBroker() throws Exception {
    onTheWay.hold(true);
    List<String> sent = numbers(6);
    send(sent.subList(0, 3), Message.DEFAULT_PRIORITY);
    send(sent.subList(3, 4), 9);
    send(sent.subList(4, 6), Message.DEFAULT_PRIORITY);
    await().until(() -> onTheWay.begun().size() == 6);

    onTheWay.hold(false);

    await().until(() -> broker.waiting(REPLY) == 0);
    assertThat(onTheWay.begun()).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void whatIsOnItsWayWhenTheHubStopsIsWaitedForAndAcknowledged() throws Exception {
    onTheWay.hold(true);
    List<String> sent = send(5);
    onTheWay.awaitBegun(sent);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::stop);
    await().until(context::isStopping);
    onTheWay.hold(false);
    stopped.get(30, TimeUnit.SECONDS);

    assertThat(broker.waiting(REPLY)).isZero();
    assertThat(onTheWay.begun()).isEqualTo(sent);
  }

  @Test
  void aRouteThatDoesNotTellItsEndsIsNotWaitedForForEver() throws Exception {
    AcknowledgeTogether together = new AcknowledgeTogether();

    CompletableFuture<Void> ends =
        together.begin(broker.session("agency-mhlw").createTextMessage(), () -> {});

    assertThatThrownBy(() -> ends.get(1, TimeUnit.SECONDS)).hasMessageContaining("no route");
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(n -> "R" + n).toList();
  }

  private List<String> send(int count) throws JMSException {
    List<String> sent = numbers(count);
    send(sent, Message.DEFAULT_PRIORITY);
    return sent;
  }

  private void send(List<String> numbers, int priority) throws JMSException {
    Session agency = broker.session("agency-mhlw");
    try (MessageProducer producer = agency.createProducer(agency.createQueue(REPLY))) {
      producer.setPriority(priority);
      for (String number : numbers) {
        BytesMessage message = agency.createBytesMessage();
        message.setJMSCorrelationID(number);
        producer.send(message);
      }
    }
  }

  /** A step that goes on when it is told so. */
  private static final class OnTheWay extends AsyncProcessorSupport {

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Held> held = new ConcurrentLinkedQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private final Set<String> redelivered = ConcurrentHashMap.newKeySet();
    private volatile boolean holding;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      Message message = exchange.getIn(JmsMessage.class).getJmsMessage();
      String number = number(message);
      if (refused.contains(number) || refusedOnce.remove(number)) {
        exchange.setException(new IllegalStateException("refused"));
      }
      if (holding) {
        held.add(new Held(number, exchange, callback));
        begun.add(number);
      } else {
        begun.add(number);
        CompletableFuture.runAsync(() -> callback.done(false));
      }
      return false;
    }

    private String number(Message message) {
      try {
        if (message.getJMSRedelivered()) {
          redelivered.add(message.getJMSCorrelationID());
        }
        return message.getJMSCorrelationID();
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    }

    /** What is held goes on where no more is to be held. */
    void hold(boolean holds) {
      holding = holds;
      if (!holds) {
        endAll();
      }
    }

    void refuse(String number, boolean refuses) {
      if (refuses) {
        refused.add(number);
      } else {
        refused.remove(number);
      }
    }

    void refuseOnce(String number) {
      refusedOnce.add(number);
    }

    List<String> begun() {
      return List.copyOf(begun);
    }

    Set<String> redelivered() {
      return Set.copyOf(redelivered);
    }

    void awaitBegun(List<String> numbers) {
      await().until(() -> begun().equals(numbers));
    }

    void fail(List<String> numbers) {
      take(numbers)
          .forEach(
              each -> {
                each.exchange().setException(new IllegalStateException("failed on the way"));
                each.callback().done(false);
              });
    }

    void end(List<String> numbers) {
      take(numbers).forEach(each -> each.callback().done(false));
    }

    void endAll() {
      end(held.stream().map(Held::number).toList());
    }

    private List<Held> take(List<String> numbers) {
      List<Held> taken = new ArrayList<>();
      for (Held each : held) {
        if (numbers.contains(each.number())) {
          taken.add(each);
        }
      }
      held.removeAll(taken);
      return taken;
    }
  }

  private record Held(String number, Exchange exchange, AsyncCallback callback) {}
}
