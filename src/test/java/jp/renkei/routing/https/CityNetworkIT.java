package jp.renkei.routing.https;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.StreamSupport;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The systems inside the city: what they are asked, and that who is protected stays so. */
@HubTest
class CityNetworkIT {

  private static final String RESIDENT = "eligibility.city-resident";
  private static final String TAX = "assessment.city-tax";
  private static final String CARE = "benefits.city-care";

  @Autowired private HubClient hub;

  private final ObjectMapper json = new ObjectMapper();

  @AfterEach
  void behave() {
    for (String system : new String[] {"resident", "tax", "care"}) {
      hub.mock("city-" + system + "-system", "replies", "[]");
      hub.mock("city-" + system + "-system", "faults", "{}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {RESIDENT, TAX, CARE})
  void theExampleIsAnswered(String flow) {
    JsonNode described = hub.read(hub.get("caller", "/api/v1/flows/" + flow));

    JsonNode ended = ask(flow, (ObjectNode) described.get("example"));

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/residentNumber").textValue()).isEqualTo("12345678");
  }

  /** Three bureaus, three hosts. */
  @Test
  void aSystemThatIsDownHoldsBackNoOther() {
    hub.mock("city-tax-system", "faults", "{\"errorRate\": 1.0}");
    for (int subject = 8410; subject < 8425; subject++) {
      hub.post(newKey(), null, body(TAX, tax(String.valueOf(subject))));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(state("city-tax-system")).isEqualTo("BROKEN"));

    assertThat(state("city-resident-system")).isEqualTo("OPEN");
    assertThat(ask(RESIDENT, resident("0012345678")).get("outcome").textValue())
        .isEqualTo("ANSWERED");

    hub.mock("city-tax-system", "faults", "{}");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(state("city-tax-system")).isEqualTo("OPEN"));
  }

  /** Nothing told, and nothing marked: neither a part without items nor a refusal rules it out. */
  @ParameterizedTest
  @CsvSource({"PARTIAL, 8431", "WITHHELD, 8432"})
  void whereTheMeasureIsNotToldTheRecordOfDisclosuresKeepsIt(String outcome, String subject) {
    hub.mock(
        "city-resident-system",
        "replies",
        "[{\"subject\": \"" + subject + "\", \"outcome\": \"" + outcome + "\", \"reply\": {}}]");

    JsonNode ended = ask(RESIDENT, resident(subject));

    assertThat(ended.get("outcome").textValue()).isEqualTo(outcome);
    assertThat(ended.at("/reply/nonDisclosable").booleanValue()).isTrue();
    assertThat(disclosed(subject, ended).get("nonDisclosable").booleanValue()).isTrue();
  }

  /** The resident system does not mark its answer: the measure alone does, on every hop. */
  @Test
  void aSupportMeasureReachesTheCallerAndTheRecordOfDisclosures() {
    JsonNode ended = ask(RESIDENT, resident("0012345683"));

    assertThat(ended.at("/reply/protection/value").textValue()).isEqualTo("YES");
    assertThat(ended.at("/reply/protection/category").textValue()).isEqualTo("1");
    assertThat(ended.at("/reply/nonDisclosable").booleanValue()).isTrue();
    assertThat(ended.at("/reply/name/registered").textValue()).isEqualTo("田中 葵");
    JsonNode disclosed = disclosed("12345683", ended);
    assertThat(disclosed.get("flow").textValue()).isEqualTo(RESIDENT);
    assertThat(disclosed.get("nonDisclosable").booleanValue()).isTrue();
    JsonNode again = hub.read(hub.get("caller", path(ended)));
    assertThat(again.get("reply")).isEqualTo(ended.get("reply"));
    assertThat(events(ended).toString()).contains("nonDisclosable").doesNotContain("田中");
  }

  @Test
  void whoMovedOutIsNoResidentAndWhereToIsNotTold() {
    JsonNode ended = ask(RESIDENT, resident("0012345679").put("baseDate", "2026-06-15"));

    assertThat(ended.at("/reply/resident/value").textValue()).isEqualTo("NO");
    assertThat(ended.at("/reply/protection/value").textValue()).isEqualTo("NO");
    assertThat(ended.at("/reply/address").textValue()).isEqualTo("○○市東区本町二丁目3番4号");
  }

  @Test
  void nobodyIsNotUnprotected() {
    JsonNode ended = ask(RESIDENT, resident("0012345684"));

    assertThat(ended.get("outcome").textValue()).isEqualTo("NO_DATA");
    assertThat(ended.at("/reply/protection/value").textValue()).isEqualTo("UNDETERMINED");
  }

  @Test
  void undeclaredIsNotZero() {
    JsonNode ended = ask(TAX, tax("0012345680"));

    assertThat(ended.at("/reply/declared/value").textValue()).isEqualTo("NO");
    assertThat(ended.at("/reply/figures").has("totalIncome")).isFalse();
    assertThat(ended.at("/reply/figures/flags").toString())
        .contains("FIGURES_OF_UNDECLARED_LEFT_OUT");
  }

  @ParameterizedTest
  @CsvSource({TAX + ", taxYear, 2026", CARE + ", calculationYear, 2025"})
  void theMarkOfTaxAndCareReachesTheCaller(String flow, String of, int year) {
    ObjectNode payload = json.createObjectNode().put("residentNumber", "0012345683");

    JsonNode ended = ask(flow, payload.put(of, year).put("nonDisclosable", false));

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/nonDisclosable").booleanValue()).isTrue();
    assertThat(events(ended).toString()).contains("nonDisclosable");
  }

  @Test
  void benefitsThatWerePaidAlreadyAreTold() {
    ObjectNode payload = json.createObjectNode().put("residentNumber", "0012345681");

    JsonNode ended = ask(CARE, payload.put("calculationYear", 2025).put("nonDisclosable", false));

    assertThat(ended.at("/reply/highCostPaid").intValue()).isEqualTo(12_000);
    assertThat(ended.at("/reply/shares/value").textValue()).isEqualTo("YES");
  }

  /** A system that drops the flag is not believed: its reply is held, and nobody is unprotected. */
  @Test
  void aReplyWithoutTheSupportMeasureIsHeldAndNotDelivered() {
    hub.mock(
        "city-resident-system",
        "replies",
        """
        [{"subject": "8401", "outcome": "ANSWERED", "reply": {"name": {"registered": "秘密 花子"},
          "address": "○○市東区本町1番1号", "birthDate": "1980-05-10", "sex": "2", "residentSince": "2010-04-01"}}]
        """);

    HttpResponse<String> accepted = hub.post(newKey(), null, body(RESIDENT, resident("8401")));
    String id = hub.read(accepted).get("id").textValue();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(events(id).findValuesAsText("what")).contains("REPLY_NOT_VALID"));
    JsonNode view = hub.read(hub.get("caller", "/api/v1/inquiries/" + id));
    assertThat(view.get("outcome").isNull()).isTrue();
    assertThat(view.has("reply")).isFalse();
    assertThat(events(id).toString()).contains("protection").doesNotContain("秘密");
  }

  @ParameterizedTest
  @CsvSource({"provider, 271403", "individualNumber, 123456789018"})
  void nobodyElseIsAskedAndNotByAnotherNumber(String field, String value) {
    HttpResponse<String> refused =
        hub.post(newKey(), null, body(RESIDENT, resident("8402").put(field, value)));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain(value);
  }

  /** The pointer of the refusal is a flow that answers. */
  @Test
  void whoAsksTheOwnCityOverTheNetworkIsSentHere() {
    ObjectNode payload = tax("0012345678").put("provider", "271004");

    HttpResponse<String> refused =
        hub.post(newKey(), null, body("assessment.municipality-tax", payload));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1231");
    assertThat(hub.read(refused).at("/faults/0/reason").textValue()).endsWith("ask on " + TAX);
  }

  private ObjectNode resident(String number) {
    return json.createObjectNode()
        .put("residentNumber", number)
        .put("baseDate", "2026-06-14")
        .put("nonDisclosable", false);
  }

  private ObjectNode tax(String number) {
    return json.createObjectNode()
        .put("residentNumber", number)
        .put("taxYear", 2026)
        .put("nonDisclosable", false);
  }

  private JsonNode ask(String flow, ObjectNode payload) {
    return hub.read(hub.post(newKey(), "20s", body(flow, payload)));
  }

  private String body(String flow, ObjectNode payload) {
    return json.createObjectNode().put("flow", flow).set("payload", payload).toString();
  }

  private String state(String agency) {
    return StreamSupport.stream(
            hub.read(hub.get("operator", "/api/v1/agencies")).spliterator(), false)
        .filter(each -> each.get("id").textValue().equals(agency))
        .map(each -> each.get("state").textValue())
        .findFirst()
        .orElseThrow();
  }

  /** What the resident is told of an inquiry. */
  private JsonNode disclosed(String residentNumber, JsonNode inquiry) {
    String body = "{\"residentNumber\": \"" + residentNumber + "\", \"reason\": \"request 42\"}";
    JsonNode items =
        hub.read(
                hub.send(
                    hub.request("auditor", "/api/v1/disclosures")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))))
            .get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.get("inquiry").equals(inquiry.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode events(JsonNode inquiry) {
    return events(inquiry.get("id").textValue());
  }

  private JsonNode events(String id) {
    return hub.read(hub.get("operator", "/api/v1/inquiries/" + id + "/events")).get("items");
  }

  private static String path(JsonNode inquiry) {
    return "/api/v1/inquiries/" + inquiry.get("id").textValue();
  }
}
