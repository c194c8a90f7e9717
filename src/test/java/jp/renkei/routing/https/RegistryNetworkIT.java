package jp.renkei.routing.https;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The first flow that may carry an individual number: where the number is, and where it is not. */
@HubTest
class RegistryNetworkIT {

  private static final String AGENCY = "registry-network";
  private static final String NUMBER = "123456789018";
  private static final String OLD_ADDRESS = "○○市東区本町二丁目3番4号";

  @Autowired private HubClient hub;

  @AfterEach
  void behave() {
    hub.mock(AGENCY, "replies", "[]");
  }

  @Test
  void isAskedByTheNumberAndTellsTheLatestItemsAndNotTheNumber() {
    JsonNode ended = ask(RegistryInquiries.byNumber("0012345678", NUMBER));

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/matches").textValue()).isEqualTo("YES");
    assertThat(ended.at("/reply/latest/name").textValue()).isEqualTo("山田 太郎");
    assertThat(ended.at("/reply/change/reason").textValue()).isEqualTo("02");
    assertThat(ended.at("/reply/compared/name").textValue()).isEqualTo("UNDETERMINED");
    assertThat(ended.toString() + events(ended)).doesNotContain(NUMBER);
  }

  @Test
  void isAskedByTheItemsAndTheNumberThatItTellsIsRemovedWhereTheListHasItNot() {
    JsonNode ended = ask(RegistryInquiries.byItems("0012345679", OLD_ADDRESS));

    assertThat(ended.at("/reply/matches").textValue()).isEqualTo("NO");
    assertThat(ended.at("/reply/compared/address").textValue()).isEqualTo("NO");
    assertThat(ended.at("/reply/compared/name").textValue()).isEqualTo("YES");
    assertThat(ended.at("/reply/latest/address").textValue()).isEqualTo("△△市北山5番6号");
    assertThat(ended.get("reply").has("currentIndividualNumber")).isFalse();
    assertThat(events(ended).toString())
        .contains("1: currentIndividualNumber")
        .doesNotContain("987654321018")
        .doesNotContain("山田");
  }

  @Test
  void anotherPersonsNumberFindsNobodyWhichIsNoNo() {
    JsonNode ended = ask(RegistryInquiries.byNumber("0012345678", "987654321018"));

    assertThat(ended.get("outcome").textValue()).isEqualTo("NO_DATA");
    assertThat(ended.at("/reply/matches").textValue()).isNotEqualTo("NO");
  }

  @Test
  void theSameNumberTwiceIsNoticedAndAnotherIsAnotherQuestion() {
    JsonNode first = ask(RegistryInquiries.byNumber("8301", NUMBER));

    assertThat(ask(RegistryInquiries.byNumber("008301", NUMBER)).get("repeats"))
        .isEqualTo(first.get("id"));
    assertThat(ask(RegistryInquiries.byNumber("8301", "908172635409")).has("repeats")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789019", "1234-5678-9018", "１２３４５６７８９０１８"})
  void aNumberThatIsNoneIsRefusedAndNotRepeated(String number) {
    HttpResponse<String> refused = post(RegistryInquiries.byNumber("8302", number), null);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue())
        .isEqualTo("/payload/individualNumber");
    assertThat(refused.body()).doesNotContain("12345").doesNotContain("5678").doesNotContain("５６");
  }

  @Test
  void aNumberInFreeTextIsRefusedHereToo() {
    ObjectNode body = RegistryInquiries.byItems("8303", "港町 1234-5678-9018");

    HttpResponse<String> refused = post(body, null);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1221");
    assertThat(refused.body()).doesNotContain("5678");
  }

  private JsonNode ask(ObjectNode body) {
    return hub.read(post(body, "20s"));
  }

  private HttpResponse<String> post(ObjectNode body, String wait) {
    return hub.post(newKey(), wait, body.toString());
  }

  private JsonNode events(JsonNode inquiry) {
    String path = "/api/v1/inquiries/" + inquiry.get("id").textValue() + "/events";
    return hub.read(hub.get("operator", path)).get("items");
  }
}
