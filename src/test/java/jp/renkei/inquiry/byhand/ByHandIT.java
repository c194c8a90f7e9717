package jp.renkei.inquiry.byhand;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Pattern;
import jp.renkei.flow.Transport;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.KeyedReply;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What left the matter open is answered by hand, whoever was asked and however. */
@HubTest
class ByHandIT {

  private static final String SOURCE = "電話聴取記録 保年第123号";
  private static final String EMPLOYMENT = "assessment.mhlw-employment";
  private static final String ACCOUNT = "collection.receiving-account";
  private static final String REGISTRY = "eligibility.registry-identity";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String LEFT =
      """
      {"leavings": [{"leavingDate": "2026-03-31", "reasonCode": "11", "qualification": "1",
        "decisionDate": "2026-04-13"}]}""";
  private static final List<Flow> FLOWS = ShippedCatalogue.flows();
  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final AtomicInteger SUBJECTS = new AtomicInteger(66_700_000);

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  static Stream<Flow> flows() {
    return FLOWS.stream()
        .filter(flow -> flow.pattern() == Pattern.INQUIRY)
        .filter(flow -> flow.agency().transport() != Transport.DOCUMENT)
        .filter(flow -> !GoldenCases.of(flow.id()).isEmpty());
  }

  @AfterEach
  void behave() {
    flows()
        .map(flow -> flow.agency().id())
        .distinct()
        .forEach(
            agency -> {
              hub.send(hub.request("admin", "/mock/agencies/" + agency + "/faults").DELETE());
              hub.mock(agency, "replies", "[]");
            });
  }

  @ParameterizedTest
  @MethodSource("flows")
  void isAnsweredByTwoPeopleAsItsAgencyWouldHave(Flow flow) throws Exception {
    Asked asked = ask(flow.id(), "NOT_IDENTIFIED");
    assertThat(outcome(asked)).isEqualTo("NOT_IDENTIFIED");

    HttpResponse<String> keyed = key("operator", asked, SOURCE, asked.reply());
    assertThat(keyed.statusCode()).as(keyed.body()).isEqualTo(200);
    assertThat(outcome(asked)).isEqualTo("NOT_IDENTIFIED");
    HttpResponse<String> confirmed = confirm("operator2", asked, SOURCE, asked.reply());

    assertThat(hub.read(confirmed).get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(confirmed.body()).doesNotContain("\"reply\"");
    assertThat(caller(asked).get("reply").toPrettyString())
        .isEqualTo(asked.answer().toPrettyString());
    List<JsonNode> events =
        events(asked).stream().filter(event -> !what(event).equals("ITEMS_REMOVED")).toList();
    assertThat(events)
        .extracting(ByHandIT::what)
        .endsWith("ENDED", "ANSWER_KEYED", "ANSWER_CONFIRMED", "ENDED");
    JsonNode keyedIn = events.get(events.size() - 3);
    assertThat(keyedIn.get("who").textValue()).isEqualTo("operator");
    assertThat(keyedIn.get("detail").textValue()).isEqualTo(SOURCE);
    assertThat(events.get(events.size() - 1).get("detail").textValue()).startsWith("MANUAL: ");
  }

  @Test
  void whatItsAgencyMayStillAnswerIsNot() throws Exception {
    Asked asked = ask(EMPLOYMENT, "HELD");
    await().until(() -> state(asked).equals("HELD_BY_PROVIDER"));

    assertRefused(key("operator", asked, SOURCE, asked.reply()), 409, "RK-1311");
    assertRefused(confirm("operator2", asked, SOURCE, asked.reply()), 409, "RK-1311");
    act("caller", asked, "/cancel");
    assertRefused(key("operator", asked, SOURCE, asked.reply()), 409, "RK-1312");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANSWERED", "PARTIAL", "REJECTED"})
  void whatIsSettledIsNot(String outcome) throws Exception {
    Asked asked = ask(EMPLOYMENT, outcome);
    assertThat(outcome(asked)).isEqualTo(outcome);

    assertRefused(key("operator", asked, SOURCE, asked.reply()), 409, "RK-1312");
    assertRefused(confirm("operator2", asked, SOURCE, asked.reply()), 409, "RK-1312");
  }

  /** 該当なし may mean that it is not registered yet: paper goes beyond it. */
  @Test
  void whereItsAgencyHasNothingPaperMay() throws Exception {
    Asked asked = ask(EMPLOYMENT, "NO_DATA");
    assertThat(outcome(asked)).isEqualTo("NO_DATA");

    answer(asked);

    assertThat(outcome(asked)).isEqualTo("MANUAL");
    assertThat(caller(asked).get("reply").toPrettyString())
        .isEqualTo(asked.answer().toPrettyString());
  }

  @Test
  void whatPaperDoesNotHaveEitherIsNoAnswerOfItsCase() throws Exception {
    Asked asked = ask(EMPLOYMENT, "NOT_IDENTIFIED", "by-hand-1");
    ObjectNode none = json.createObjectNode().put("result", "NO_DATA");
    none.set("residentNumber", asked.reply().get("residentNumber"));
    none.set("period", asked.reply().get("period"));
    answer(asked.keyedAs(none));
    assertThat(outcome(asked)).isEqualTo("MANUAL");

    JsonNode its = hub.read(hub.get("caller", "/api/v1/cases/by-hand-1"));
    assertThat(its.get("ready").booleanValue()).isFalse();
    assertThat(its.at("/missing/0/standing").textValue()).isEqualTo("NO_DATA");
    assertThat(its.at("/flows/0/inquiries/0/outcome").textValue()).isEqualTo("MANUAL");
    assertThat(its.at("/flows/0/inquiries/0/told").textValue()).isEqualTo("NO_DATA");
    assertThat(again("by-hand-1"))
        .extracting(again -> again.get("supersedes").textValue())
        .containsExactly(asked.id());
  }

  @Test
  void whatPaperAnsweredIsNotAskedAgain() throws Exception {
    Asked asked = ask(EMPLOYMENT, "NOT_IDENTIFIED", "by-hand-2");
    answer(asked);

    JsonNode its = hub.read(hub.get("caller", "/api/v1/cases/by-hand-2"));
    assertThat(its.get("ready").booleanValue()).isTrue();
    assertThat(its.at("/flows/0/inquiries/0/told").textValue()).isEqualTo("ANSWERED");
    assertThat(again("by-hand-2")).isEmpty();
  }

  @Test
  void whatFailedIsAnsweredAndNotReplayedAnyMore() throws Exception {
    Asked asked = asked(ACCOUNT);
    hub.mock(
        "digital-agency",
        "replies",
        "[{\"subject\": \"%s\", \"as\": \"refused\"}]".formatted(asked.subject()));
    Asked failed = posted(asked, null);
    assertThat(outcome(failed)).isEqualTo("FAILED");
    assertThat(caller(failed).get("failure").get("code").textValue()).isEqualTo("RK-1602");

    answer(failed);

    assertThat(caller(failed).get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(caller(failed).has("failure")).isFalse();
    assertRefused(act("operator", failed, "/replay"), 409, "RK-1302");
  }

  @Test
  void aReplyThatComesLateIsKeptAndChangesNothing() throws Exception {
    hub.mock("faults", "{\"lateRate\": 1.0, \"lateMs\": 10000}");
    Asked expired = posted(asked(EMPLOYMENT), "PT4S");
    assertThat(outcome(expired)).isEqualTo("EXPIRED");

    answer(expired);
    JsonNode manual = caller(expired);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(events(expired)).extracting(ByHandIT::what).contains("REPLY_LATE"));
    assertThat(caller(expired)).isEqualTo(manual);
    assertThat(manual.get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(
            jdbc.sql("select reason from held_reply where inquiry_id = ? and content is not null")
                .param(expired.id())
                .query(String.class)
                .list())
        .containsExactly("REPLY_LATE");
  }

  @Test
  void bothKeyInTheSameFromTheSame() throws Exception {
    Asked asked = ask(EMPLOYMENT, "WITHHELD");
    assertRefused(confirm("operator2", asked, SOURCE, asked.reply()), 409, "RK-1313");
    key("operator", asked, SOURCE, asked.reply());

    assertRefused(confirm("operator", asked, SOURCE, asked.reply()), 403, "RK-1106");
    HttpResponse<String> elsewhere = confirm("operator2", asked, "第124号", asked.reply());
    assertRefused(elsewhere, 409, "RK-1314");
    assertThat(hub.read(elsewhere).at("/faults/0/pointer").textValue())
        .isEqualTo("/documentNumber");
    ObjectNode other = asked.reply().deepCopy();
    ((ObjectNode) other.at("/leaving/0")).put("reasonCode", "12");
    HttpResponse<String> differently = confirm("operator2", asked, SOURCE, other);
    assertRefused(differently, 409, "RK-1314");
    assertThat(hub.read(differently).at("/faults/0/pointer").textValue())
        .isEqualTo("/reply/leaving/0/reasonCode");
    assertThat(outcome(asked)).isEqualTo("WITHHELD");

    // in whatever width
    assertThat(confirm("operator2", asked, "電話聴取記録　保年第１２３号", asked.reply()).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "residentNumber, 987654321",
    "period, ''",
    "result, WITHHELD",
    "remark, by telephone"
  })
  void whatDoesNotAnswerTheQuestionIsRefused(String field, String value) throws Exception {
    Asked asked = ask(EMPLOYMENT, "NOT_IDENTIFIED");
    ObjectNode reply = asked.reply().deepCopy();
    if (value.isEmpty()) {
      ((ObjectNode) reply.get(field)).put("from", "2024-04-01");
    } else {
      reply.put(field, value);
    }

    HttpResponse<String> refused = key("operator", asked, SOURCE, reply);

    assertRefused(refused, 422, "RK-1212");
    assertThat(refused.body()).doesNotContain("987654321").doesNotContain("telephone");
    assertThat(kept(asked)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"記録 1234-5678-9018", "１２３４５６７８９０１８"})
  void itsSourceHoldsNoIndividualNumber(String source) throws Exception {
    Asked asked = ask(EMPLOYMENT, "NOT_IDENTIFIED");

    HttpResponse<String> refused = key("operator", asked, source, asked.reply());

    assertRefused(refused, 422, "RK-1221");
    assertThat(refused.body()).doesNotContain("5678").doesNotContain("５６７８");
    assertRefused(key("operator", asked, asked.subject(), asked.reply()), 422, "RK-1204");
    assertThat(kept(asked)).isZero();
  }

  @Test
  void freeTextHoldsNoIndividualNumber() throws Exception {
    Asked asked = ask(REGISTRY, "NOT_IDENTIFIED");
    ObjectNode reply = asked.reply().deepCopy();
    ((ObjectNode) reply.get("latest")).put("name", "山田 123456789018");

    HttpResponse<String> refused = key("operator", asked, SOURCE, reply);

    assertRefused(refused, 422, "RK-1221");
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue())
        .isEqualTo("/reply/latest/name");
    assertThat(refused.body()).doesNotContain("123456789018");
    assertThat(kept(asked)).isZero();
  }

  /** As over https: sealed, masked for auditors, and not told to who has no line for it. */
  @Test
  void theMarkOfWhatWasWithheldStays() throws Exception {
    Asked asked = ask("eligibility.city-resident", "WITHHELD");
    assertThat(outcome(asked)).isEqualTo("WITHHELD");
    assertThat(caller(asked).at("/reply/nonDisclosable").asBoolean()).isTrue();

    answer(asked);

    assertThat(caller(asked).at("/reply/nonDisclosable").asBoolean()).isTrue();
    List<JsonNode> events = events(asked);
    assertThat(events.get(events.size() - 1).get("detail").textValue())
        .startsWith("MANUAL")
        .endsWith("; nonDisclosable");
  }

  @Test
  void anIndividualNumberStaysWhereItMayBe() throws Exception {
    Asked asked = ask(REGISTRY, "NOT_IDENTIFIED");
    ObjectNode reply = asked.reply().deepCopy().put("individualNumber", "234567890121");
    assertThat(key("operator", asked, SOURCE, reply).statusCode()).isEqualTo(200);

    JsonNode seen =
        hub.read(
            hub.get("auditor", "/api/v1/inquiries/" + asked.id() + "/payload?reason=inspection"));
    assertThat(seen.at("/keyed/individualNumber").textValue()).isEqualTo("*".repeat(12));
    JsonNode itsCaller =
        hub.read(
            hub.get("caller", "/api/v1/inquiries/" + asked.id() + "/payload?reason=inspection"));
    assertThat(itsCaller.get("request").isObject()).isTrue();
    assertThat(itsCaller.get("keyed").isNull()).isTrue();
    byte[] sealed =
        jdbc.sql("select content from payload where inquiry_id = ? and part = 'KEYED'")
            .param(asked.id())
            .query(byte[].class)
            .single();
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("234567890121");
    ObjectNode mistyped = reply.deepCopy().put("individualNumber", "345678901234");
    HttpResponse<String> refused = confirm("operator2", asked, SOURCE, mistyped);
    assertThat(refused.statusCode()).isIn(409, 422);
    assertThat(refused.body()).doesNotContain("345678901234").doesNotContain("234567890121");

    assertThat(confirm("operator2", asked, SOURCE, reply).statusCode()).isEqualTo(200);
    assertThat(caller(asked).get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(caller(asked).toString()).doesNotContain("234567890121");
    assertThat(events(asked).toString()).doesNotContain("234567890121");
  }

  @Test
  void whatAnOwnerDidNotAnswerIsAnsweredToo() {
    Asked asked = askOwner(String.valueOf(SUBJECTS.incrementAndGet()), false);
    expire(asked);
    ObjectNode none = json.createObjectNode().put("result", "NONE");

    assertRefused(key("operator", asked, SOURCE, none), 422, "RK-1212");
    none.put("residentNumber", asked.subject()).put("year", 2025);
    assertRefused(key("operator", asked, SOURCE, none), 422, "RK-1212");
    none.put("year", 2026);
    answer(asked.keyedAs(none));

    JsonNode told = owned(asked);
    assertThat(told.get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(told.at("/reply/result").textValue()).isEqualTo("NONE");
    assertThat(told.at("/reply/nonDisclosable").booleanValue()).isFalse();
  }

  /** Because another who asked the same wants it so, or because the owner says so. */
  @Test
  void whatIsKeyedInForAnOwnerKeepsTheMark() {
    String subject = String.valueOf(SUBJECTS.incrementAndGet());
    Asked joined = askOwner(subject, false);
    Asked marked = askOwner(subject, true);
    Asked alone = askOwner(String.valueOf(SUBJECTS.incrementAndGet()), false);
    for (Asked asked : List.of(joined, marked, alone)) {
      expire(asked);
      ObjectNode none = json.createObjectNode().put("result", "NONE");
      none.put("residentNumber", asked.subject()).put("year", 2026);
      if (asked == alone) {
        none.put("nonDisclosable", true);
      }

      answer(asked.keyedAs(none));

      assertThat(owned(asked).at("/reply/nonDisclosable").booleanValue()).isTrue();
      List<JsonNode> events = events(asked);
      assertThat(events.get(events.size() - 1).get("detail").textValue())
          .startsWith("MANUAL")
          .endsWith("; nonDisclosable");
    }
  }

  /** Asks it, and waits until its owner may see it. */
  private Asked askOwner(String subject, boolean kept) {
    String flow = "assessment.city-tax-declaration";
    String body =
        """
        {"payload": {"residentNumber": "%s", "year": 2026, "nonDisclosable": %s}}"""
            .formatted(subject, kept);
    HttpResponse<String> posted =
        hub.send(
            hub.request("tax", "/api/v1/questions/" + flow)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofString(body)));
    Asked asked =
        new Asked(hub.read(posted).get("id").textValue(), flow, subject, null, null, null);
    await()
        .untilAsserted(
            () -> assertThat(events(asked)).extracting(ByHandIT::what).contains("OFFERED"));
    return asked;
  }

  private void expire(Asked asked) {
    jdbc.sql("update inquiry set deadline = accepted_at where id = ?").param(asked.id()).update();
    jdbc.sql("update open_inquiry set until = accepted_at where inquiry_id = ?")
        .param(asked.id())
        .update();
    await().until(() -> state(asked).equals("ENDED"));
  }

  private JsonNode owned(Asked asked) {
    return hub.read(hub.get("tax", "/api/v1/inquiries/" + asked.id()));
  }

  /**
   * What was asked.
   *
   * @param reply as operators key it in
   * @param answer as the caller gets it
   */
  private record Asked(
      String id,
      String flow,
      String subject,
      ObjectNode payload,
      ObjectNode reply,
      ObjectNode answer) {

    Asked as(String inquiry) {
      return new Asked(inquiry, flow, subject, payload, reply, answer);
    }

    Asked keyedAs(ObjectNode other) {
      return new Asked(id, flow, subject, payload, other, answer);
    }
  }

  /** The flow's first golden case with an answer, about somebody whom no other test knows. */
  private Asked asked(String flow) throws Exception {
    Flow its = FLOWS.stream().filter(each -> each.id().equals(flow)).findFirst().orElseThrow();
    MessageKind kind = KINDS.byId(its.kind()).orElseThrow();
    for (GoldenCase golden : GoldenCases.of(flow)) {
      ObjectNode reply = KeyedReply.of(golden, kind);
      if (reply.get("result").textValue().equals("ANSWERED")) {
        String before = golden.reply().get("residentNumber").textValue();
        String subject = String.valueOf(SUBJECTS.incrementAndGet());
        ObjectNode answer =
            (ObjectNode)
                json.readTree(
                    golden.reply().toString().replace('"' + before + '"', '"' + subject + '"'));
        answer.retain(its.permission("nhi").orElseThrow().items());
        return new Asked(
            null,
            flow,
            subject,
            ((ObjectNode) golden.payload()).put("residentNumber", subject),
            reply.put("residentNumber", subject),
            answer);
      }
    }
    throw new AssertionError("no golden case of " + flow + " has an answer");
  }

  private Asked ask(String flow, String outcome) throws Exception {
    return ask(flow, outcome, null);
  }

  private Asked ask(String flow, String outcome, String its) throws Exception {
    Asked asked = asked(flow);
    String agency =
        FLOWS.stream()
            .filter(each -> each.id().equals(flow))
            .findFirst()
            .orElseThrow()
            .agency()
            .id();
    String reply = outcome.equals("ANSWERED") ? ", \"reply\": " + LEFT : "";
    hub.mock(
        agency,
        "replies",
        "[{\"subject\": \"%s\", \"outcome\": \"%s\"%s}]"
            .formatted(asked.subject(), outcome, reply));
    return posted(asked, outcome.equals("HELD") ? "P1D" : null, its);
  }

  private Asked posted(Asked asked, String deadline) {
    return posted(asked, deadline, null);
  }

  private Asked posted(Asked asked, String deadline, String its) {
    ObjectNode body = json.createObjectNode().put("flow", asked.flow()).put("deadline", deadline);
    if (its != null) {
      body.put("case", its);
    }
    body.set("payload", asked.payload());
    String wait = "P1D".equals(deadline) ? null : "20s";
    HttpResponse<String> response = hub.post(newKey(), wait, body.toString());
    assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
    return asked.as(hub.read(response).get("id").textValue());
  }

  private void answer(Asked asked) {
    assertThat(key("operator", asked, SOURCE, asked.reply()).statusCode()).isEqualTo(200);
    assertThat(confirm("operator2", asked, SOURCE, asked.reply()).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> key(String user, Asked asked, String source, JsonNode reply) {
    return send(user, asked, "/answer", source, reply);
  }

  private HttpResponse<String> confirm(String user, Asked asked, String source, JsonNode reply) {
    return send(user, asked, "/answer/confirm", source, reply);
  }

  private HttpResponse<String> send(
      String user, Asked asked, String door, String source, JsonNode reply) {
    ObjectNode body = json.createObjectNode().put("documentNumber", source);
    body.set("reply", reply);
    return hub.send(
        hub.request(user, "/api/v1/inquiries/" + asked.id() + door)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> act(String user, Asked asked, String act) {
    return hub.send(
        hub.request(user, "/api/v1/inquiries/" + asked.id() + act)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"because\"}")));
  }

  private JsonNode again(String its) {
    HttpResponse<String> response =
        hub.send(
            hub.request("operator", "/api/v1/inquiries:again")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"reason\": \"because\", \"filter\": {\"case\": \"%s\"}}"
                            .formatted(its))));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return hub.read(response).get("items");
  }

  private void assertRefused(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(hub.read(response).get("code").textValue()).isEqualTo(code);
  }

  private JsonNode caller(Asked asked) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + asked.id()));
  }

  private JsonNode operator(Asked asked) {
    return hub.read(hub.get("operator", "/api/v1/inquiries/" + asked.id()));
  }

  private String outcome(Asked asked) {
    return operator(asked).get("outcome").textValue();
  }

  private String state(Asked asked) {
    return operator(asked).get("state").textValue();
  }

  private List<JsonNode> events(Asked asked) {
    JsonNode page = hub.read(hub.get("operator", "/api/v1/inquiries/" + asked.id() + "/events"));
    return StreamSupport.stream(page.get("items").spliterator(), false).toList();
  }

  private static String what(JsonNode event) {
    return event.get("what").textValue();
  }

  private int kept(Asked asked) {
    return jdbc.sql("select count(*) from payload where inquiry_id = ? and part = 'KEYED'")
        .param(asked.id())
        .query(Integer.class)
        .single();
  }
}
