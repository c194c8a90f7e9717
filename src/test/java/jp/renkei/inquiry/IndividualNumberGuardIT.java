package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.routing.https.AccountInquiries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Individual numbers on a flow that may carry none: neither out nor in. */
@HubTest
class IndividualNumberGuardIT {

  private static final String SCRIPT =
      """
      [{"subject": "%s", "outcome": "ANSWERED", "reply": {"registered": true, "account": {
         "bankCode": "9901", "bankNameKana": "ﾐﾅﾄ", "branchCode": "001", "branchNameKana": "ﾎﾝﾃﾝ",
         "depositType": "1", "accountNumber": "0012345", "holderKana": "%s"}}}]""";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  private AccountInquiries inquiries;

  @BeforeEach
  void begin() {
    inquiries = new AccountInquiries(hub);
  }

  @AfterEach
  void behave() {
    inquiries.behave();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ヤマダ123456789018", "ヤ１２３４－５６７８－９０１８", "ヤマダ 1234 5678 9018"})
  void aNameThatHoldsOneIsRefusedAndNothingLeaves(String name) {
    int before = received();
    int kept = inquiriesKept();
    ObjectNode body = AccountInquiries.body("8801");
    ((ObjectNode) body.get("payload")).put("nameKana", name);

    HttpResponse<String> refused = hub.post(newKey(), null, body.toString());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1221");
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue())
        .isEqualTo("/payload/nameKana");
    assertThat(refused.body()).doesNotContain("5678").doesNotContain("５６７８");
    assertThat(received()).isEqualTo(before);
    assertThat(inquiriesKept()).isEqualTo(kept);
  }

  @Test
  void aResidentNumberThatLooksLikeOneIsAnswered() {
    inquiries.mock("replies", SCRIPT.formatted("202606150930", "ﾔﾏﾀﾞ ﾀﾛｳ"));

    JsonNode ended = inquiries.ask("202606150930");

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/residentNumber").textValue()).isEqualTo("202606150930");
  }

  @Test
  void anAnswerThatHoldsOneIsHeldUnderItsName() {
    inquiries.mock("replies", SCRIPT.formatted("8802", "ﾔﾏﾀﾞ 1234-5678-9018"));

    JsonNode inquiry = inquiries.post("8802");

    await()
        .untilAsserted(
            () ->
                assertThat(inquiries.timeline(inquiry))
                    .contains("REPLY_INDIVIDUAL_NUMBER in /reply/account/holderKana"));
    JsonNode now = inquiries.get(inquiry, null);
    assertThat(now.has("reply")).isFalse();
    assertThat(now.get("state").textValue()).isNotEqualTo("ENDED");
    assertThat(held(inquiry)).containsExactly("REPLY_INDIVIDUAL_NUMBER");
  }

  @Test
  void theReasonOfAnActHoldsNone() {
    HttpResponse<String> refused =
        hub.send(
            hub.request("operator", "/api/v1/agencies/digital-agency/pause")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\": \"１２３４ ５６７８ ９０１８の件\"}")));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1221");
    assertThat(
            jdbc.sql("select count(*) from event where detail like '%件'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private List<String> held(JsonNode inquiry) {
    return jdbc.sql("select reason from held_reply where inquiry_id = ?")
        .param(inquiry.get("id").textValue())
        .query(String.class)
        .list();
  }

  private int received() {
    return hub.read(hub.get("admin", "/mock/agencies/digital-agency/received")).size();
  }

  private int inquiriesKept() {
    return jdbc.sql("select count(*) from inquiry").query(Integer.class).single();
  }
}
