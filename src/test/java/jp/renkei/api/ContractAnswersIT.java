package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.Paperwork;
import jp.renkei.hub.Paperwork.Asked;
import jp.renkei.routing.https.AccountInquiries;
import jp.renkei.routing.https.RegistryInquiries;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the contract says may come does come. That nothing else comes is seen by the {@link
 * HubClient}, in every test that uses it.
 */
@HubTest
class ContractAnswersIT {

  private static final String INQUIRIES = "/api/v1/inquiries";
  private static final String AGENCIES = "/api/v1/agencies";
  private static final String EVENTS = "/api/v1/events";
  private static final String DISCLOSURES = "/api/v1/disclosures";
  private static final String QUESTIONS = "/api/v1/questions";
  private static final String CASES = "/api/v1/cases/";
  private static final String REASON = "{\"reason\": \"because\"}";

  private final Contract contract = new Contract();
  private final Set<String> seen = new TreeSet<>();

  @Autowired private HubClient hub;
  @Autowired private CamelContext camel;
  @Autowired private JdbcClient jdbc;

  /**
   * All but failures of the hub itself: 500, and 503 where nothing is wrong here. No flow of the
   * catalogue refuses what was asked before, and none leaves its caller an item too few:
   * AskedBeforeIT and PermittedItemsIT see that. RefusalEventsIT sees failed logins, CallerSharesIT
   * shares, OpenRequestsIT what is open at once, BatchDoorIT batches that break off or are too
   * large, and ValidateTest the test subjects that only production refuses.
   */
  @Test
  void everyAnswerThatIsToldIsGiven() {
    Set<String> told = new TreeSet<>();
    contract.operations().forEach(operation -> told.addAll(operation.answers()));
    told.removeIf(
        answer ->
            answer.matches(
                ".* (500 RK-1502|503 .*|409 RK-1305|403 RK-1107|422 RK-1222|429 RK-14(02|03|11))"
                    + "|POST /api/v1/questions/\\{flow} (422 RK-1201|409 RK-1321)"
                    + "|.*:batch 4(00 RK-1001|13 RK-1401)"));

    postAll();
    postBatches();
    readAll();
    readTheRest();
    actOnInquiries();
    actOnAgencies();
    callBack();
    answerOnPaper();
    lookInside();
    disclose();
    askAnOwner();
    declareCases();

    assertThat(seen).isEqualTo(told).hasSizeGreaterThan(40);
  }

  @Test
  void tellsWhenToRepeatWhereAFlowIsStopped() throws Exception {
    camel.getRouteController().suspendRoute(HubClient.FLOW);
    try {
      HttpResponse<String> response = hub.post(newKey(), null, hub.inquiry("530").toString());

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    } finally {
      camel.getRouteController().resumeRoute(HubClient.FLOW);
    }
  }

  @Test
  void theExamplesOfInquiriesAreAnswered() {
    JsonNode examples =
        contract
            .operation("POST", INQUIRIES)
            .orElseThrow()
            .node()
            .at("/requestBody/content/application~1json/examples");

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(
                        hub.read(hub.post(newKey(), "20s", example.get("value").toString()))
                            .get("outcome")
                            .textValue())
                    .isEqualTo("ANSWERED"));
  }

  @Test
  void theExamplesOfFlowsAreTheCatalogues() {
    String content = "/responses/200/content/application~1json/examples";
    JsonNode listed = operation("/api/v1/flows").at(content + "/flows/value");
    ObjectNode whole = operation("/api/v1/flows/some").at(content + "/flow/value").deepCopy();

    assertThat(listed).isNotEmpty();
    assertThat(hub.read(hub.get("caller", "/api/v1/flows"))).containsAll(listed);
    String path = "/api/v1/flows/" + whole.get("id").textValue();
    ObjectNode flow = hub.read(hub.get("caller", path)).deepCopy();
    JsonNode schema = flow.remove("payloadSchema");
    assertThat(schema.properties()).containsAll(whole.remove("payloadSchema").properties());
    JsonNode keyed = flow.remove("keyedSchema");
    assertThat(keyed.properties()).containsAll(whole.remove("keyedSchema").properties());
    assertThat(flow).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({"minimum, 0, 200", "minimum, -1, 400", "maximum, 0, 200", "maximum, 1, 400"})
  void theLimitsOfAPageAreTheHubs(String bound, int beyond, int status) {
    JsonNode limit =
        contract.operation("GET", INQUIRIES).orElseThrow().parameters().stream()
            .filter(parameter -> parameter.get("name").textValue().equals("limit"))
            .findFirst()
            .orElseThrow()
            .get("schema");

    assertThat(
            hub.get("caller", INQUIRIES + "?limit=" + (limit.get(bound).intValue() + beyond))
                .statusCode())
        .isEqualTo(status);
  }

  private void postAll() {
    String key = newKey();
    see(post("caller", key, "", hub.inquiry("531").toString()));
    see(post("caller", newKey(), "?wait=20s", hub.inquiry("532").toString()));
    see(post("caller", key, "", hub.inquiry("533").toString()));
    see(post("caller", newKey(), "", "[]"));
    see(post("caller", "a b", "", hub.inquiry("534").toString()));
    see(post("caller", newKey(), "?wait=soon", hub.inquiry("534").toString()));
    see(post(null, newKey(), "", hub.inquiry("534").toString()));
    see(post("operator", newKey(), "", hub.inquiry("534").toString()));
    see(post("tax", newKey(), "", hub.inquiry("534").toString()));
    see(post("caller", newKey(), "", hub.inquiry("534").toString()).header("Accept", "text/csv"));
    see(post("caller", newKey(), "", " ".repeat(64 * 1024) + hub.inquiry("534")));
    see(post("caller", newKey(), "", "x").setHeader("Content-Type", "text/plain"));
    see(refused("flow", "assessment.none"));
    see(refused("urgent", "yes"));
    see(refused("payload", null));
    see(refused("case", "not a case"));
    see(refused("deadline", "P4000D"));
    ObjectNode unwished = AccountInquiries.body("537");
    ((ObjectNode) unwished.get("payload")).put("wish", false);
    see(post("caller", newKey(), "", unwished.toString()));
    see(post("caller", newKey(), "", askedOf("271004")));
    see(post("caller", newKey(), "", askedOf("99999")));
    ObjectNode slipped = AccountInquiries.body("537");
    ((ObjectNode) slipped.get("payload")).put("nameKana", "ヤマダ123456789018");
    see(post("caller", newKey(), "", slipped.toString()));
    ObjectNode nameless = RegistryInquiries.byItems("538", "○○市1番");
    ((ObjectNode) nameless.get("payload")).put("name", "\uDB40\uDD00");
    see(post("caller", newKey(), "", nameless.toString()));
  }

  private void postBatches() {
    Batch batch = new Batch(hub);
    BodyPublisher lines = BodyPublishers.ofString(batch.line(newKey(), "545"));
    see(batch.request("caller").POST(lines));
    see(batch.request("operator").POST(lines));
    see(batch.request(null).POST(lines));
    see(batch.request("caller").header("Accept", "text/csv").POST(lines));
    see(batch.request("caller").setHeader("Content-Type", "text/plain").POST(lines));
  }

  private void readAll() {
    String mine =
        INQUIRIES
            + "/"
            + hub.read(hub.post(newKey(), null, hub.inquiry("535").toString()))
                .get("id")
                .textValue();
    for (String path :
        new String[] {INQUIRIES, mine, mine + "/events", "/api/v1/flows", flow(HubClient.FLOW)}) {
      see(get("caller", path));
      see(get(null, path));
      see(get("agency", path));
      see(get("caller", path).header("Accept", "text/csv"));
    }
    see(get("caller", INQUIRIES + "?limit=0"));
    see(get("caller", mine + "?wait=soon"));
    for (String path : new String[] {INQUIRIES + "/%s", INQUIRIES + "/%s/events", flow("%s")}) {
      see(get("caller", path.formatted("none")));
      see(get("caller", path.formatted("no;ne")));
    }
  }

  private void callBack() {
    AccountInquiries accounts = new AccountInquiries(hub);
    String mine = "/callbacks/digital-agency/" + accounts.ask("12345679").get("number").textValue();
    see(act("agency", mine, "{}"));
    see(act("agency", mine + "x", "{}"));
    see(act("agency", "/callbacks/digital-agency/no;ne", "{}"));
    see(act("agency", mine, " ".repeat(65_537)));
    see(act("agency", mine, "x").setHeader("Content-Type", "text/plain"));
    see(act("caller", mine, "{}"));
    see(act(null, mine, "{}"));
  }

  private static String askedOf(String provider) {
    return """
        {"flow": "assessment.municipality-tax", "payload": {"residentNumber": "0012345678",
         "taxYear": 2026, "provider": "%s", "nonDisclosable": false}}
        """
        .formatted(provider);
  }

  private void actOnInquiries() {
    String ended =
        INQUIRIES
            + "/"
            + hub.read(hub.post(newKey(), "20s", hub.inquiry("537").toString()))
                .get("id")
                .textValue();
    for (String act : new String[] {"/cancel", "/replay"}) {
      refuseAll(ended + act, INQUIRIES + "/none" + act);
      see(act("admin", ended + act, REASON));
    }
    for (String act : new String[] {"/legal-hold", "/legal-hold/lift"}) {
      refuseAll("admin", ended + act, INQUIRIES + "/none" + act);
      see(act("admin", ended + act, REASON));
    }
    refuseAll(INQUIRIES + ":replay", null);
    see(act("operator", INQUIRIES + ":replay", REASON.replace("}", ", \"dryRun\": true}")));
    refuseAll(INQUIRIES + ":again", null);
    String filter = ", \"filter\": {\"case\": \"none\"}}";
    see(act("operator", INQUIRIES + ":again", REASON.replace("}", filter)));
    see(
        act(
            "operator",
            INQUIRIES + ":again",
            REASON.replace("}", filter.replace("}}", ", \"outcome\": \"GOOD\"}}"))));
    seeCancelled();
    seeReplayed();
  }

  private void seeCancelled() {
    hub.mock("faults", "{\"dropRate\": 1.0}");
    JsonNode open = hub.read(hub.post(newKey(), null, hub.inquiry("538").toString()));
    see(act("caller", INQUIRIES + "/" + open.get("id").textValue() + "/cancel", REASON));
    hub.mock("faults", "{}");
  }

  /** One that failed, whose message is then no longer kept. */
  private void seeReplayed() {
    hub.mock("faults", "{\"dropRate\": 1.0}");
    String id =
        hub.read(hub.post(newKey(), null, hub.inquiry("539").toString())).get("id").textValue();
    for (boolean kept : new boolean[] {true, false}) {
      fail(id, kept);
      see(act("operator", INQUIRIES + "/" + id + "/replay", REASON));
    }
    see(act("admin", INQUIRIES + "/" + id + "/legal-hold", REASON));
    hub.mock("faults", "{}");
    see(act("operator", INQUIRIES + "/" + id + "/cancel", REASON));
  }

  private void fail(String id, boolean kept) {
    jdbc.sql("delete from dispatch where inquiry_id = ?").param(id).update();
    jdbc.sql("delete from open_inquiry where inquiry_id = ?").param(id).update();
    jdbc.sql(
            """
            update inquiry set came_from = state, state = 'ENDED', outcome = 'FAILED',
              ended_at = accepted_at where id = ?""")
        .param(id)
        .update();
    if (!kept) {
      jdbc.sql("delete from payload where inquiry_id = ?").param(id).update();
    }
  }

  private void actOnAgencies() {
    for (String user : new String[] {"caller", "agency", null}) {
      see(get(user, AGENCIES));
    }
    see(get("caller", AGENCIES).header("Accept", "text/csv"));
    for (String act : new String[] {"/pause", "/resume"}) {
      refuseAll(AGENCIES + "/mhlw" + act, AGENCIES + "/none" + act);
      see(act("operator", AGENCIES + "/mhlw" + act, REASON));
    }
  }

  private void answerOnPaper() {
    Paperwork paper = new Paperwork(hub);
    Asked asked = paper.ask("540", null);
    for (String door : new String[] {"/answer", "/answer/confirm"}) {
      refuseAll(INQUIRIES + "/" + asked.id() + door, INQUIRIES + "/none" + door);
    }
    answerByHand(paper);
    String reply = Paperwork.REPLY;
    String id = asked.id();
    see(paper.answer("operator", id, "/answer/confirm", asked.body(reply)));
    see(paper.answer("operator", id, "/answer", asked.body(reply)));
    see(paper.answer("operator", id, "/answer/confirm", asked.body(reply)));
    for (String door : new String[] {"/answer", "/answer/confirm"}) {
      see(paper.answer("admin", id, door, new Asked(id, "SIN-1").body(reply)));
      see(paper.answer("admin", id, door, asked.body("{}")));
    }
    String other = "{\"result\": \"DECLINED\"}";
    see(paper.answer("operator2", id, "/answer/confirm", asked.body(other)));
    see(paper.answer("operator2", id, "/answer/confirm", asked.body(reply)));
    for (String door : new String[] {"/answer", "/answer/confirm"}) {
      see(paper.answer("operator2", id, door, asked.body(reply)));
    }
    Asked purged = paper.ask("542", null);
    paper.key("operator", purged, reply);
    jdbc.sql("delete from payload where inquiry_id = ?").param(purged.id()).update();
    for (String door : new String[] {"/answer", "/answer/confirm"}) {
      see(paper.answer("operator2", purged.id(), door, purged.body(reply)));
    }
  }

  /** What its agency still holds is not answered, and nobody stands in the source of an answer. */
  private void answerByHand(Paperwork paper) {
    hub.mock(
        "replies",
        """
        [{"subject": "541", "outcome": "HELD"}, {"subject": "543", "outcome": "WITHHELD"}]""");
    String held = id(hub.post(newKey(), null, hub.inquiry("541").toString()));
    String withheld = id(hub.post(newKey(), "20s", hub.inquiry("543").toString()));
    hub.mock("replies", "[]");
    String reply =
        """
        {"residentNumber": "543", "period": {"from": "2025-04-01", "to": "2026-11-22"},
         "result": "NO_DATA"}""";
    paper.key("operator", new Asked(withheld, "note 1"), reply);
    for (String door : new String[] {"/answer", "/answer/confirm"}) {
      see(paper.answer("operator2", held, door, new Asked(held, "note 1").body(reply)));
      see(
          paper.answer(
              "operator2", withheld, door, new Asked(withheld, "123456789018").body(reply)));
    }
  }

  private String id(HttpResponse<String> posted) {
    return hub.read(posted).get("id").textValue();
  }

  private void askAnOwner() {
    String door = QUESTIONS + "/collection.city-tax-payment-status";
    String asked =
        "{\"payload\": {\"residentNumber\": \"560\", \"year\": 2026, \"nonDisclosable\": false}}";
    String key = newKey();
    see(question("tax", door, key, asked));
    see(question("tax", door, key, asked.replace("560", "561")));
    see(question("tax", door, "a b", asked));
    see(question("tax", door + "?wait=soon", newKey(), asked));
    see(question("tax", door, newKey(), "[]"));
    see(question(null, door, newKey(), asked));
    see(question("operator", door, newKey(), asked));
    see(question("caller", door, newKey(), asked));
    see(question("tax", QUESTIONS + "/none", newKey(), asked));
    see(question("tax", door, newKey(), asked).header("Accept", "text/csv"));
    see(question("tax", door, newKey(), " ".repeat(64 * 1024) + asked));
    see(question("tax", door, newKey(), "x").setHeader("Content-Type", "text/plain"));
    see(question("tax", door, newKey(), asked.replace("{\"payload", "{\"urgent\": 1, \"payload")));
    see(question("tax", door, newKey(), asked.replace("2026", "26")));
    see(
        question(
            "tax",
            door,
            newKey(),
            asked.replace("{\"payload", "{\"case\": \"not a case\", \"payload")));
    see(
        question(
            "tax",
            door,
            newKey(),
            asked.replace("{\"payload", "{\"deadline\": \"P4000D\", \"payload")));
    await().until(() -> hub.get("caller", QUESTIONS).body().contains("\"560\""));
    see(get("caller", QUESTIONS));
    see(get("caller", QUESTIONS + "?limit=0"));
    see(get("tax", QUESTIONS));
    see(get(null, QUESTIONS));
    see(get("caller", QUESTIONS).header("Accept", "text/csv"));
    answerTheQuestion(hub.read(hub.send(question("tax", door, key, asked))).get("id").textValue());
    see(question("tax", door + "?wait=1s", key, asked));
    String given = hub.read(hub.send(question("tax", door, newKey(), asked))).get("id").textValue();
    await().until(() -> hub.get("caller", QUESTIONS).body().contains("\"560\""));
    hub.send(act("tax", INQUIRIES + "/" + given + "/cancel", REASON));
    see(act("caller", QUESTIONS + "/" + given + "/answer", "{\"reply\": {\"result\": \"NONE\"}}"));
  }

  private void answerTheQuestion(String id) {
    String door = QUESTIONS + "/" + id + "/answer";
    String none = "{\"reply\": {\"result\": \"NONE\"}}";
    see(act(null, door, none));
    see(act("tax", door, none));
    see(act("caller", QUESTIONS + "/none/answer", none));
    see(act("caller", door, "[]"));
    see(act("caller", door, "{}"));
    see(act("caller", door, "{\"urgent\": 1}"));
    see(act("caller", door, none.replace("NONE", "FOUND")));
    see(act("caller", door, " ".repeat(64 * 1024) + none));
    see(act("caller", door, none).setHeader("Content-Type", "text/plain"));
    see(act("caller", door, none).header("Accept", "text/csv"));
    see(act("caller", door, none));
    see(act("caller", door, none.replace("}}", ", \"year\": 2026}}")));
    jdbc.sql("delete from payload where inquiry_id = ?").param(id).update();
    see(act("caller", door, none));
  }

  private HttpRequest.Builder question(String user, String path, String key, String body) {
    return hub.request(user, path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  private void lookInside() {
    String mine =
        INQUIRIES
            + "/"
            + hub.read(hub.post(newKey(), null, hub.inquiry("543").toString()))
                .get("id")
                .textValue();
    String why = "/payload?reason=because";
    see(get("auditor", mine + why));
    see(get("auditor", mine + "/payload"));
    see(get("auditor", mine + "/payload?reason=1234-5678-9018"));
    see(get("auditor", mine + why).header("Accept", "text/csv"));
    see(get("operator", mine + why));
    see(get(null, mine + why));
    see(get("auditor", INQUIRIES + "/none" + why));
    jdbc.sql("delete from payload where inquiry_id = ?")
        .param(mine.substring(INQUIRIES.length() + 1))
        .update();
    see(get("caller", mine + why));
  }

  private void disclose() {
    refuseAll("auditor", DISCLOSURES, null);
    see(act("operator", DISCLOSURES, REASON));
    see(act("auditor", DISCLOSURES, REASON.replace("}", ", \"residentNumber\": \"544\"}")));
  }

  private void declareCases() {
    String mine = CASES + "contract";
    String expects = "{\"expects\": [\"%s\"]}";
    see(put("caller", mine, "{\"sealed\": true}"));
    see(post("caller", newKey(), "", hub.inquiry("545").put("case", "contract").toString()));
    see(put("caller", mine, "{\"sealed\": false}"));
    see(put("caller", mine, expects.formatted("assessment.none")));
    see(put("tax", mine, expects.formatted(HubClient.FLOW)));
    see(put("caller", mine, "{\"sealed\": 1}"));
    see(put("caller", mine, "{\"closed\": true}"));
    see(put("caller", mine, "[]"));
    see(put("caller", CASES + "not%20a%20case", "{}"));
    see(put("caller", mine, " ".repeat(64 * 1024) + "{}"));
    see(put("caller", mine, "x").setHeader("Content-Type", "text/plain"));
    see(put("caller", mine, "{}").header("Accept", "text/csv"));
    see(put("operator", mine, "{}"));
    see(put(null, mine, "{}"));
    see(get("caller", mine));
    see(get("operator", mine));
    see(get("agency", mine));
    see(get(null, mine));
    see(get("caller", mine).header("Accept", "text/csv"));
    see(get("caller", CASES + "none"));
    see(get("caller", CASES + "no;ne"));
  }

  private HttpRequest.Builder put(String user, String path, String body) {
    return hub.request(user, path)
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(body));
  }

  private void refuseAll(String path, String unknown) {
    refuseAll("operator", path, unknown);
  }

  /** What every act refuses alike. */
  private void refuseAll(String user, String path, String unknown) {
    see(act(null, path, REASON));
    see(act("auditor", path, REASON));
    see(act(user, path, "[]"));
    see(act(user, path, "{}"));
    see(act(user, path, "{\"reason\": \"because of 1234-5678-9018\"}"));
    see(act(user, path, "{\"reason\": \"r\", \"urgent\": 1}"));
    see(act(user, path, " ".repeat(64 * 1024) + REASON));
    see(act(user, path, REASON).setHeader("Content-Type", "text/plain"));
    see(act(user, path, REASON).header("Accept", "text/csv"));
    if (unknown != null) {
      see(act(user, unknown, REASON));
    }
  }

  private HttpRequest.Builder act(String user, String path, String body) {
    return hub.request(user, path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private void readTheRest() {
    for (String path : new String[] {"", "/export", "/verify"}) {
      see(get("auditor", EVENTS + path));
      see(get("operator", EVENTS + path));
      see(get(null, EVENTS + path));
      see(get("auditor", EVENTS + path).header("Accept", "text/csv"));
    }
    see(get("auditor", EVENTS + "?from=soon"));
    see(get("auditor", EVENTS + "/export?fromBlock=0"));
    for (String path : new String[] {"/api/v1/openapi.yaml", "/api/v1/openapi.html"}) {
      see(get("operator", path));
      see(get(null, path));
      see(get("agency", path));
      see(get("operator", path).header("Accept", "text/csv"));
    }
    contract
        .operation("GET", "/api/v1/openapi/some")
        .orElseThrow()
        .parameters()
        .get(0)
        .at("/schema/enum")
        .forEach(name -> assertThat(see(get("auditor", file(name.textValue())))).isEqualTo(200));
    see(get(null, file("page.js")));
    see(get("agency", file("page.js")));
    see(get("admin", file("none")));
    see(get("admin", file("no;ne")));
    for (String path : new String[] {"", "/liveness", "/readiness"}) {
      see(get(null, "/actuator/health" + path));
      see(get(null, "/actuator/health" + path).header("Accept", "application/json"));
      see(get(null, "/actuator/health" + path).header("Accept", "text/csv"));
    }
  }

  private HttpRequest.Builder refused(String field, String value) {
    ObjectNode body = hub.inquiry("536");
    if (value == null) {
      ((ObjectNode) body.get(field)).put("birthDate", "19800510");
    } else {
      body.put(field, value);
    }
    return post("caller", newKey(), "", body.toString());
  }

  private HttpRequest.Builder get(String user, String path) {
    return hub.request(user, path).GET();
  }

  private HttpRequest.Builder post(String user, String key, String query, String body) {
    return hub.request(user, INQUIRIES + query)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  private int see(HttpRequest.Builder request) {
    HttpRequest whole = request.copy().build();
    HttpResponse<String> response = hub.send(request);
    seen.add(
        contract.operation(whole.method(), whole.uri().getPath()).orElseThrow().answer(response));
    return response.statusCode();
  }

  private JsonNode operation(String path) {
    return contract.operation("GET", path).orElseThrow().node();
  }

  private static String flow(String id) {
    return "/api/v1/flows/" + id;
  }

  private static String file(String name) {
    return "/api/v1/openapi/" + name;
  }
}
