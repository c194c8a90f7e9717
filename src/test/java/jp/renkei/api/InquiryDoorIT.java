package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The door for inquiries, tried with what callers send and with what they should not. */
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
    assertThat(hub.read(hub.get("tax", "/api/v1/inquiries")).get("items")).isEmpty();
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
  void refusesACallerWithoutTheFlow() {
    HttpResponse<String> response =
        hub.send(
            hub.request("tax", "/api/v1/inquiries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofString(hub.inquiry("509").toString())));

    assertProblem(response, 403, "RK-1103", null);
  }

  @Test
  void refusesNoCredentialsAndWrongOnes() {
    assertProblem(hub.get(null, "/api/v1/inquiries"), 401, "RK-1101", null);
    HttpResponse<String> wrong =
        hub.send(
            hub.request(null, "/api/v1/inquiries")
                .header("Authorization", "Basic bmhpOndyb25n")
                .GET());
    assertProblem(wrong, 401, "RK-1101", null);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"flow\":                | not JSON from line 1",
        "[]                        | not a JSON object",
        "{} {}                     | not JSON from line 1",
        "{\"flow\":1,\"flow\":2}   | not JSON from line 1",
        "''                        | not a JSON object",
      })
  void refusesWhatIsNotWellFormed(String body, String reason) {
    HttpResponse<String> response = hub.post(newKey(), null, body.equals("''") ? "" : body);

    assertProblem(response, 400, "RK-1001", "");
    assertThat(response.body()).contains(reason);
  }

  @Test
  void refusesDeepNesting() {
    String deep = "{\"payload\":" + "[".repeat(200) + "]".repeat(200) + "}";

    assertProblem(hub.post(newKey(), null, deep), 400, "RK-1001", "");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    HttpResponse<String> response =
        hub.send(
            hub.request("caller", "/api/v1/inquiries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0x82, '"', '}'})));

    assertProblem(response, 400, "RK-1001", "");
  }

  @Test
  void refusesABodyOverTheLimitWhetherItSaysSoOrNot() {
    String large = " ".repeat(64 * 1024) + hub.inquiry("510");

    assertProblem(hub.post(newKey(), null, large), 413, "RK-1401", "");
    HttpResponse<String> chunked =
        hub.send(
            hub.request("caller", "/api/v1/inquiries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes()))));
    assertProblem(chunked, 413, "RK-1401", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/json;charset=Shift_JIS"})
  void refusesOtherContentTypes(String type) {
    HttpResponse<String> response =
        hub.send(
            hub.request("caller", "/api/v1/inquiries")
                .header("Content-Type", type)
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofString(hub.inquiry("511").toString())));

    assertProblem(response, 415, "RK-1004", "Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "鍵", "x"})
  void refusesAMissingOrInvisibleKey(String key) {
    String tried = key.equals("x") ? "x".repeat(129) : key;
    var request =
        hub.request("caller", "/api/v1/inquiries").header("Content-Type", "application/json");
    if (!key.isEmpty() && !key.equals("鍵")) {
      request.header("Idempotency-Key", tried);
    }

    assertProblem(
        hub.send(request.POST(BodyPublishers.ofString(hub.inquiry("512").toString()))),
        400,
        "RK-1002",
        "Idempotency-Key");
  }

  @Test
  void refusesAnUnknownFlow() {
    assertProblem(
        hub.post(newKey(), null, hub.inquiry("513").put("flow", "assessment.none").toString()),
        422,
        "RK-1201",
        "/flow");
  }

  @Test
  void refusesAnUnknownFieldWithoutRepeatingAValue() {
    assertProblem(
        hub.post(newKey(), null, hub.inquiry("514").put("urgent", true).toString()),
        422,
        "RK-1202",
        "/urgent");
    HttpResponse<String> slipped =
        hub.post(newKey(), null, hub.inquiry("514").put("123456789018", true).toString());
    assertProblem(slipped, 422, "RK-1202", "");
    assertThat(slipped.body()).doesNotContain("123456789018");
  }

  @ParameterizedTest
  @CsvSource({
    "/payload/birthDate, birthDate, 1980-02-30",
    "/payload/birthDate, birthDate, 19800510",
    "/payload/residentNumber, residentNumber, 12A",
    "/payload/residentNumber, residentNumber, 0000",
    "/payload/nonDisclosable, nonDisclosable, no",
  })
  void refusesAPayloadWithItsPlaceAndWithoutItsValue(String pointer, String field, String value) {
    ObjectNode body = hub.inquiry("515");
    ((ObjectNode) body.get("payload")).put(field, value);

    HttpResponse<String> response = hub.post(newKey(), null, body.toString());

    assertProblem(response, 422, "RK-1203", pointer);
    assertThat(hub.read(response).get("faults").toString()).doesNotContain(value + "\"");
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    ObjectNode body = hub.inquiry("516");
    ((ObjectNode) body.get("payload").get("period")).put("to", "2024-01-01");

    assertThat(hub.post(newKey(), null, body.toString()).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00+09:00, RK-1205",
    "P-1D, RK-1205",
    "-P1D, RK-1205",
    "PT0S, RK-1205",
    "P4000D, RK-1205",
    "P99999999999D, RK-1205",
    "tomorrow, RK-1204",
    "2026-12-01T17:00:00, RK-1204",
  })
  void refusesADeadlineThatIsPastOrNoneAtAll(String deadline, String code) {
    assertProblem(
        hub.post(newKey(), null, hub.inquiry("517").put("deadline", deadline).toString()),
        422,
        code,
        "/deadline");
  }

  @ParameterizedTest
  @ValueSource(strings = {"31s", "1h", "-1s", "abc", "20"})
  void refusesAWaitThatIsNone(String wait) {
    assertProblem(hub.post(newKey(), wait, hub.inquiry("518").toString()), 400, "RK-1003", "wait");
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

  @ParameterizedTest
  @CsvSource({
    "state=OPEN, state",
    "outcome=YES, outcome",
    "limit=0, limit",
    "limit=x, limit",
    "number=%20, number"
  })
  void refusesAFilterThatIsNone(String query, String pointer) {
    assertProblem(hub.get("caller", "/api/v1/inquiries?" + query), 400, "RK-1003", pointer);
  }

  @Test
  void tellsUnknownPlacesAndMethodsAsProblems() {
    assertProblem(hub.get("caller", "/api/v1/inquiries/NONE"), 404, "RK-1104", null);
    assertProblem(hub.get("caller", "/api/v1/flows/none"), 404, "RK-1104", null);
    assertProblem(hub.send(hub.request("caller", "/api/v1/flows").DELETE()), 405, "RK-1006", null);
    assertProblem(hub.get("caller", "/api/v1/inquiries//events"), 400, "RK-1001", null);
    assertProblem(hub.get("caller", "/elsewhere"), 403, "RK-1102", null);
  }

  @Test
  void tellsTheCatalogueWithSchemaAndAnExampleThatIsAnswered() {
    JsonNode flows = hub.read(hub.get("caller", "/api/v1/flows"));
    assertThat(flows).isNotEmpty();
    for (JsonNode flow : flows) {
      JsonNode whole = hub.read(hub.get("caller", "/api/v1/flows/" + flow.get("id").textValue()));
      assertThat(whole.get("payloadSchema").get("properties")).isNotEmpty();
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
      ObjectNode body = hub.inquiry("521").put("deadline", Duration.ofSeconds(1).toString());

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

  private void assertProblem(
      HttpResponse<String> response, int status, String code, String pointer) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = hub.read(response);
    assertThat(problem.get("code").textValue()).isEqualTo(code);
    assertThat(problem.get("type").textValue()).endsWith("/" + code);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    for (String text : List.of("title", "titleJa", "action", "actionJa")) {
      assertThat(problem.get(text).textValue()).isNotBlank();
    }
    if (pointer != null) {
      assertThat(problem.get("faults").findValuesAsText("pointer")).contains(pointer);
    }
  }
}
