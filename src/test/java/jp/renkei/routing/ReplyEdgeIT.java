package jp.renkei.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jp.renkei.inquiry.IncomingReceipt;
import jp.renkei.inquiry.IncomingReply;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a JMS message gets past the transport, and past the guard. */
class ReplyEdgeIT {

  private static final String REPLY = "agency.mhlw.reply";

  /** The fields that JMS itself defines; Camel copies them without asking the filter. */
  private static final Set<String> MADE_BY_CAMEL =
      Set.of(
          "CamelMessageTimestamp",
          "JMSCorrelationID",
          "JMSCorrelationIDAsBytes",
          "JMSDeliveryMode",
          "JMSDestination",
          "JMSExpiration",
          "JMSMessageID",
          "JMSPriority",
          "JMSRedelivered",
          "JMSReplyTo",
          "JMSTimestamp",
          "JMSType",
          "JMSXGroupID",
          "JMSXUserID");

  @TempDir Path folder;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private BrokerAtWork broker;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder);
    context.disableJMX();
    broker.joinedBy(context);
    GuardReply guard = new GuardReply();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("jms:queue:" + REPLY)
                .setProperty("agency", constant("mhlw"))
                .process(
                    exchange -> {
                      Map<String, Object> before = headers(exchange);
                      guard.guard(exchange);
                      seen.add(new Seen(before, headers(exchange), exchange.getIn().getBody()));
                    });
          }
        });
    context.start();
  }

  @AfterEach
  void stop() throws Exception {
    context.stop();
    broker.stop();
  }

  @Test
  void onlyTheAllowedPropertiesReachTheExchangeAndNoneGetsPastTheGuard() throws Exception {
    Session agency = broker.session("agency-mhlw");
    BytesMessage message = agency.createBytesMessage();
    message.writeBytes("reply".getBytes(StandardCharsets.UTF_8));
    message.setJMSCorrelationID("R1");
    message.setJMSType("employment-insurance/1.0");
    message.setJMSReplyTo(agency.createQueue("agency.mhlw.inquiry"));
    message.setStringProperty("renkeiKey", "mhlw-1");
    message.setStringProperty("RENKEIKEY", "other");
    message.setStringProperty("CamelFileName", "../../evil");
    message.setStringProperty("CAmelFileName", "../../evil");
    message.setStringProperty("camelFileName", "../../evil");
    message.setStringProperty("CamelJmsDestinationName", "agency.mhlw.inquiry");
    message.setStringProperty("CamelJmsRequestTimeout", "1");
    message.setStringProperty("CamelBeanMethodName", "toString");
    message.setStringProperty("CamelToDynamic", "x");
    message.setStringProperty("org_apache_camel_x", "x");
    message.setStringProperty("JMS_AMQP_x", "x");
    message.setStringProperty("breadcrumbId", "x");
    message.setStringProperty("traceparent", "00-1-1-01");
    message.setStringProperty("_AMQ_DUPL_ID", "R1/1");
    agency.createProducer(agency.createQueue(REPLY)).send(message);

    Seen arrived = next();

    assertThat(arrived.before().keySet())
        .filteredOn(name -> !MADE_BY_CAMEL.contains(name))
        .containsExactly("renkeiKey");
    assertThat(arrived.before())
        .containsEntry("JMSCorrelationID", "R1")
        .containsEntry("JMSType", "employment-insurance/1.0")
        .containsEntry("renkeiKey", "mhlw-1")
        .hasEntrySatisfying("CamelMessageTimestamp", at -> assertThat(at).isInstanceOf(Long.class));
    assertThat(arrived.after()).isEmpty();
    assertThat(arrived.reply().agency()).isEqualTo("mhlw");
    assertThat(arrived.reply().number()).isEqualTo("R1");
    assertThat(arrived.reply().keyId()).isEqualTo("mhlw-1");
    assertThat(arrived.reply().body()).asString(StandardCharsets.UTF_8).isEqualTo("reply");
    assertThat(arrived.reply().fault()).isNull();
    assertThat(broker.staysEmpty("agency-mhlw", "agency.mhlw.inquiry"))
        .as("nobody is answered because he asks for it")
        .isTrue();
  }

  @Test
  void aReceiptIsTakenWithItsNumbersAndNothingElse() throws Exception {
    Session agency = broker.session("agency-mhlw");
    BytesMessage message = FakeMinistry.receipt(agency, "R1", "U-1");
    message.writeBytes("not looked at".getBytes(StandardCharsets.UTF_8));
    message.setStringProperty("RENKEIRECEIPT", "other");
    agency.createProducer(agency.createQueue(REPLY)).send(message);
    BytesMessage bare = agency.createBytesMessage();
    bare.setJMSType("receipt/1.0");
    agency.createProducer(agency.createQueue(REPLY)).send(bare);
    BytesMessage reply = FakeMinistry.receipt(agency, "R1", "U-1");
    reply.setJMSType("employment-insurance/1.0");
    agency.createProducer(agency.createQueue(REPLY)).send(reply);

    Seen arrived = next();

    assertThat(arrived.before()).containsEntry("renkeiReceipt", "U-1");
    assertThat(arrived.before()).doesNotContainKey("RENKEIRECEIPT");
    assertThat(arrived.after()).isEmpty();
    assertThat(arrived.body()).isEqualTo(new IncomingReceipt("mhlw", "R1", "U-1"));
    assertThat(next().body()).isEqualTo(new IncomingReceipt("mhlw", null, null));
    assertThat(next().reply().number()).as("a reply that wears the property").isEqualTo("R1");
  }

  @Test
  void anObjectIsNeitherReadByTheGuardNorReadableForAnybody() throws Exception {
    Trap.SPRUNG.set(false);
    Session agency = broker.session("agency-mhlw");
    agency.createProducer(agency.createQueue(REPLY)).send(agency.createObjectMessage(new Trap()));

    assertThat(next().reply().fault()).isEqualTo("not a JMS bytes message");

    context.stop();
    agency.createProducer(agency.createQueue(REPLY)).send(agency.createObjectMessage(new Trap()));
    assertThat(receiveAsHub()).isNotNull().isNotInstanceOf(ObjectMessage.class);
    assertThat(Trap.SPRUNG).isFalse();
  }

  @Test
  void theLargestBodyIsReadAndOneByteMoreIsNot() throws Exception {
    Session agency = broker.session("agency-mhlw");
    for (int length : new int[] {1 << 20, (1 << 20) + 1, 16 << 20}) {
      BytesMessage message = agency.createBytesMessage();
      message.writeBytes(new byte[length]);
      agency.createProducer(agency.createQueue(REPLY)).send(message);
    }

    assertThat(next().reply().body()).hasSize(1 << 20);
    assertThat(next().reply())
        .satisfies(reply -> assertThat(reply.body()).isEmpty())
        .satisfies(reply -> assertThat(reply.fault()).isEqualTo("larger than 1048576 bytes"));
    assertThat(next().reply().fault()).isEqualTo("larger than 1048576 bytes");
  }

  @ParameterizedTest
  @EnumSource
  void whatNoClientOfOursWouldWriteIsTakenAndNamed(Malformed malformed) throws Exception {
    malformed.send("tcp://127.0.0.1:" + broker.port, BrokerAtWork.password("agency-mhlw"));

    IncomingReply reply = next().reply();

    assertThat(reply.fault()).isEqualTo(malformed.fault());
    await().until(() -> broker.waiting(REPLY) == 0);
  }

  @Test
  void oneThatIsMadeUpHoldsUpNoOther() throws Exception {
    String url = "tcp://127.0.0.1:" + broker.port;
    for (Malformed malformed : Malformed.values()) {
      malformed.send(url, BrokerAtWork.password("agency-mhlw"));
    }
    Session agency = broker.session("agency-mhlw");
    BytesMessage honest = agency.createBytesMessage();
    honest.setJMSCorrelationID("R1");
    agency.createProducer(agency.createQueue(REPLY)).send(honest);

    for (int n = 0; n < Malformed.values().length; n++) {
      next();
    }
    assertThat(next().reply().number()).isEqualTo("R1");
    await().until(() -> broker.waiting(REPLY) == 0);
  }

  @Test
  void whatIsCompressedOrSaysSoIsNotTaken() throws Exception {
    String url = "tcp://127.0.0.1:" + broker.port;
    String password = BrokerAtWork.password("agency-mhlw");
    for (int length : new int[] {40, 300_000}) {
      assertThatThrownBy(
              () ->
                  CoreMessage.send(
                      url,
                      password,
                      org.apache.activemq.artemis.api.core.Message.BYTES_TYPE,
                      length,
                      message ->
                          message.putBooleanProperty(
                              org.apache.activemq.artemis.api.core.Message.HDR_LARGE_COMPRESSED,
                              true)))
          .isInstanceOf(ActiveMQException.class)
          .hasMessageContaining("Compressed messages are not taken");
    }
    try (ActiveMQConnectionFactory packing =
            new ActiveMQConnectionFactory(url + "?compressLargeMessage=true");
        JMSContext agency = packing.createContext("agency-mhlw", password)) {
      BytesMessage bomb = agency.createBytesMessage();
      bomb.writeBytes(new byte[64 << 20]);
      assertThatThrownBy(() -> agency.createProducer().send(agency.createQueue(REPLY), bomb))
          .isInstanceOf(JMSRuntimeException.class);
    }
    assertThat(broker.waiting(REPLY)).isZero();
  }

  private Seen next() throws InterruptedException {
    Seen next = seen.poll(20, SECONDS);
    assertThat(next).as("a message past the guard").isNotNull();
    return next;
  }

  private Message receiveAsHub() throws JMSException {
    try (ActiveMQConnectionFactory connections =
            RoutingConfiguration.connections(broker.inVm(), BrokerAtWork.password("hub"));
        JMSContext hub = connections.createContext()) {
      return hub.createConsumer(hub.createQueue(REPLY)).receive(10_000);
    }
  }

  private static Map<String, Object> headers(Exchange exchange) {
    return new TreeMap<>(exchange.getIn().getHeaders());
  }

  /** The headers on both sides of the guard, and what it made. */
  private record Seen(Map<String, Object> before, Map<String, Object> after, Object body) {

    IncomingReply reply() {
      return (IncomingReply) body;
    }
  }
}
