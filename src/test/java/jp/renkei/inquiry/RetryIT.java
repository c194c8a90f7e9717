package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agency cannot answer now: tried again, failed, replayed, cancelled. */
@HubTest
class RetryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private Dispatching dispatching;

  @AfterEach
  void forgetTheScripts() {
    hub.mock("replies", "[]");
    hub.mock("faults", "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TEMPORARY", "SYSTEM_ERROR"})
  void isAskedAgainLaterWithTheSameBytes(String replyClass) {
    script("801", replyClass);
    JsonNode inquiry = post("801");

    await().untilAsserted(() -> assertThat(timeline(inquiry)).contains("RETRY_PLANNED"));
    JsonNode waiting = get(inquiry);
    assertThat(waiting.get("state").textValue()).isEqualTo("SENT");
    assertThat(waiting.at("/waiting/for").textValue()).isEqualTo("retry");
    assertThat(waiting.at("/waiting/until").textValue()).isNotNull();
    hub.mock("replies", "[]");
    hurry(inquiry);

    assertThat(hub.read(hub.get("caller", path(inquiry) + "?wait=20s")).get("outcome").textValue())
        .isEqualTo("ANSWERED");
    assertThat(timeline(inquiry))
        .containsExactly("ACCEPTED", "SENT", "RETRY_PLANNED", "SENT", "ENDED");
    assertThat(received(inquiry).get("times").intValue()).isEqualTo(2);
    assertThat(received(inquiry).get("sameContent").booleanValue()).isTrue();
  }

  @Test
  void failsWithItsReasonWhenItHasBeenAskedOftenEnoughAndGoesAgainWhenReplayed() {
    JsonNode inquiry = failed("802");

    JsonNode seen = get(inquiry);
    assertThat(seen.at("/failure/code").textValue()).isEqualTo("RK-1601");
    assertThat(seen.at("/failure/actionJa").textValue()).contains("再送");
    assertThat(timeline(inquiry)).filteredOn("RETRY_PLANNED"::equals).hasSize(7);

    hub.mock("replies", "[]");
    assertThat(act("operator", path(inquiry) + "/replay").statusCode()).isEqualTo(200);

    JsonNode replayed = hub.read(hub.get("caller", path(inquiry) + "?wait=20s"));
    assertThat(replayed.get("outcome").textValue()).isIn("ANSWERED", "NO_DATA");
    assertThat(replayed.get("number")).isEqualTo(inquiry.get("number"));
    assertThat(replayed.has("failure")).isFalse();
    assertThat(timeline(inquiry)).endsWith("ENDED", "REPLAYED", "SENT", "ENDED");
    assertThat(received(inquiry).get("times").intValue()).isEqualTo(9);
    assertThat(received(inquiry).get("sameContent").booleanValue()).isTrue();
    assertThat(act("operator", path(inquiry) + "/replay").statusCode()).isEqualTo(409);
  }

  @Test
  void manyAreCountedFirstAndThenReplayed() {
    List<JsonNode> failed = List.of(failed("803", "many"), failed("804", "many"));
    hub.mock("replies", "[]");

    JsonNode counted = replayAll(true);
    JsonNode replayed = replayAll(false);

    assertThat(counted.get("matched").intValue()).isEqualTo(2);
    assertThat(counted.get("replayed").intValue()).isZero();
    assertThat(replayed.get("replayed").intValue()).isEqualTo(2);
    assertThat(failed)
        .allSatisfy(
            inquiry ->
                assertThat(
                        hub.read(hub.get("caller", path(inquiry) + "?wait=20s"))
                            .get("outcome")
                            .textValue())
                    .isIn("ANSWERED", "NO_DATA"));
    assertThat(replayAll(false).get("matched").intValue()).isZero();
  }

  @Test
  void aDryRunThatIsMeantAndMisspeltReplaysNothing() {
    HttpResponse<String> refused =
        hub.send(
            hub.request("operator", "/api/v1/inquiries:replay")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\": \"r\", \"dryRun\": \"yes\"}")));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue()).isEqualTo("/dryRun");
  }

  @Test
  void whatIsNoLongerKeptIsNotReplayed() {
    JsonNode inquiry = failed("805");
    jdbc.sql("delete from payload where inquiry_id = ?")
        .param(inquiry.get("id").textValue())
        .update();

    assertThat(act("operator", path(inquiry) + "/replay").statusCode()).isEqualTo(410);
    jdbc.sql("update inquiry set outcome = 'EXPIRED', failure = null where id = ?")
        .param(inquiry.get("id").textValue())
        .update();
  }

  @Test
  void aCancelledInquiryIsNotAskedAgainAndALateReplyIsNamed() {
    script("806", "TEMPORARY");
    JsonNode inquiry = post("806");
    await().untilAsserted(() -> assertThat(timeline(inquiry)).contains("RETRY_PLANNED"));

    HttpResponse<String> cancelled = act("caller", path(inquiry) + "/cancel");

    assertThat(hub.read(cancelled).get("outcome").textValue()).isEqualTo("CANCELLED");
    assertThat(timeline(inquiry)).endsWith("RETRY_PLANNED", "CANCEL_ASKED", "ENDED");
    assertThat(act("caller", path(inquiry) + "/cancel").statusCode()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from dispatch where inquiry_id = ?")
                .param(inquiry.get("id").textValue())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aReplyAfterTheCancellationIsKeptAndNotDelivered() {
    hub.mock("faults", "{\"delayMs\": 4000}");
    JsonNode inquiry = post("807");
    await().untilAsserted(() -> assertThat(timeline(inquiry)).contains("SENT"));

    act("operator", path(inquiry) + "/cancel");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timeline(inquiry)).endsWith("REPLY_AFTER_CANCEL"));
    assertThat(get(inquiry).get("outcome").textValue()).isEqualTo("CANCELLED");
    assertThat(get(inquiry).has("reply")).isFalse();
  }

  @Test
  void whatHasEndedOtherwiseIsNotCancelled() {
    JsonNode inquiry = hub.read(hub.post(newKey(), "20s", hub.inquiry("808").toString()));

    assertThat(act("caller", path(inquiry) + "/cancel").statusCode()).isEqualTo(409);
    assertThat(act("operator", path(inquiry) + "/replay").statusCode()).isEqualTo(409);
    assertThat(act("tax", path(inquiry) + "/cancel").statusCode()).isEqualTo(404);
    assertThat(act("caller", path(inquiry) + "/replay").statusCode()).isEqualTo(403);
  }

  private JsonNode failed(String subject) {
    return failed(subject, null);
  }

  private JsonNode failed(String subject, String caseId) {
    script(subject, "SYSTEM_ERROR");
    JsonNode inquiry =
        hub.read(hub.post(newKey(), null, hub.inquiry(subject).put("case", caseId).toString()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              hurry(inquiry);
              assertThat(get(inquiry).at("/outcome").asText()).isEqualTo("FAILED");
            });
    return inquiry;
  }

  /** Nobody waits for a pause to pass: what is due later is due now. */
  private void hurry(JsonNode inquiry) {
    jdbc.sql(
            """
            update dispatch set due = current_timestamp
            where inquiry_id = ? and what = 'SEND' and claimed_by is null""")
        .param(inquiry.get("id").textValue())
        .update();
    dispatching.recovery();
  }

  private void script(String subject, String outcome) {
    hub.mock("replies", "[{\"subject\": \"%s\", \"outcome\": \"%s\"}]".formatted(subject, outcome));
  }

  private JsonNode post(String subject) {
    return hub.read(hub.post(newKey(), null, hub.inquiry(subject).toString()));
  }

  private JsonNode get(JsonNode inquiry) {
    return hub.read(hub.get("caller", path(inquiry)));
  }

  private JsonNode replayAll(boolean dryRun) {
    String body =
        "{\"filter\": {\"agency\": \"mhlw\", \"case\": \"many\"}, \"reason\": \"mended\", \"dryRun\": %s}"
            .formatted(dryRun);
    return hub.read(
        hub.send(
            hub.request("operator", "/api/v1/inquiries:replay")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  private HttpResponse<String> act(String user, String path) {
    return hub.send(
        hub.request(user, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"because\"}")));
  }

  private List<String> timeline(JsonNode inquiry) {
    return hub.read(hub.get("caller", path(inquiry) + "/events"))
        .get("items")
        .findValuesAsText("what");
  }

  private JsonNode received(JsonNode inquiry) {
    for (JsonNode one : hub.read(hub.get("admin", "/mock/agencies/mhlw/received"))) {
      if (one.get("number").equals(inquiry.get("number"))) {
        return one;
      }
    }
    throw new AssertionError("The agency did not receive it");
  }

  private static String path(JsonNode inquiry) {
    return "/api/v1/inquiries/" + inquiry.get("id").textValue();
  }
}
