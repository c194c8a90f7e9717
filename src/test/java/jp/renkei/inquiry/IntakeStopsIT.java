package jp.renkei.inquiry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.SealLag;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be kept as evidence is not begun. */
@HubTest
@Import(MovableTicks.class)
class IntakeStopsIT {

  private static final String SEALING = "housekeeping/sealing";
  private static final String READINESS = "/actuator/health/readiness";

  @Autowired private HubClient hub;
  @Autowired private CamelContext camel;
  @Autowired private MovableTicks ticks;
  @Autowired private JdbcClient jdbc;
  private String ended;

  @BeforeEach
  void sealingDoesNotWork() throws Exception {
    ended =
        hub.read(hub.post(newKey(), "20s", hub.inquiry("973").toString())).get("id").textValue();
    camel.getRouteController().stopRoute(SEALING);
    ticks.pass(SealLag.LONGEST);
  }

  @AfterEach
  void sealingWorks() throws Exception {
    camel.getRouteController().startRoute(SEALING);
    await().atMost(20, SECONDS).until(() -> hub.get(null, READINESS).statusCode() == 200);
  }

  @Test
  void nothingIsAcceptedUntilSealingWorks() throws Exception {
    String key = newKey();
    int before = inquiries();

    HttpResponse<String> refused = hub.post(key, null, hub.inquiry("974").toString());

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1503");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(inquiries()).isEqualTo(before);

    camel.getRouteController().startRoute(SEALING);
    await()
        .atMost(20, SECONDS)
        .until(() -> hub.post(key, null, hub.inquiry("974").toString()).statusCode() == 202);
  }

  @Test
  void readinessAndMetricsTellWhy() {
    assertThat(hub.get(null, READINESS).statusCode()).isEqualTo(503);
    assertThat(hub.get(null, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(hub.get("operator", "/actuator/prometheus").body())
        .contains("renkei_intake_open 0.0")
        .containsPattern("renkei_evidence_lag_seconds ([6-9]|1\\d)\\d\\.");
  }

  @Test
  void nothingIsAskedAgainEither() {
    jdbc.sql("update inquiry set outcome = 'EXPIRED' where id = ?").param(ended).update();
    String body = "{\"reason\": \"r\", \"filter\": {\"flow\": \"" + HubClient.FLOW + "\"}}";

    HttpResponse<String> refused =
        hub.send(
            hub.request("operator", "/api/v1/inquiries:again")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1503");
  }

  @Test
  void whatWasAskedIsStillRead() {
    assertThat(hub.get("caller", "/api/v1/inquiries/" + ended).statusCode()).isEqualTo(200);
  }

  private int inquiries() {
    return jdbc.sql("select count(*) from inquiry").query(Integer.class).single();
  }
}
