package jp.renkei.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from the first word about it until it is completed, as an upstream system sees it. */
@HubTest
class CaseDoorIT {

  private static final String CASES = "/api/v1/cases/";
  private static final String SECOND = "assessment.insured-income";

  /** Whose employment the agency knows. */
  private static final String KNOWN = "0012345678";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void theAgencyIsItself() {
    hub.mock("replies", "[]");
  }

  @Test
  void itIsDeclaredAskedAndCompletedOnce() {
    JsonNode declared =
        declare("c-1", "{\"expects\": [\"" + HubClient.FLOW + "\"], \"sealed\": true}");
    assertThat(declared.get("state").textValue()).isEqualTo("SEALED");
    assertThat(declared.at("/missing/0/standing").textValue()).isEqualTo("NOT_ASKED");

    hub.mock("replies", "[{\"subject\": \"981\", \"outcome\": \"HELD\"}]");
    String open = post("c-1", newKey(), "981", null).get("id").textValue();
    String key = newKey();
    JsonNode answered = post("c-1", key, KNOWN, "20s");
    JsonNode between = read("c-1");
    assertThat(between.get("state").textValue()).isEqualTo("SEALED");
    assertThat(between.get("openInquiries").intValue()).isEqualTo(1);
    assertThat(between.at("/missing/0/standing").textValue()).isEqualTo("OPEN");

    act("caller", "/api/v1/inquiries/" + open + "/cancel", "{\"reason\": \"no longer needed\"}");

    JsonNode completed = read("c-1");
    assertThat(completed.get("state").textValue()).isEqualTo("COMPLETED");
    assertThat(completed.get("completed").isNull()).isFalse();
    assertThat(completed.get("ready").booleanValue()).isFalse();
    assertThat(completed.at("/missing/0/outcomes/0").textValue()).isEqualTo("CANCELLED");
    assertThat(completed.at("/flows/0/inquiries")).hasSize(2);
    assertThat(completed.at("/flows/0/inquiries/0/number")).isEqualTo(answered.get("number"));
    assertThat(completions("nhi c-1")).isEqualTo(1);

    HttpResponse<String> late = hub.post(newKey(), null, inquiry("c-1", "983").toString());
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(hub.read(late).get("code").textValue()).isEqualTo("RK-1321");
    assertThat(post("c-1", key, KNOWN, null).get("id")).isEqualTo(answered.get("id"));
    assertThat(completions("nhi c-1")).isEqualTo(1);
  }

  @Test
  void whatEndsWhereverItEndsCompletesIt() {
    JsonNode answered = post("c-2", newKey(), KNOWN, "20s");
    assertThat(answered.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(read("c-2").get("state").textValue()).isEqualTo("OPEN");
    assertThat(read("c-2").get("ready").booleanValue()).isTrue();

    assertThat(declare("c-2", "{\"sealed\": true}").get("state").textValue())
        .isEqualTo("COMPLETED");
    assertThat(declare("c-2", "{\"sealed\": true}").get("state").textValue())
        .isEqualTo("COMPLETED");
    assertThat(completions("nhi c-2")).isEqualTo(1);
  }

  @Test
  void noDataIsNoAnswerAndMayBeAskedAgain() {
    hub.mock("replies", "[{\"subject\": \"" + KNOWN + "\", \"outcome\": \"NO_DATA\"}]");
    String first = post("c-3", newKey(), KNOWN, "20s").get("id").textValue();
    JsonNode nothing = read("c-3");
    assertThat(nothing.get("ready").booleanValue()).isFalse();
    assertThat(nothing.at("/missing/0/standing").textValue()).isEqualTo("NO_DATA");

    hub.mock("replies", "[]");
    JsonNode again = again("c-3");
    assertThat(again.at("/items/0/supersedes").textValue()).isEqualTo(first);
    await().atMost(60, SECONDS).until(() -> read("c-3").get("ready").booleanValue());
    assertThat(read("c-3").at("/flows/0/inquiries/1/superseded").booleanValue()).isTrue();
  }

  @Test
  void inACompletedCaseNothingIsAskedAgain() {
    hub.mock("replies", "[{\"subject\": \"986\", \"outcome\": \"NO_DATA\"}]");
    post("c-4", newKey(), "986", "20s");
    declare("c-4", "{\"sealed\": true}");

    JsonNode again = again("c-4");

    assertThat(again.get("items")).isEmpty();
    assertThat(again.get("refused").intValue()).isEqualTo(1);
  }

  @Test
  void anotherCallersCaseIsNotThere() {
    declare("c-5", "{}");

    assertThat(hub.get("tax", CASES + "c-5").statusCode()).isEqualTo(404);
    assertThat(hub.get("caller", CASES + "c-5?caller=tax").statusCode()).isEqualTo(404);
    assertThat(hub.get("operator", CASES + "c-5").statusCode()).isEqualTo(400);
    assertThat(hub.get("auditor", CASES + "c-5?caller=tax").statusCode()).isEqualTo(404);
    JsonNode seen = hub.read(hub.get("operator", CASES + "c-5?caller=nhi"));
    assertThat(seen.get("caller").textValue()).isEqualTo("nhi");
    assertThat(read("c-5").has("caller")).isFalse();
  }

  @Test
  void whatIsSealedStaysAsItIs() {
    declare("c-6", "{\"expects\": [\"" + HubClient.FLOW + "\"]}");
    JsonNode grown = declare("c-6", "{\"expects\": [\"" + SECOND + "\"], \"sealed\": true}");
    assertThat(grown.get("expects"))
        .extracting(JsonNode::textValue)
        .containsExactly(SECOND, HubClient.FLOW);

    for (String more :
        new String[] {
          "{\"sealed\": false}", "{\"expects\": [\"eligibility.registry-identity\"]}"
        }) {
      HttpResponse<String> refused = put("caller", "c-6", more);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1322");
    }
    assertThat(declare("c-6", "{\"expects\": [\"" + SECOND + "\"]}").get("expects")).hasSize(2);
  }

  @Test
  void whatCannotBeAskedCannotBeExpected() {
    assertThat(put("caller", "c-7", "{\"expects\": [\"assessment.none\"]}").statusCode())
        .isEqualTo(422);
    assertThat(put("tax", "c-7", "{\"expects\": [\"" + HubClient.FLOW + "\"]}").statusCode())
        .isEqualTo(403);
    assertThat(put("caller", "not%20a%20case", "{}").statusCode()).isEqualTo(400);
    assertThat(hub.get("caller", CASES + "c-7").statusCode()).isEqualTo(404);
  }

  private ObjectNode inquiry(String caseId, String residentNumber) {
    return hub.inquiry(residentNumber).put("case", caseId);
  }

  private JsonNode post(String caseId, String key, String residentNumber, String wait) {
    return hub.read(hub.post(key, wait, inquiry(caseId, residentNumber).toString()));
  }

  private JsonNode read(String caseId) {
    return hub.read(hub.get("caller", CASES + caseId));
  }

  private JsonNode declare(String caseId, String body) {
    HttpResponse<String> response = put("caller", caseId, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return hub.read(response);
  }

  private HttpResponse<String> put(String user, String caseId, String body) {
    return hub.send(
        hub.request(user, CASES + caseId)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private JsonNode again(String caseId) {
    return act(
        "operator",
        "/api/v1/inquiries:again",
        "{\"reason\": \"once more\", \"filter\": {\"case\": \"" + caseId + "\"}}");
  }

  private JsonNode act(String user, String path, String body) {
    HttpResponse<String> response =
        hub.send(
            hub.request(user, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return hub.read(response);
  }

  private int completions(String of) {
    return jdbc.sql("select count(*) from event where what = 'CASE_COMPLETED' and detail = ?")
        .param(of)
        .query(Integer.class)
        .single();
  }
}
