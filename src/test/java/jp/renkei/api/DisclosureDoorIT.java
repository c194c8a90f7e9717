package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors are told of a person, and who looks at what an inquiry carries. */
@HubTest
class DisclosureDoorIT {

  private static final String WHY = "/payload?reason=inspection%2042";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Test
  void whatAnOfficialDisclosureNeeds() {
    JsonNode inquiry = ask("9810018", true);

    JsonNode items = disclosed("{\"residentNumber\": \"0009810018\", \"reason\": \"request 7\"}");

    assertThat(items).hasSize(1);
    JsonNode told = items.get(0);
    assertThat(told.get("inquiry")).isEqualTo(inquiry.get("id"));
    assertThat(told.get("number")).isEqualTo(inquiry.get("number"));
    assertThat(told.get("caller").textValue()).isEqualTo("nhi");
    assertThat(told.get("agency").textValue()).isEqualTo("mhlw");
    assertThat(told.at("/title/ja").textValue()).isNotEmpty();
    assertThat(told.at("/legalBasis/law").textValue()).startsWith("番号法");
    assertThat(told.get("accepted")).isEqualTo(inquiry.get("accepted"));
    assertThat(told.get("ended")).isEqualTo(inquiry.get("ended"));
    assertThat(told.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(told.get("items")).extracting(JsonNode::textValue).contains("leavings", "period");
    assertThat(told.get("nonDisclosable").booleanValue()).isTrue();
  }

  @Test
  void alsoAfterThePurgeAndWithoutAnyValue() {
    JsonNode inquiry = ask("9810002", true);
    jdbc.sql("delete from payload where inquiry_id = ?").param(id(inquiry)).update();

    JsonNode told =
        disclosed("{\"residentNumber\": \"9810002\", \"reason\": \"request 8\"}").get(0);

    assertThat(told.get("items")).isNotEmpty();
    assertThat(told.get("nonDisclosable").booleanValue()).isTrue();
    assertThat(told.toString()).doesNotContain("9810002");
  }

  @Test
  void theEventSaysWhoAndWhyAndNotOfWhom() {
    ask("9810003", false);

    disclosed("{\"residentNumber\": \"9810003\", \"reason\": \"request 9\"}");

    assertThat(
            jdbc.sql("select who || '/' || detail from event where what = 'DISCLOSED' order by id")
                .query(String.class)
                .list())
        .contains("auditor/1: request 9")
        .noneMatch(detail -> detail.contains("9810003"));
  }

  @Test
  void onlyOfTheDaysThatAreAskedFor() {
    ask("9810004", false);
    String of = "{\"residentNumber\": \"9810004\", \"reason\": \"request 10\", %s}";

    assertThat(disclosed(of.formatted("\"from\": \"2026-01-01\""))).hasSize(1);
    assertThat(disclosed(of.formatted("\"to\": \"2026-01-01\""))).isEmpty();
    assertThat(disclosed("{\"residentNumber\": \"9810005\", \"reason\": \"request 10\"}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "reason": "r"                                                       | /residentNumber
          "reason": "r", "residentNumber": "0000"                             | /residentNumber
          "reason": "r", "residentNumber": 12                                 | /residentNumber
          "reason": "r", "residentNumber": "12", "from": "2026-13-01"         | /from
          "reason": "r", "residentNumber": "12", "to": "soon"                 | /to
          "reason": "r", "residentNumber": "12", "from": "2026-02-01", "to": "2026-01-01" | /to
          "reason": "r", "residentNumber": "12", "limit": 501                 | /limit
          "residentNumber": "12"                                              | /reason
          """)
  void namesWhatIsWrong(String body, String pointer) {
    HttpResponse<String> refused = disclose("{" + body + "}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"caller", "auditor"})
  void lookingAtAPayloadNeedsAReasonAndIsAnEvent(String user) {
    JsonNode inquiry = ask("9810006", false);
    String path = "/api/v1/inquiries/" + id(inquiry);

    assertThat(hub.get(user, path + "/payload").statusCode()).isEqualTo(400);
    JsonNode told = hub.read(hub.get(user, path + WHY));

    assertThat(told.at("/request/residentNumber").textValue()).isEqualTo("9810006");
    assertThat(told.at("/reply/outcome").isMissingNode()).isTrue();
    assertThat(told.at("/reply/leavings").isArray()).isTrue();
    assertThat(told.get("keyed").isNull()).isTrue();
    assertThat(hub.read(hub.get("auditor", path + "/events")).get("items"))
        .filteredOn(event -> event.get("what").textValue().equals("LOOKED_AT"))
        .singleElement()
        .satisfies(event -> assertThat(event.get("who").textValue()).isEqualTo(who(user)))
        .satisfies(event -> assertThat(event.get("detail").textValue()).isEqualTo("inspection 42"));
  }

  @Test
  void nobodyElseSeesIt() {
    String path = "/api/v1/inquiries/" + id(ask("9810007", false)) + WHY;

    assertThat(hub.get("operator", path).statusCode()).isEqualTo(403);
    assertThat(hub.get("admin", path).statusCode()).isEqualTo(403);
    assertThat(hub.get("tax", path).statusCode()).isEqualTo(404);
  }

  private static String who(String user) {
    return user.equals("caller") ? "nhi" : user;
  }

  private JsonNode ask(String residentNumber, boolean nonDisclosable) {
    ObjectNode body = hub.inquiry(residentNumber);
    ((ObjectNode) body.get("payload")).put("nonDisclosable", nonDisclosable);
    return hub.read(hub.post(newKey(), "20s", body.toString()));
  }

  private JsonNode disclosed(String body) {
    return hub.read(disclose(body)).get("items");
  }

  private HttpResponse<String> disclose(String body) {
    return hub.send(
        hub.request("auditor", "/api/v1/disclosures")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String id(JsonNode inquiry) {
    return inquiry.get("id").textValue();
  }
}
