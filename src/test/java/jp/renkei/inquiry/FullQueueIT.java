package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.renkei.hub.BrokerClient;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.protection.Caller;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A caller who does not read its queue: what it is owed waits, and nobody else notices. */
@HubTest
class FullQueueIT {

  private static final Caller TAX = new Caller("tax");
  private static final int LARGE = 60 * 1024;

  /** More than the queue takes: 16 MiB. */
  private static final int MANY = 400;

  @Autowired private Deliveries deliveries;
  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  @Value("${renkei.data}")
  private Path data;

  @Value("${renkei.broker.port}")
  private int port;

  @Test
  void whatDoesNotFitWaitsInTheLedgerAndComesOnceWhenItIsRead() throws JMSException {
    String name = HubClient.newKey();
    for (int i = 0; i < MANY; i++) {
      owe(name + "-" + i);
    }
    awaitEvent("DELIVERIES_STOPPED", 1);
    assertThat(owed()).isPositive();

    anotherCallerIsServed();

    Set<String> read = new HashSet<>();
    int messages = 0;
    try (BrokerClient tax = new BrokerClient(data, port, "caller-tax");
        MessageConsumer consumer =
            tax.session().createConsumer(tax.session().createQueue(TAX.replies()))) {
      for (Message next = consumer.receive(20_000);
          next != null && read.size() < MANY;
          next = consumer.receive(read.size() < MANY ? 20_000 : 500)) {
        read.add(next.getJMSCorrelationID());
        messages++;
      }
    }
    assertThat(read).hasSize(MANY);
    assertThat(messages).isEqualTo(MANY);
    Awaitility.await().until(() -> owed() == 0);
    awaitEvent("DELIVERIES_RESUMED", 1);
    awaitEvent("DELIVERIES_STOPPED", 1);
  }

  private void owe(String correlation) {
    ObjectNode large = json.createObjectNode().put("text", "x".repeat(LARGE));
    CompletableFuture<Void> promised =
        deliveries.promise(
            TAX,
            TAX.replies(),
            new Deliveries.What("test/1.0", correlation, correlation, null, null),
            large.toString().getBytes(StandardCharsets.UTF_8));
    promised.join();
  }

  private void anotherCallerIsServed() throws JMSException {
    try (BrokerClient nhi = new BrokerClient(data, port, "caller-nhi")) {
      String key = HubClient.newKey();
      nhi.send("hub.inquiries", nhi.inquiry(hub.inquiry("0012345678"), key, key, "nhi"));
      Message accepted = nhi.next("hub.replies.nhi", key);
      String number = BrokerClient.json(accepted).get("number").textValue();
      assertThat(nhi.next("hub.replies.nhi", number)).isNotNull();
    }
  }

  private int owed() {
    return jdbc.sql("select count(*) from delivery where address = ?")
        .param(TAX.replies())
        .query(Integer.class)
        .single();
  }

  private void awaitEvent(String what, int times) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select count(*) from event where what = ? and detail like ?")
                            .params(what, TAX.replies() + "%")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(times));
  }
}
