package jp.renkei.api;

import static jp.renkei.api.ToldProblem.assertProblem;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The door for inquiries, tried with what callers send; {@link InquiryRefusalsIT} has the rest. */
@HubTest
class InquiryDoorIT {

  @Autowired private HubClient hub;

  @Test
  void acceptsAndTellsWhereTheInquiryIs() {
    HttpResponse<String> response = hub.post(newKey(), null, hub.inquiry("501").toString());

    JsonNode inquiry = hub.read(response);
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Location"))
        .hasValue("/api/v1/inquiries/" + inquiry.get("id").textValue());
    assertThat(inquiry.get("flow").textValue()).isEqualTo(HubClient.FLOW);
    assertThat(inquiry.get("state").textValue()).isEqualTo("ACCEPTED");
    assertThat(inquiry.get("outcome").isNull()).isTrue();
    assertThat(inquiry.get("number").textValue()).matches("R[0-9A-Z]{4}(-[0-9A-Z]{5}){3}");
    OffsetDateTime accepted = OffsetDateTime.parse(inquiry.get("accepted").textValue());
    assertThat(OffsetDateTime.parse(inquiry.get("deadline").textValue()))
        .isEqualTo(accepted.plusDays(3));
  }

  @Test
  void whatIsWaitedForIsNotKeptByWhoCarriesIt() {
    var answered = hub.post(newKey(), "20s", hub.inquiry("77").toString());

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answered.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void anAnswerIsOnePieceWithItsLength() {
    var answered = hub.post(newKey(), "20s", hub.inquiry("78").toString());

    assertThat(answered.headers().firstValueAsLong("Content-Length"))
        .hasValue(answered.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(answered.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void answersWithinTheWait() {
    HttpResponse<String> response = hub.post(newKey(), "20s", hub.inquiry("0012345678").toString());

    JsonNode inquiry = hub.read(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(inquiry.get("state").textValue()).isEqualTo("ENDED");
    assertThat(inquiry.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(inquiry.get("reply").get("involuntary").textValue()).isEqualTo("YES");
    assertThat(timeline(inquiry)).containsExactly("ACCEPTED", "SENT", "ENDED");
  }

  @Test
  void givesTheSameInquiryForTheSameKeyAndBody() {
    String key = newKey();
    ObjectNode body = hub.inquiry("502");
    JsonNode first = hub.read(hub.post(key, null, body.toString()));

    JsonNode again = hub.read(hub.post(key, null, body.toPrettyString()));

    assertThat(again.get("id")).isEqualTo(first.get("id"));
    assertThat(again.get("number")).isEqualTo(first.get("number"));
  }

  @Test
  void givesTheSameInquiryAlsoAfterItsDeadlineHasPassed() {
    String key = newKey();
    OffsetDateTime soon = OffsetDateTime.now(java.time.ZoneOffset.ofHours(9)).plusSeconds(2);
    ObjectNode body = hub.inquiry("503").put("deadline", soon.toString());
    JsonNode first = hub.read(hub.post(key, null, body.toString()));
    org.awaitility.Awaitility.await()
        .until(() -> OffsetDateTime.now(java.time.ZoneOffset.UTC).isAfter(soon));

    HttpResponse<String> again = hub.post(key, null, body.toString());

    assertThat(again.statusCode()).isIn(200, 202);
    assertThat(hub.read(again).get("id")).isEqualTo(first.get("id"));
  }

  @Test
  void refusesAKeyWithAnotherBody() {
    String key = newKey();
    hub.post(key, null, hub.inquiry("504").toString());

    assertProblem(hub.post(key, null, hub.inquiry("505").toString()), 409, "RK-1301", null);
  }

  @Test
  void twoCallersMayUseOneKeyAndNeitherSeesTheOther() {
    JsonNode mine = hub.read(hub.post(newKey(), null, hub.inquiry("506").toString()));
    String path = "/api/v1/inquiries/" + mine.get("id").textValue();

    assertProblem(hub.get("tax", path), 404, "RK-1104", null);
    assertProblem(hub.get("tax", path + "/events"), 404, "RK-1104", null);
    assertThat(ids(hub.read(hub.get("caller", "/api/v1/inquiries"))))
        .contains(mine.get("id").textValue());
    assertThat(ids(hub.read(hub.get("tax", "/api/v1/inquiries"))))
        .doesNotContain(mine.get("id").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "operator2", "releaser", "auditor", "admin"})
  void othersThanCallersSeeStatesAndEventsButNoReply(String user) {
    JsonNode inquiry = hub.read(hub.post(newKey(), "20s", hub.inquiry("507").toString()));
    String path = "/api/v1/inquiries/" + inquiry.get("id").textValue();

    assertThat(inquiry.has("reply")).isTrue();
    assertThat(hub.read(hub.get(user, path)).get("state").textValue()).isEqualTo("ENDED");
    assertThat(hub.get(user, path).body()).doesNotContain("reply");
    assertThat(hub.get(user, path + "/events").statusCode()).isEqualTo(200);
    assertThat(hub.get(user, "/api/v1/inquiries").statusCode()).isEqualTo(200);
    assertThat(hub.get(user, "/api/v1/flows").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "operator2", "releaser", "auditor", "admin"})
  void onlyCallersPost(String user) {
    HttpResponse<String> response =
        hub.send(
            hub.request(user, "/api/v1/inquiries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofString(hub.inquiry("508").toString())));

    assertProblem(response, 403, "RK-1102", null);
  }

  @Test
  void aWaitThatIsOverTellsTheInquiryAsItIs() {
    String key = newKey();
    hub.mock("replies", "[]");
    HttpResponse<String> response = hub.post(key, "1ms", hub.inquiry("519").toString());

    assertThat(response.statusCode()).isIn(200, 202);
    String id = hub.read(response).get("id").textValue();
    JsonNode ended = hub.read(hub.get("caller", "/api/v1/inquiries/" + id + "?wait=20s"));
    assertThat(ended.get("state").textValue()).isEqualTo("ENDED");
  }

  @Test
  void listsByFilterAndPage() {
    List<String> posted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ObjectNode body = hub.inquiry("520").put("case", "list-test");
      posted.add(0, hub.read(hub.post(newKey(), "20s", body.toString())).get("id").textValue());
    }

    JsonNode first =
        hub.read(hub.get("caller", "/api/v1/inquiries?case=list-test&state=ENDED&limit=2"));
    JsonNode second =
        hub.read(
            hub.get(
                "caller",
                "/api/v1/inquiries?case=list-test&limit=2&after=" + first.get("next").textValue()));

    assertThat(ids(first)).isEqualTo(posted.subList(0, 2));
    assertThat(ids(second)).isEqualTo(posted.subList(2, 3));
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(first.toString()).doesNotContain("reply");
  }

  @Test
  void tellsTheCatalogueWithSchemaAndAnExampleThatIsAnswered() {
    JsonNode flows = hub.read(hub.get("caller", "/api/v1/flows"));
    assertThat(flows).isNotEmpty();
    for (JsonNode flow : flows) {
      JsonNode whole = hub.read(hub.get("caller", "/api/v1/flows/" + flow.get("id").textValue()));
      assertThat(whole.get("payloadSchema").get("properties")).isNotEmpty();
      if (flow.get("channel").textValue().equals("owner")) {
        // another caller answers it: QuestionDoorIT
        continue;
      }
      ObjectNode body = hub.inquiry("1").put("flow", flow.get("id").textValue());
      body.set("payload", whole.get("example"));
      if (flow.get("channel").textValue().equals("document")) {
        // people answer it: PaperIT
        assertThat(hub.post(newKey(), null, body.toString()).statusCode()).isEqualTo(202);
        continue;
      }
      assertThat(hub.read(hub.post(newKey(), "20s", body.toString())).get("outcome").textValue())
          .isEqualTo("ANSWERED");
    }
  }

  @Test
  void expiresAtTheDeadline() {
    hub.mock("faults", "{\"dropRate\": 1.0, \"seed\": 1}");
    try {
      ObjectNode body = hub.inquiry("521").put("deadline", Duration.ofSeconds(3).toString());

      JsonNode inquiry = hub.read(hub.post(newKey(), "20s", body.toString()));

      assertThat(inquiry.get("outcome").textValue()).isEqualTo("EXPIRED");
      assertThat(timeline(inquiry)).containsExactly("ACCEPTED", "SENT", "ENDED");
    } finally {
      hub.send(hub.request("admin", "/mock/agencies/mhlw/faults").DELETE());
    }
  }

  private List<String> timeline(JsonNode inquiry) {
    JsonNode events =
        hub.read(
            hub.get("caller", "/api/v1/inquiries/" + inquiry.get("id").textValue() + "/events"));
    List<String> timeline = new ArrayList<>();
    events.get("items").forEach(event -> timeline.add(event.get("what").textValue()));
    return timeline;
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
    return ids;
  }
}
