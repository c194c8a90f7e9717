package jp.renkei.api;

import static jp.renkei.api.ToldProblem.assertProblem;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.protection.SmallShares;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A hub whose callers have small shares. */
@HubTest
@Import(CallerSharesIT.Small.class)
class CallerSharesIT {

  @TestConfiguration(proxyBeanMethods = false)
  static class Small {

    @Bean
    static SmallShares smallShares() {
      return new SmallShares();
    }
  }

  @Autowired private HubClient hub;

  @Test
  void whatIsBeyondTheShareIsRefusedCountedAndTakenLater() {
    double before = refused();
    String key = newKey();
    String body = hub.inquiry("985").toString();
    List<HttpResponse<String>> refused = new ArrayList<>();
    for (int i = 0; i < 1_000 && refused.size() < 6; i++) {
      HttpResponse<String> response = hub.post(key, null, body);
      if (response.statusCode() == 429) {
        refused.add(response);
      }
    }

    assertThat(refused).hasSize(6);
    assertProblem(refused.get(0), 429, "RK-1402", null);
    assertThat(refused.get(0).headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused() - before).isEqualTo(refused.size());
    await().until(() -> hub.post(key, null, body).statusCode() != 429);
  }

  @Test
  void aLargerBodyThanItsOwnLimitIsRefused() {
    ObjectNode body = hub.inquiry("986").put("case", "x".repeat(64));
    String large = body + " ".repeat(400 - body.toString().length());
    await().until(() -> hub.post(newKey(), null, large).statusCode() == 202);

    await()
        .untilAsserted(
            () -> assertProblem(hub.post(newKey(), null, large + " "), 413, "RK-1401", ""));
  }

  private double refused() {
    return hub.get("operator", "/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("renkei_requests_refused_total{code=\"RK-1402\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }
}
