package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency that is not to be asked, or does not answer. */
@HubTest
class PauseIT {

  private static final String MHLW = "/api/v1/agencies/mhlw";

  @Autowired private HubClient hub;
  @Autowired private CamelContext camel;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void mend() {
    hub.mock("replies", "[]");
    hub.mock("faults", "{}");
    hub.mock("care-insurer", "faults", "{}");
    act(MHLW + "/resume");
    await().untilAsserted(() -> assertThat(route()).isEqualTo(ServiceStatus.Started));
  }

  @Test
  void aPausedAgencyIsSentNothingAndItsDeadlinesStandStill() {
    int before = events("PAUSED") - events("RESUMED");
    JsonNode paused = hub.read(act(MHLW + "/pause"));
    assertThat(paused.get("state").textValue()).isEqualTo("PAUSED");
    assertThat(paused.at("/pauses/0/who").textValue()).isEqualTo("operator");

    JsonNode inquiry = post("851", "PT1S");
    await().untilAsserted(() -> assertThat(route()).isEqualTo(ServiceStatus.Suspended));
    assertThat(inquiry.at("/waiting/for").textValue()).isEqualTo("pause");
    assertThat(inquiry.at("/waiting/until").isNull()).isTrue();
    OffsetDateTime deadline = OffsetDateTime.parse(inquiry.get("deadline").textValue());
    await().until(() -> OffsetDateTime.now().isAfter(deadline.plusSeconds(2)));
    assertThat(get(inquiry).get("state").textValue()).isEqualTo("ACCEPTED");
    assertThat(agency().get("waiting").intValue()).isPositive();

    act(MHLW + "/resume");

    JsonNode ended = hub.read(hub.get("caller", path(inquiry) + "?wait=20s"));
    assertThat(ended.get("outcome").textValue()).isIn("ANSWERED", "NO_DATA");
    assertThat(OffsetDateTime.parse(ended.get("deadline").textValue()))
        .isAfter(deadline.plusSeconds(2));
    assertThat(events("PAUSED") - events("RESUMED")).isEqualTo(before);
  }

  @Test
  void pausingTwiceIsOnePause() {
    int before = events("PAUSED");
    act(MHLW + "/pause");
    JsonNode again = hub.read(act(MHLW + "/pause"));

    assertThat(again.get("pauses")).hasSize(1);
    assertThat(events("PAUSED")).isEqualTo(before + 1);
  }

  @Test
  void repliesThatSayItCannotBreakThePathOnceAndAnAnsweredProbeMendsIt() {
    int before = events("PATH_BROKEN");
    int restored = events("PATH_RESTORED");
    hub.mock("faults", "{\"errorRate\": 1.0}");
    List<JsonNode> inquiries = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      inquiries.add(post("86" + i, null));
    }

    await().untilAsserted(() -> assertThat(agency().get("state").textValue()).isEqualTo("BROKEN"));
    await().untilAsserted(() -> assertThat(route()).isEqualTo(ServiceStatus.Suspended));
    assertThat(agency().at("/pauses/0/reason").textValue()).startsWith("REPLIES");
    JsonNode waiting = get(inquiries.get(0));
    assertThat(waiting.at("/waiting/for").textValue()).isEqualTo("pause");
    assertThat(events("PATH_BROKEN")).isEqualTo(before + 1);

    hub.mock("faults", "{}");
    jdbc.sql("update pause set probe_due = since").update();
    jdbc.sql("update dispatch set due = current_timestamp where what = 'SEND'").update();

    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(
            () -> {
              jdbc.sql("update dispatch set due = current_timestamp where what = 'SEND'").update();
              assertThat(inquiries)
                  .allSatisfy(
                      inquiry ->
                          assertThat(get(inquiry).get("outcome").asText())
                              .isIn("ANSWERED", "NO_DATA"));
            });
    assertThat(agency().get("state").textValue()).isEqualTo("OPEN");
    assertThat(events("PATH_RESTORED") - restored).isEqualTo(events("PATH_BROKEN") - before);
  }

  /** One that shares a path with one that is down and has a backlog, earlier in the catalogue. */
  @Test
  void aHealthyAgencyOfABrokenPathIsProbedToo() {
    hub.mock("care-insurer", "faults", "{\"errorRate\": 1.0}");
    for (int i = 10; i < 30; i++) {
      careInsurer("89" + i);
    }
    await().untilAsserted(() -> assertThat(agency().get("state").textValue()).isEqualTo("BROKEN"));
    JsonNode healthy = post("8930", null);
    assertThat(healthy.at("/waiting/for").textValue()).isEqualTo("pause");

    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(
            () -> {
              jdbc.sql("update pause set probe_due = since").update();
              jdbc.sql("update dispatch set due = current_timestamp where what = 'SEND'").update();
              assertThat(get(healthy).get("outcome").asText()).isIn("ANSWERED", "NO_DATA");
            });
  }

  @Test
  void aStoppedProviderPausesAloneAndGoesOnWhenAProbeIsAnswered() {
    int before = events("PROVIDER_STOPPED") - events("PROVIDER_RESTORED");
    hub.mock(
        "replies",
        """
        [{"subject": "881", "outcome": "TEMPORARY", "reply": {"providerStopped": true}}]""");
    JsonNode first = post("881", null, "2701");
    await().untilAsserted(() -> assertThat(agency().get("pauses")).hasSize(1));
    assertThat(agency().at("/pauses/0/provider").textValue()).isEqualTo("2701");
    assertThat(agency().get("state").textValue()).isEqualTo("OPEN");

    JsonNode same = post("882", null, "2701");
    assertThat(same.at("/waiting/for").textValue()).isEqualTo("pause");
    for (String other : new String[] {"2702", null}) {
      JsonNode answered = hub.read(hub.get("caller", path(post("883", null, other)) + "?wait=20s"));
      assertThat(answered.get("state").textValue()).isEqualTo("ENDED");
    }
    assertThat(get(same).get("state").textValue()).isEqualTo("ACCEPTED");

    hub.mock("replies", "[]");
    jdbc.sql("update pause set probe_due = since").update();
    for (JsonNode inquiry : List.of(same, first)) {
      assertThat(
              hub.read(hub.get("caller", path(inquiry) + "?wait=25s")).get("outcome").textValue())
          .isIn("ANSWERED", "NO_DATA");
    }
    assertThat(agency().get("pauses")).isEmpty();
    assertThat(events("PROVIDER_STOPPED") - events("PROVIDER_RESTORED")).isEqualTo(before);
  }

  @Test
  void anUnknownProviderIsRefused() {
    ObjectNode body = hub.inquiry("884");
    ((ObjectNode) body.get("payload")).put("provider", "9999");

    JsonNode problem = hub.read(hub.post(newKey(), null, body.toString()));

    assertThat(problem.at("/faults/0/pointer").textValue()).isEqualTo("/payload/provider");
  }

  private ServiceStatus route() {
    return camel.getRouteController().getRouteStatus("mhlw/send");
  }

  private JsonNode agency() {
    for (JsonNode agency : hub.read(hub.get("operator", "/api/v1/agencies"))) {
      if (agency.get("id").textValue().equals("mhlw")) {
        return agency;
      }
    }
    throw new AssertionError("The agency is not listed");
  }

  private int events(String what) {
    return jdbc.sql("select count(*) from event where what = ?")
        .param(what)
        .query(Integer.class)
        .single();
  }

  private JsonNode post(String subject, String deadline) {
    return post(subject, deadline, null);
  }

  private JsonNode post(String subject, String deadline, String provider) {
    ObjectNode body = hub.inquiry(subject).put("deadline", deadline);
    if (provider != null) {
      ((ObjectNode) body.get("payload")).put("provider", provider);
    }
    return hub.read(hub.post(newKey(), null, body.toString()));
  }

  private void careInsurer(String subject) {
    String flow = "benefits.care-insurer";
    ObjectNode payload =
        (ObjectNode) hub.read(hub.get("caller", "/api/v1/flows/" + flow)).get("example");
    ObjectNode body = hub.inquiry(subject).put("flow", flow);
    body.set("payload", payload.put("residentNumber", subject));
    assertThat(hub.post(newKey(), null, body.toString()).statusCode()).isEqualTo(202);
  }

  private JsonNode get(JsonNode inquiry) {
    return hub.read(hub.get("caller", path(inquiry)));
  }

  private HttpResponse<String> act(String path) {
    return hub.send(
        hub.request("operator", path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"because\"}")));
  }

  private static String path(JsonNode inquiry) {
    return "/api/v1/inquiries/" + inquiry.get("id").textValue();
  }
}
