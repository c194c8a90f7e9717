package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.OwnTime;
import jp.renkei.hub.ShiftedClock;
import jp.renkei.inquiry.Housekeeping;
import jp.renkei.inquiry.Retention;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One caller asks, the other one owns the answer. Time only goes forward: shares count it. */
@HubTest
@Import(OwnTime.class)
class QuestionDoorIT {

  private static final String QUESTIONS = "/api/v1/questions";
  private static final String PAYMENTS = "collection.city-tax-payment-status";
  private static final String DECLARATIONS = "assessment.city-tax-declaration";
  private static final String NONE = "{\"result\": \"NONE\"}";
  private static final String PAID =
      """
      {"result": "FOUND", "asOf": "2026-11-01", "instalments": [
        {"number": 1, "dueOn": "2026-06-30", "assessed": 12000, "paid": 7000, "unpaid": 5000,
         "paidOn": ["2026-06-25"], "demandSentOn": "2026-07-20"}]}""";

  @Autowired private HubClient hub;
  @Autowired private ShiftedClock clock;
  @Autowired private Housekeeping housekeeping;
  @Autowired private Retention retention;
  @Autowired private JdbcClient jdbc;

  @Test
  void whoWaitsGetsWhatTheOwnerTells() {
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> ask(PAYMENTS, newKey(), "?wait=30s", "2101"));
    JsonNode question = fetched(PAYMENTS, "2101");
    assertThat(question.at("/payload/year").intValue()).isEqualTo(2026);

    HttpResponse<String> answered = answer(question, PAID);

    assertThat(answered.statusCode()).isEqualTo(200);
    HttpResponse<String> told = waiting.join();
    assertThat(told.statusCode()).isEqualTo(200);
    JsonNode inquiry = hub.read(told);
    assertThat(inquiry.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(inquiry.at("/reply/totals/unpaid").longValue()).isEqualTo(5000);
    assertThat(inquiry.at("/reply/flags").toString()).isEqualTo("[\"DEMAND_SENT\",\"OVERDUE\"]");
    assertThat(open("2101")).isEmpty();
  }

  @Test
  void isSentWhenTheOwnerHasFetchedItAndNotBefore() {
    String id = id(ask(PAYMENTS, newKey(), "", "2102"));
    await().untilAsserted(() -> assertThat(events(id)).contains("OFFERED"));
    assertThat(inquiry(id).get("state").textValue()).isEqualTo("ACCEPTED");

    fetched(PAYMENTS, "2102");

    assertThat(inquiry(id).get("state").textValue()).isEqualTo("SENT");
    assertThat(events(id)).containsExactly("ACCEPTED", "OFFERED", "SENT");
    fetched(PAYMENTS, "2102");
    assertThat(events(id)).containsOnlyOnce("SENT");
  }

  @Test
  void whoPollsGetsNothingByQueue() {
    String id = id(ask(PAYMENTS, newKey(), "", "2117"));
    fetched(PAYMENTS, "2117");

    assertThat(
            jdbc.sql("select count(*) from question where id = ? and told_at is null")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            jdbc.sql("select count(*) from delivery where address = 'hub.questions.nhi'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aDefiniteNoneIsNoData() {
    String id = id(ask(DECLARATIONS, newKey(), "", "2103"));

    answer(fetched(DECLARATIONS, "2103"), NONE);

    JsonNode ended = inquiry(id);
    assertThat(ended.get("outcome").textValue()).isEqualTo("NO_DATA");
    assertThat(ended.at("/reply/result").textValue()).isEqualTo("NONE");
    assertThat(ended.get("reply").has("declaredTotal")).as("undeclared is not zero").isFalse();
  }

  @Test
  void theSameQuestionIsAskedOfTheOwnerOnceHoweverManyAskAtOnce() {
    List<CompletableFuture<HttpResponse<String>>> asking =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> ask(PAYMENTS, newKey(), "", i % 2 == 0 ? "2104" : "002104")))
            .toList();
    List<String> ids = new ArrayList<>();
    asking.forEach(one -> ids.add(id(one.join())));
    await()
        .untilAsserted(
            () -> assertThat(ids).allSatisfy(id -> assertThat(events(id)).contains("OFFERED")));

    JsonNode question = fetched(PAYMENTS, "2104");
    assertThat(open("2104")).hasSize(1);
    assertThat(answer(question, PAID).statusCode()).isEqualTo(200);

    assertThat(ids)
        .hasSize(12)
        .doesNotHaveDuplicates()
        .allSatisfy(
            id -> {
              assertThat(inquiry(id).get("outcome").textValue()).isEqualTo("ANSWERED");
              assertThat(events(id)).containsExactly("ACCEPTED", "OFFERED", "SENT", "ENDED");
            });
    assertThat(open("2104")).isEmpty();
  }

  @Test
  void whoAsksTheSameAfterItIsAnsweredAsksAnew() {
    id(ask(PAYMENTS, newKey(), "", "2105"));
    JsonNode first = fetched(PAYMENTS, "2105");
    answer(first, NONE);

    id(ask(PAYMENTS, newKey(), "", "2105"));

    assertThat(fetched(PAYMENTS, "2105").get("id")).isNotEqualTo(first.get("id"));
  }

  @Test
  void theSameAnswerAgainHasTheSameResultAndAnotherIsRefusedAndKept() {
    String id = id(ask(PAYMENTS, newKey(), "", "2106"));
    JsonNode question = fetched(PAYMENTS, "2106");
    answer(question, PAID);

    HttpResponse<String> again = answer(question, PAID.replace("\n", " "));
    HttpResponse<String> other = answer(question, NONE);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(hub.read(other).get("code").textValue()).isEqualTo("RK-1331");
    assertThat(inquiry(id).get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(events(id)).endsWith("ENDED", "REPLY_DUPLICATE", "REPLY_DIFFERENT");
    assertThat(held(id)).isEqualTo(1);
  }

  @Test
  void whatComesAfterTheDeadlineIsKeptAndNeverDelivered() {
    String id = id(ask(PAYMENTS, newKey(), "", "2107"));
    JsonNode question = fetched(PAYMENTS, "2107");
    clock.goTo(clock.instant().plus(Duration.ofDays(4)));
    housekeeping.deadlines();
    assertThat(inquiry(id).get("outcome").textValue()).isEqualTo("EXPIRED");
    assertThat(open("2107")).isEmpty();

    HttpResponse<String> late = answer(question, PAID);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(hub.read(late).get("code").textValue()).isEqualTo("RK-1332");
    assertThat(inquiry(id).get("outcome").textValue()).isEqualTo("EXPIRED");
    assertThat(inquiry(id).has("reply")).isFalse();
    assertThat(events(id)).endsWith("ENDED", "REPLY_LATE");
    assertThat(held(id)).isEqualTo(1);
    id(ask(PAYMENTS, newKey(), "", "2107"));
    assertThat(fetched(PAYMENTS, "2107").get("id")).isNotEqualTo(question.get("id"));
  }

  @Test
  void whoCancelsLeavesTheOthersTheirAnswer() {
    String given = id(ask(PAYMENTS, newKey(), "", "2108"));
    await().untilAsserted(() -> assertThat(events(given)).contains("OFFERED"));
    String kept = id(ask(PAYMENTS, newKey(), "", "2108"));
    JsonNode question = fetched(PAYMENTS, "2108");
    await().untilAsserted(() -> assertThat(events(kept)).contains("SENT"));
    post("tax", "/api/v1/inquiries/" + given + "/cancel", null, "{\"reason\": \"by mistake\"}");

    assertThat(answer(question, NONE).statusCode()).isEqualTo(200);

    assertThat(inquiry(given).get("outcome").textValue()).isEqualTo("CANCELLED");
    assertThat(events(given)).endsWith("REPLY_AFTER_CANCEL");
    assertThat(inquiry(kept).get("outcome").textValue()).isEqualTo("NO_DATA");
  }

  @Test
  void theOwnersAnswerIsHeldAgainstWhatWasAsked() {
    String id = id(ask(PAYMENTS, newKey(), "", "2109"));
    JsonNode question = fetched(PAYMENTS, "2109");

    assertThat(pointers(answer(question, PAID.replace("12000", "12001"))))
        .containsExactly("/reply/instalments/0/assessed");
    assertThat(pointers(answer(question, PAID.replace("\"unpaid\": 5000,", ""))))
        .containsExactly("/reply/instalments/0/unpaid");
    assertThat(
            pointers(
                answer(
                    question,
                    "{\"result\": \"NONE\", \"residentNumber\": \"2110\", \"year\": 2025}")))
        .containsExactly("/reply/residentNumber", "/reply/year");
    assertThat(inquiry(id).get("state").textValue()).isEqualTo("SENT");
  }

  /** In the answer, in the sealed event, and in what the person is told. */
  @Test
  void whatOneWhoAsksKeepsFromViewIsKeptForAllWhoAsk() {
    List<String> ids = askedBoth("2118");

    answer(fetched(PAYMENTS, "2118"), PAID);

    assertThat(ids).allSatisfy(this::isKeptFromView);
    assertThat(disclosedAsKept("2118")).containsExactly(true, true);
  }

  @Test
  void whatTheOwnerKeepsFromViewIsKeptForAllWhoAsk() {
    List<String> ids =
        List.of(
            id(ask(DECLARATIONS, newKey(), "", "2119")),
            id(ask(DECLARATIONS, newKey(), "", "2119")));
    await()
        .untilAsserted(
            () -> assertThat(ids).allSatisfy(id -> assertThat(events(id)).contains("OFFERED")));

    answer(fetched(DECLARATIONS, "2119"), "{\"result\": \"NONE\", \"nonDisclosable\": true}");

    assertThat(ids).allSatisfy(this::isKeptFromView);
    assertThat(disclosedAsKept("2119")).containsExactly(true, true);
  }

  @Test
  void whoWantedItKeptFromViewMayHaveEndedAndTheOwnerMaySayNo() {
    List<String> ids = askedBoth("2120");
    JsonNode question = fetched(PAYMENTS, "2120");
    assertThat(question.at("/payload/nonDisclosable").booleanValue()).isTrue();
    post("tax", "/api/v1/inquiries/" + ids.get(1) + "/cancel", null, "{\"reason\": \"moot\"}");

    answer(question, "{\"result\": \"NONE\", \"nonDisclosable\": false}");

    isKeptFromView(ids.get(0));
    assertThat(disclosedAsKept("2120")).containsExactly(true, true);
  }

  /** One who does not keep it from view, and then one who does. */
  private List<String> askedBoth(String resident) {
    String open = id(ask(PAYMENTS, newKey(), "", resident));
    await().untilAsserted(() -> assertThat(events(open)).contains("OFFERED"));
    String kept =
        id(
            post(
                "tax",
                QUESTIONS + "/" + PAYMENTS,
                newKey(),
                payload(resident).replace("false", "true")));
    await().untilAsserted(() -> assertThat(events(kept)).contains("OFFERED"));
    return List.of(open, kept);
  }

  private void isKeptFromView(String id) {
    assertThat(inquiry(id).at("/reply/nonDisclosable").booleanValue()).isTrue();
    assertThat(
            jdbc.sql("select detail from event where inquiry_id = ? and what = 'ENDED'")
                .param(id)
                .query(String.class)
                .single())
        .endsWith("; nonDisclosable");
  }

  private List<Boolean> disclosedAsKept(String resident) {
    HttpResponse<String> told =
        post(
            "auditor",
            "/api/v1/disclosures",
            null,
            "{\"residentNumber\": \"%s\", \"reason\": \"request 11\"}".formatted(resident));
    List<Boolean> kept = new ArrayList<>();
    hub.read(told)
        .get("items")
        .forEach(item -> kept.add(item.get("nonDisclosable").booleanValue()));
    return kept;
  }

  @Test
  void nobodyButTheOwnerSeesOrAnswersIt() {
    String id = id(ask(PAYMENTS, newKey(), "", "2111"));
    JsonNode question = fetched(PAYMENTS, "2111");
    String path = QUESTIONS + "/" + question.get("id").textValue() + "/answer";
    String body = "{\"reply\": " + NONE + "}";

    assertThat(hub.get("tax", QUESTIONS + "?state=OPEN").statusCode()).isEqualTo(403);
    assertThat(post("tax", path, null, body).statusCode()).isEqualTo(403);
    for (String staff : new String[] {"operator", "releaser", "auditor", "admin"}) {
      assertThat(hub.get(staff, QUESTIONS + "?state=OPEN").statusCode()).isEqualTo(403);
      assertThat(post(staff, path, null, body).statusCode()).isEqualTo(403);
      assertThat(hub.get(staff, "/api/v1/inquiries/" + id).body()).doesNotContain("2111");
    }
    assertThat(hub.get("caller", "/api/v1/inquiries/" + id).statusCode()).isEqualTo(404);
    assertThat(post("caller", QUESTIONS + "/" + PAYMENTS, newKey(), payload("2111")).statusCode())
        .as("the owner asks itself")
        .isEqualTo(403);
    assertThat(post("caller", QUESTIONS + "/none/answer", null, body).statusCode()).isEqualTo(404);
  }

  @Test
  void aFlowOfAnotherPatternHasAnotherDoor() {
    assertThat(
            post("caller", QUESTIONS + "/" + HubClient.FLOW, newKey(), payload("2112"))
                .statusCode())
        .isEqualTo(404);
    HttpResponse<String> inquired =
        post(
            "tax",
            "/api/v1/inquiries",
            newKey(),
            payload("2112").replaceFirst("\\{", "{\"flow\": \"" + PAYMENTS + "\", "));
    assertThat(inquired.statusCode()).isEqualTo(422);
    assertThat(inquired.body()).contains("asked at /api/v1/questions/" + PAYMENTS);
  }

  @Test
  void theSameKeyIsTheSameQuestion() {
    String key = newKey();
    String id = id(ask(PAYMENTS, key, "", "2113"));

    assertThat(id(ask(PAYMENTS, key, "", "2113"))).isEqualTo(id);
    assertThat(ask(PAYMENTS, key, "", "2114").statusCode()).isEqualTo(409);
    assertThat(post("tax", QUESTIONS + "/" + PAYMENTS, null, payload("2113")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anAnswerCompletesTheCasesOfAllWhoAsked() {
    List<String> cases = List.of("Q-2116-1", "Q-2116-2");
    for (String each : cases) {
      String asked = payload("2116").replaceFirst("\\{", "{\"case\": \"" + each + "\", ");
      id(post("tax", QUESTIONS + "/" + PAYMENTS, newKey(), asked));
      HttpRequest.Builder sealed =
          hub.request("tax", "/api/v1/cases/" + each)
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString("{\"sealed\": true}"));
      assertThat(hub.send(sealed).statusCode()).isEqualTo(200);
      assertThat(completed(each)).isFalse();
    }
    await().until(() -> askers("2116") == 2);

    answer(fetched(PAYMENTS, "2116"), NONE);

    assertThat(cases).allMatch(this::completed);
  }

  private boolean completed(String name) {
    return hub.read(hub.get("tax", "/api/v1/cases/" + name)).hasNonNull("completed");
  }

  /** How many ask the one open question about a resident. */
  private int askers(String resident) {
    String question = fetched(PAYMENTS, resident).get("id").textValue();
    return jdbc.sql("select count(*) from question_asker where question_id = :id")
        .param("id", question)
        .query(Integer.class)
        .single();
  }

  @Test
  void afterRetentionNothingIsLeftOfIt() {
    String id = id(ask(PAYMENTS, newKey(), "", "2115"));
    JsonNode question = fetched(PAYMENTS, "2115");
    answer(question, NONE);
    clock.goTo(clock.instant().plus(Duration.ofDays(100)));

    retention.purge();

    assertThat(answer(question, NONE).statusCode()).isEqualTo(410);
    for (String table : new String[] {"question where id", "question_open where question_id"}) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " = :id")
                  .param("id", id)
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  private HttpResponse<String> ask(String flow, String key, String query, String resident) {
    return post("tax", QUESTIONS + "/" + flow + query, key, payload(resident));
  }

  private static String payload(String resident) {
    return """
    {"payload": {"residentNumber": "%s", "year": 2026, "nonDisclosable": false}}"""
        .formatted(resident);
  }

  private HttpResponse<String> answer(JsonNode question, String reply) {
    return post(
        "caller",
        QUESTIONS + "/" + question.get("id").textValue() + "/answer",
        null,
        "{\"reply\": " + reply + "}");
  }

  private HttpResponse<String> post(String user, String path, String key, String body) {
    HttpRequest.Builder request =
        hub.request(user, path).header("Content-Type", "application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return hub.send(request.POST(BodyPublishers.ofString(body)));
  }

  private JsonNode fetched(String flow, String resident) {
    await().until(() -> !open(resident).isEmpty());
    JsonNode question = open(resident).get(0);
    assertThat(question.get("flow").textValue()).isEqualTo(flow);
    return question;
  }

  private List<JsonNode> open(String resident) {
    List<JsonNode> found = new ArrayList<>();
    hub.read(hub.get("caller", QUESTIONS + "?state=OPEN&limit=500"))
        .get("items")
        .forEach(
            item -> {
              if (item.at("/payload/residentNumber").textValue().endsWith(resident)) {
                found.add(item);
              }
            });
    return found;
  }

  private String id(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return hub.read(response).get("id").textValue();
  }

  private JsonNode inquiry(String id) {
    return hub.read(hub.get("tax", "/api/v1/inquiries/" + id));
  }

  private List<String> events(String id) {
    List<String> events = new ArrayList<>();
    hub.read(hub.get("tax", "/api/v1/inquiries/" + id + "/events"))
        .get("items")
        .forEach(event -> events.add(event.get("what").textValue()));
    return events;
  }

  private int held(String id) {
    return jdbc.sql("select count(*) from held_reply where inquiry_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private List<String> pointers(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1213");
    List<String> pointers = new ArrayList<>();
    hub.read(refused)
        .get("faults")
        .forEach(fault -> pointers.add(fault.get("pointer").textValue()));
    return pointers;
  }
}
