package jp.renkei.routing;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.renkei.Renkei;
import jp.renkei.hub.HubClient;
import jp.renkei.mock.MockAgenciesConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub on a broker that is not its own, reached by URL, and that goes away and comes back. */
class ExternalBrokerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private BrokerAtWork broker;
  private ConfigurableApplicationContext context;
  private HubClient hub;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder.resolve("broker"));
    Path demo = Files.createDirectories(folder.resolve("data/demo"));
    Files.writeString(
        demo.resolve("broker.json"),
        "{\"hub\": \"%s\", \"agency-mhlw\": \"%s\"}"
            .formatted(BrokerAtWork.password("hub"), BrokerAtWork.password("agency-mhlw")));
    context =
        new SpringApplicationBuilder(Renkei.class, MockAgenciesConfiguration.class, HubClient.class)
            .run(
                "--server.port=0",
                "--renkei.demo=true",
                "--renkei.environment=demo",
                "--renkei.data=" + folder.resolve("data"),
                "--renkei.broker.url=tcp://127.0.0.1:" + broker.port);
    hub = context.getBean(HubClient.class);
  }

  @AfterEach
  void stop() throws Exception {
    context.close();
    broker.stop();
  }

  @Test
  void carriesInquiriesAndWaitsForTheBrokerToComeBack() throws Exception {
    assertThat(outcome(hub.read(hub.post(newKey(), "20s", hub.inquiry("801").toString()))))
        .isNotEqualTo("null");
    assertThat(folder.resolve("data/broker")).doesNotExist();

    broker.stop();
    await()
        .atMost(PATIENCE)
        .until(() -> hub.get(null, "/actuator/health/readiness").statusCode() == 503);
    var accepted = hub.post(newKey(), null, hub.inquiry("802").toString());
    String id = hub.read(accepted).get("id").textValue();
    assertThat(accepted.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> inquiry(id).at("/waiting/for").asText().equals("retry"));
    assertThat(hub.get("caller", "/api/v1/inquiries/" + id + "/events").body())
        .contains("SEND_POSTPONED");

    broker.start();

    await().atMost(PATIENCE).until(() -> "ENDED".equals(inquiry(id).get("state").textValue()));
    assertThat(hub.get(null, "/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  private JsonNode inquiry(String id) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + id));
  }

  private static String outcome(JsonNode inquiry) {
    return inquiry.get("outcome").asText();
  }
}
