package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  /** How many one consumer may have on their way. */
  private static final int MOST = 32;

  @TempDir Path folder;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final OnTheWay onTheWay = new OnTheWay();
  private BrokerAtWork broker;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder);
    ConnectionFactory connections =
        RoutingConfiguration.connections(broker.inVm(), BrokerAtWork.password("hub"));
    AcknowledgeTogether together = new AcknowledgeTogether();
    context.disableJMX();
    context.addRoutePolicyFactory(together);
    context.addComponent("jms", new RoutingConfiguration().jms(connections, together));
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
    onTheWay.hold();
    List<String> sent = send(10);

    onTheWay.awaitBegun(sent);
    onTheWay.end(sent.subList(0, 9));
    assertThat(broker.waiting(REPLY))
        .as("none is acknowledged before all have ended")
        .isEqualTo(10);
    onTheWay.end(sent.subList(9, 10));

    await().until(() -> broker.waiting(REPLY) == 0);
    assertThat(onTheWay.begun()).as("each came once").containsExactlyElementsOf(sent);
  }

  @Test
  void noMoreAreOnTheirWayThanMayWaitForOneAcknowledgement() throws Exception {
    onTheWay.hold();
    List<String> sent = send(MOST + 1);

    onTheWay.awaitBegun(sent.subList(0, MOST));
    onTheWay.end(sent.subList(0, MOST));

    onTheWay.awaitBegun(sent);
    assertThat(broker.waiting(REPLY)).as("those before are acknowledged").isEqualTo(1);
  }

  @Test
  void whereOneFailsAllComeAgain() throws Exception {
    onTheWay.hold();
    List<String> sent = send(5);
    onTheWay.awaitBegun(sent);
    onTheWay.fail(sent.subList(2, 3));
    onTheWay.end(sent);

    await().until(() -> onTheWay.begun().size() == 6);
    onTheWay.hold(false);

    await().until(() -> broker.waiting(REPLY) == 0);
    assertThat(onTheWay.begun()).hasSize(10);
    assertThat(onTheWay.begun().subList(5, 10)).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void oneThatFailsAgainAndAgainKeepsNoOtherInTheBroker() throws Exception {
    onTheWay.refuse("R3", true);
    List<String> sent = send(8);

    await().until(() -> broker.waiting(REPLY) == 1);
    assertThat(onTheWay.begun()).containsAll(sent);

    onTheWay.refuse("R3", false);
    await().until(() -> broker.waiting(REPLY) == 0);
  }

  private List<String> send(int count) throws JMSException {
    List<String> sent = IntStream.range(0, count).mapToObj(n -> "R" + n).toList();
    Session agency = broker.session("agency-mhlw");
    try (MessageProducer producer = agency.createProducer(agency.createQueue(REPLY))) {
      for (String number : sent) {
        BytesMessage message = agency.createBytesMessage();
        message.setJMSCorrelationID(number);
        producer.send(message);
      }
    }
    return sent;
  }

  /** A step that goes on when it is told so. */
  private static final class OnTheWay extends AsyncProcessorSupport {

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Held> held = new ConcurrentLinkedQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean holding;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      String number = number(exchange);
      if (refused.contains(number)) {
        exchange.setException(new IllegalStateException("refused"));
      }
      boolean holds = holding;
      if (holds) {
        held.add(new Held(number, exchange, callback));
      } else {
        callback.done(true);
      }
      begun.add(number);
      return !holds;
    }

    private static String number(Exchange exchange) {
      try {
        return exchange.getIn(JmsMessage.class).getJmsMessage().getJMSCorrelationID();
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    }

    void hold() {
      holding = true;
    }

    /** What is held then goes on, too. */
    void hold(boolean holds) {
      holding = holds;
      endAll();
    }

    void refuse(String number, boolean refuses) {
      if (refuses) {
        refused.add(number);
      } else {
        refused.remove(number);
      }
    }

    List<String> begun() {
      return List.copyOf(begun);
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
