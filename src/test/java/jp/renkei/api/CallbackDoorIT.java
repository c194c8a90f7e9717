package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.mock.Receipts;
import jp.renkei.routing.https.AccountInquiries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An agency that takes an inquiry and brings the answer by its own call. */
@HubTest
@TestPropertySource(properties = "renkei.mock.answers=callback")
class CallbackDoorIT {

  private static final String AGENCY = "agency";
  private static final String ENDED = "ENDED ";
  private static final String UNREGISTERED =
      ENDED + "ANSWERED: residentNumber, result, registered, usable, nonDisclosable";

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

  @Test
  void theAnswerComesByACall() {
    inquiries.mock("faults", "{\"delayMs\": 1000}");

    JsonNode ended = inquiries.ask("12345678");

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(inquiries.timeline(ended))
        .containsExactly("ACCEPTED", "SENT attempt 1", AccountInquiries.ANSWERED);
  }

  @Test
  void theSameCallAgainIsADuplicate() {
    inquiries.mock("faults", "{\"duplicateRate\": 1.0}");

    JsonNode ended = inquiries.ask("12345678");

    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    await().untilAsserted(() -> assertThat(inquiries.timeline(ended)).contains("REPLY_DUPLICATE"));
    assertThat(held(ended)).isEmpty();
  }

  @Test
  void bothCallsOfADuplicateAreToldThatTheHubHasIt() {
    JsonNode inquiry = unanswered("831");
    String reply = reply(inquiry, "831");

    assertThat(bring(AGENCY, path(inquiry), reply)).isEqualTo(204);
    assertThat(bring(AGENCY, path(inquiry), reply)).isEqualTo(204);

    assertThat(inquiries.timeline(inquiry)).contains(UNREGISTERED, "REPLY_DUPLICATE");
    assertThat(inquiries.get(inquiry, null).at("/reply/registered").textValue()).isEqualTo("NO");
  }

  @Test
  void withoutOrWithWrongCredentialsNothingIsTaken() {
    JsonNode inquiry = unanswered("832");

    assertThat(bring(null, path(inquiry), reply(inquiry, "832"))).isEqualTo(401);
    assertThat(
            hub.send(
                    request(null, path(inquiry), reply(inquiry, "832"))
                        .header("Authorization", "Basic YWdlbmN5LWRpZ2l0YWwtYWdlbmN5Ong="))
                .statusCode())
        .isEqualTo(401);
    assertThat(bring("caller", path(inquiry), reply(inquiry, "832"))).isEqualTo(403);

    assertThat(inquiries.timeline(inquiry)).noneMatch(event -> event.startsWith("ENDED"));
  }

  @Test
  void anotherAgencysInquiryIsNotFoundAndTheAnswerKept() {
    hub.mock("faults", "{\"dropRate\": 1.0}");
    JsonNode others = hub.read(hub.post(HubClient.newKey(), null, hub.inquiry("833").toString()));
    int before = heldWithoutInquiry();

    assertThat(bring(AGENCY, path(others), reply(others, "833"))).isEqualTo(404);

    assertThat(heldWithoutInquiry()).isEqualTo(before + 1);
    assertThat(inquiries.timeline(others)).noneMatch(event -> event.startsWith("ENDED"));
    hub.send(hub.request("admin", "/mock/agencies/mhlw/faults").DELETE());
  }

  @Test
  void aPathOfAnotherAgencyIsNotFound() {
    JsonNode inquiry = unanswered("834");
    int before = heldWithoutInquiry();

    String path = "/callbacks/mhlw/" + inquiry.get("number").textValue();
    assertThat(bring(AGENCY, path, reply(inquiry, "834"))).isEqualTo(404);

    assertThat(heldWithoutInquiry()).isEqualTo(before);
  }

  @Test
  void anUnknownNumberIsNotFoundAndTheAnswerKept() {
    int before = heldWithoutInquiry();

    assertThat(bring(AGENCY, "/callbacks/digital-agency/AAAAA-AAAAA-AAAAA-AAAAA", "{}"))
        .isEqualTo(404);

    assertThat(heldWithoutInquiry()).isEqualTo(before + 1);
  }

  @Test
  void whatIsNoAnswerIsTakenAndHeld() {
    JsonNode inquiry = unanswered("835");

    assertThat(bring(AGENCY, path(inquiry), "{\"layout\": \"1.0\"}")).isEqualTo(204);

    assertThat(held(inquiry)).containsExactly("REPLY_NOT_VALID");
    assertThat(inquiries.get(inquiry, null).get("state").textValue()).isEqualTo("SENT");
  }

  @Test
  void whatIsTooLargeIsNotTaken() {
    JsonNode inquiry = unanswered("836");

    assertThat(bring(AGENCY, path(inquiry), " ".repeat(65_537))).isEqualTo(413);

    assertThat(held(inquiry)).isEmpty();
  }

  @Test
  void anAgencyThatKnowsItsReceiptNumberOnlyIsUnderstood() {
    inquiries.mock("replies", "[{\"subject\": \"841\", \"receipts\": \"only\"}]");

    JsonNode ended = inquiries.ask("841");

    assertThat(ended.get("outcome").textValue()).isIn("ANSWERED", "NO_DATA");
    assertThat(inquiries.timeline(ended))
        .contains("RECEIPT_GIVEN " + Receipts.numberOf(ended.get("number").textValue()))
        .last(STRING)
        .startsWith(ENDED + ended.get("outcome").textValue());
    assertThat(held(ended)).isEmpty();
  }

  @Test
  void aReceiptNumberInsideMustBeTheOneThatWasGivenToTheInquiryOfTheUrl() {
    JsonNode inquiry = unansweredWithReceipt("842");
    JsonNode other = unansweredWithReceipt("843");

    assertThat(bring(AGENCY, path(inquiry), replyByReceipt(other, "842"))).isEqualTo(204);
    assertThat(held(inquiry)).containsExactly("REPLY_NOT_VALID");
    String byReceipt = "/callbacks/digital-agency/" + receipt(inquiry);
    assertThat(bring(AGENCY, byReceipt, reply(other, "842"))).isEqualTo(204);
    assertThat(held(inquiry)).containsExactly("REPLY_NOT_VALID", "REPLY_NOT_VALID");
    assertThat(held(other)).isEmpty();

    assertThat(bring(AGENCY, path(inquiry), replyByReceipt(inquiry, "842"))).isEqualTo(204);
    assertThat(inquiries.timeline(inquiry)).anyMatch(event -> event.startsWith(ENDED + "ANSWERED"));
    assertThat(bring(AGENCY, "/callbacks/digital-agency/" + receipt(other), reply(other, "843")))
        .isEqualTo(204);
    assertThat(inquiries.timeline(other)).anyMatch(event -> event.startsWith(ENDED + "ANSWERED"));
  }

  @Test
  void anAnswerThatOvertakesThe202WaitsForItsReceipt() {
    JsonNode inquiry = unanswered("844");

    assertThat(bring(AGENCY, path(inquiry), replyByReceipt(inquiry, "844"))).isEqualTo(204);
    assertThat(held(inquiry)).containsExactly("REPLY_BEFORE_RECEIPT");
    assertThat(
            bring(AGENCY, "/callbacks/digital-agency/" + receipt(inquiry), reply(inquiry, "844")))
        .as("a receipt number that nobody has given names no inquiry")
        .isEqualTo(404);

    askOnceMore(inquiry, "844");

    JsonNode ended = inquiries.get(inquiry, "20s");
    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.at("/reply/registered").textValue()).isEqualTo("NO");
    await("the second one that waited is taken up after the first has ended it")
        .untilAsserted(
            () ->
                assertThat(held(inquiry))
                    .contains("REPLY_BEFORE_RECEIPT", "REPLY_WITHOUT_INQUIRY"));
  }

  @Test
  void anAgencyCannotAnswerByTheReceiptNumberOfAnother() {
    JsonNode inquiry = unansweredWithReceipt("845");

    assertThat(bring(AGENCY, "/callbacks/mhlw/" + receipt(inquiry), replyByReceipt(inquiry, "845")))
        .isEqualTo(404);

    assertThat(inquiries.timeline(inquiry)).noneMatch(event -> event.startsWith("ENDED"));
  }

  /** The agency gets the same question again, as after a lost confirmation, and gives a receipt. */
  private void askOnceMore(JsonNode inquiry, String subject) {
    inquiries.mock("replies", receiptsOnly(subject));
    jdbc.sql(
            """
            insert into dispatch (inquiry_id, what, destination, lane, due, attempt, failures)
            select id, 'SEND', agency, lane, accepted_at, 2, 0 from inquiry where id = ?""")
        .param(inquiry.get("id").textValue())
        .update();
  }

  private static String receiptsOnly(String subject) {
    return "[{\"subject\": \"%s\", \"receipts\": \"only\"}]".formatted(subject);
  }

  private JsonNode unansweredWithReceipt(String subject) {
    inquiries.mock("replies", receiptsOnly(subject));
    return unanswered(subject);
  }

  private static String receipt(JsonNode inquiry) {
    return Receipts.numberOf(inquiry.get("number").textValue());
  }

  private static String replyByReceipt(JsonNode inquiry, String subject) {
    return reply(inquiry, subject)
        .replace(
            "\"number\":\"" + inquiry.get("number").textValue(),
            "\"receiptNumber\":\"" + receipt(inquiry));
  }

  /** An inquiry that the agency has and does not answer. */
  private JsonNode unanswered(String subject) {
    inquiries.mock("faults", "{\"dropRate\": 1.0}");
    JsonNode inquiry = inquiries.post(subject);
    await()
        .untilAsserted(
            () ->
                assertThat(inquiries.get(inquiry, null).get("state").textValue())
                    .isEqualTo("SENT"));
    return inquiry;
  }

  private static String reply(JsonNode inquiry, String subject) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply
        .put("layout", "1.0")
        .put("number", inquiry.get("number").textValue())
        .put("environment", "demo")
        .put("result", "ANSWERED")
        .put("residentNumber", subject)
        .put("registered", false);
    return reply.toString();
  }

  private static String path(JsonNode inquiry) {
    return "/callbacks/digital-agency/" + inquiry.get("number").textValue();
  }

  private HttpRequest.Builder request(String user, String path, String body) {
    return hub.request(user, path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private int bring(String user, String path, String body) {
    return hub.send(request(user, path, body)).statusCode();
  }

  private List<String> held(JsonNode inquiry) {
    return jdbc.sql("select reason from held_reply where inquiry_id = ?")
        .param(inquiry.get("id").textValue())
        .query(String.class)
        .list();
  }

  private int heldWithoutInquiry() {
    return jdbc.sql("select count(*) from held_reply where reason = 'REPLY_WITHOUT_INQUIRY'")
        .query(Integer.class)
        .single();
  }
}
