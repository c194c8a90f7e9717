package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One flow asks an insurer, a wide-area union or a municipality, as the provider's code says. */
@HubTest
class ByProviderCodeIT {

  private static final String FLOW = "benefits.insurer-benefits";
  private static final List<String> AGENCIES =
      List.of("insurer", "wide-area-union", "municipality");

  @Autowired private HubClient hub;
  @Autowired private ObjectMapper json;

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "06279996, insurer, 06279996",
    "06279988, insurer, 06279996",
    "39270004, wide-area-union, 39270004",
    "270140, municipality, 271403",
    "271411, municipality, 271403",
  })
  void theCodeDecidesWhoIsAskedAndTheTimelineTells(String code, String agency, String provider) {
    JsonNode ended = hub.read(post(code, "20s"));

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/residentNumber").textValue()).isEqualTo("12345678");
    String number = ended.get("number").textValue();
    for (String each : AGENCIES) {
      assertThat(received(each, number)).as(each).isEqualTo(each.equals(agency));
    }
    JsonNode accepted = events(ended).get(0);
    assertThat(accepted.get("what").textValue()).isEqualTo("ACCEPTED");
    assertThat(accepted.get("detail").textValue()).isEqualTo("asks " + agency + " " + provider);
  }

  @ParameterizedTest
  @CsvSource({"06279997, RK-1203", "99279994, RK-1203", "270017, RK-1231"})
  void whoCannotOrMustNotBeAskedIsRefusedAtItsPlace(String code, String problem) {
    HttpResponse<String> refused = post(code, null);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo(problem);
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue())
        .isEqualTo("/payload/provider");
  }

  /** The pause is the municipalities': what goes to insurers goes on. */
  @Test
  void whatHoldsBackOneOfThemHoldsBackNoOther() {
    pause("pause");
    try {
      JsonNode waiting = hub.read(post("270140", null));
      assertThat(hub.read(post("06279996", "20s")).get("outcome").textValue())
          .isEqualTo("ANSWERED");
      JsonNode now = hub.read(hub.get("caller", path(waiting)));
      assertThat(now.at("/waiting/for").textValue()).isEqualTo("pause");
      pause("resume");
      await()
          .until(
              () ->
                  hub.read(hub.get("caller", path(waiting))).get("state").asText().equals("ENDED"));
    } finally {
      pause("resume");
    }
  }

  @Test
  void theCatalogueTellsWhoMayBeAsked() {
    JsonNode flow = hub.read(hub.get("caller", "/api/v1/flows/" + FLOW));

    assertThat(flow.get("agency").textValue()).isEqualTo("insurer");
    assertThat(flow.get("agencies"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(AGENCIES);
  }

  private HttpResponse<String> post(String provider, String wait) {
    ObjectNode body = json.createObjectNode().put("flow", FLOW);
    ObjectNode payload = body.putObject("payload");
    payload.put("residentNumber", "0012345678").put("benefitKind", "02");
    payload.putObject("months").put("from", "2026-04").put("to", "2026-06");
    payload.put("provider", provider).put("nonDisclosable", false);
    return hub.post(newKey(), wait, body.toString());
  }

  private void pause(String act) {
    HttpResponse<String> done =
        hub.send(
            hub.request("operator", "/api/v1/agencies/municipality/" + act)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\": \"maintenance\"}")));
    assertThat(done.statusCode()).isEqualTo(200);
  }

  private boolean received(String agency, String number) {
    return hub.read(hub.get("admin", "/mock/agencies/" + agency + "/received"))
        .findValuesAsText("number")
        .contains(number);
  }

  private JsonNode events(JsonNode inquiry) {
    return hub.read(hub.get("caller", path(inquiry) + "/events")).get("items");
  }

  private static String path(JsonNode inquiry) {
    return "/api/v1/inquiries/" + inquiry.get("id").textValue();
  }
}
