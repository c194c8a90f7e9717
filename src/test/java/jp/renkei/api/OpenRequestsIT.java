package jp.renkei.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A hub where one request of a user may be open at a time. */
@HubTest
@TestPropertySource(properties = "renkei.requests-at-once=1")
class OpenRequestsIT {

  @Autowired private HubClient hub;

  @Test
  void whoWaitsTakesAPlaceUntilTheEnd() {
    hub.mock("replies", "[{\"subject\": \"978\", \"outcome\": \"HELD\"}]");
    String id =
        hub.read(hub.post(newKey(), null, hub.inquiry("978").toString())).get("id").textValue();
    String waiting = "/api/v1/inquiries/" + id + "?wait=30s";
    CompletableFuture<HttpResponse<String>> first =
        CompletableFuture.supplyAsync(() -> hub.get("caller", waiting));
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                hub.get("operator", "/actuator/prometheus")
                    .body()
                    .contains("renkei_requests_open 1.0"));

    HttpResponse<String> refused = hub.post(newKey(), null, hub.inquiry("979").toString());

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1411");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(hub.get("operator", "/api/v1/inquiries/" + id).statusCode()).isEqualTo(200);
    assertThat(first.isDone()).isFalse();
    assertThat(hub.cancel("operator", id).statusCode()).isEqualTo(200);
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(hub.post(newKey(), null, hub.inquiry("979").toString()).statusCode()).isEqualTo(202);
  }
}
