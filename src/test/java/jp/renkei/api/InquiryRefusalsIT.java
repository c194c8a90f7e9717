package jp.renkei.api;

import static jp.renkei.api.ToldProblem.assertProblem;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The door for inquiries, tried with what callers should not send. */
@HubTest
class InquiryRefusalsIT {

  @Autowired private HubClient hub;

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

  @ParameterizedTest
  @ValueSource(strings = {"case", "number", "flow", "after"})
  void refusesANulInAFilter(String filter) {
    assertProblem(hub.get("caller", "/api/v1/inquiries?" + filter + "=a%00"), 400, "RK-1003", null);
  }

  @Test
  void tellsUnknownPlacesAndMethodsAsProblems() {
    assertProblem(hub.get("caller", "/api/v1/inquiries/NONE"), 404, "RK-1104", null);
    assertProblem(hub.get("caller", "/api/v1/flows/none"), 404, "RK-1104", null);
    assertProblem(hub.send(hub.request("caller", "/api/v1/flows").DELETE()), 405, "RK-1006", null);
    assertProblem(hub.get("caller", "/api/v1/inquiries//events"), 400, "RK-1001", null);
    assertProblem(hub.get("caller", "/elsewhere"), 403, "RK-1102", null);
  }
}
