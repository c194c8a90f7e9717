package jp.renkei.inquiry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disk that is nearly full stops what is new, and lets end what was accepted. */
@HubTest
@Import(MovableSpace.class)
class DiskNearlyFullIT {

  private static final String READINESS = "/actuator/health/readiness";

  @Autowired private HubClient hub;
  @Autowired private MovableSpace space;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void thereIsRoom() {
    hub.mock("faults", "{}");
    space.giveBack();
    awaitReadiness(200);
  }

  @Test
  void nothingIsAcceptedUntilThereIsRoom() {
    space.leave(1 << 20);
    awaitReadiness(503);
    int before = inquiries();
    String key = newKey();

    HttpResponse<String> refused = hub.post(key, null, hub.inquiry("975").toString());

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1512");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(inquiries()).isEqualTo(before);
    assertThat(hub.get(null, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(hub.get("operator", "/actuator/prometheus").body())
        .contains("renkei_intake_open 0.0")
        .contains("renkei_disk_nearly_full 1.0")
        .contains("renkei_disk_free_bytes 1048576.0");

    space.giveBack();
    await()
        .atMost(20, SECONDS)
        .until(() -> hub.post(key, null, hub.inquiry("975").toString()).statusCode() == 202);
  }

  @Test
  void whatWasAcceptedIsAnsweredAllTheSame() {
    hub.mock("faults", "{\"delayMs\": 3000}");
    JsonNode accepted = hub.read(hub.post(newKey(), null, hub.inquiry("976").toString()));
    space.leave(1 << 20);
    awaitReadiness(503);

    JsonNode ended =
        hub.read(
            hub.get("caller", "/api/v1/inquiries/" + accepted.get("id").textValue() + "?wait=20s"));

    assertThat(ended.get("state").textValue()).isEqualTo("ENDED");
    assertThat(hub.get(null, READINESS).statusCode()).isEqualTo(503);
  }

  @Test
  void whatIsOpenMayBeCancelled() {
    hub.mock("faults", "{\"dropRate\": 1.0}");
    String id =
        hub.read(hub.post(newKey(), null, hub.inquiry("977").toString())).get("id").textValue();
    space.leave(1 << 20);
    awaitReadiness(503);

    assertThat(hub.cancel("caller", id).statusCode()).isEqualTo(200);
  }

  private void awaitReadiness(int status) {
    await().atMost(20, SECONDS).until(() -> hub.get(null, READINESS).statusCode() == status);
  }

  private int inquiries() {
    return jdbc.sql("select count(*) from inquiry").query(Integer.class).single();
  }
}
