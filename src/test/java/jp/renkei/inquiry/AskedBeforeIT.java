package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.renkei.flow.AskingTwice;
import jp.renkei.flow.AskingTwice.Then;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.ProviderTables;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.TestSubjects;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.SearchKeys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking twice without wanting to (二重照会), and asking again on purpose (二次照会). */
@HubTest
class AskedBeforeIT {

  private static final String FLOW = "collection.receiving-account";

  @Autowired private HubClient hub;
  @Autowired private Catalogue catalogue;
  @Autowired private MessageKinds kinds;
  @Autowired private LedgerReader reader;
  @Autowired private SearchKeys hashes;
  @Autowired private ObjectMapper json;

  @Test
  void theSameQuestionUnderAnotherKeyIsAskedWithAWarning() {
    String key = newKey();
    JsonNode first = post(key, account("901"));
    JsonNode second = post(newKey(), account("901"));

    assertThat(second.get("repeats")).isEqualTo(first.get("id"));
    assertThat(events(second)).contains("ASKED_TWICE");
    assertThat(first.has("repeats")).isFalse();
    assertThat(post(key, account("901")).get("id")).isEqualTo(first.get("id"));
    assertThat(post(newKey(), account("902")).has("repeats")).isFalse();
  }

  /** A ward stands for its city: it is the one that is asked that counts. */
  @Test
  void anotherProviderIsAskedAnotherQuestion() {
    JsonNode first = post(newKey(), benefits("271411"));

    assertThat(post(newKey(), benefits("131121")).has("repeats")).isFalse();
    assertThat(post(newKey(), benefits("271403")).get("repeats")).isEqualTo(first.get("id"));
  }

  @Test
  void aFlowMayRefuseItOrHandTheEarlierBack() {
    String key = newKey();
    JsonNode first = post(key, account("903"));

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> check("903", newKey(), Then.REFUSE, "nhi", null));
    assertThat(refused.problem()).isEqualTo(Problem.ASKED_BEFORE);
    assertThatThrownBy(() -> check("903", newKey(), Then.EARLIER, "nhi", null))
        .isInstanceOfSatisfying(
            HandedBack.class,
            handed -> assertThat(handed.earlier().id()).isEqualTo(first.get("id").textValue()));
  }

  @Test
  void aRepetitionAnotherCallerAndAskingAgainAreNoSecondQuestion() {
    String key = newKey();
    JsonNode first = post(key, account("904"));

    assertThat(check("904", key, Then.REFUSE, "nhi", null).asked().repeats()).isNull();
    assertThat(check("904", newKey(), Then.REFUSE, "tax", null).asked().repeats())
        .isEqualTo(first.get("id").textValue());
    assertThat(
            check("904", newKey(), Then.REFUSE, "nhi", first.get("id").textValue())
                .asked()
                .repeats())
        .isNull();
  }

  @Test
  void whatIsAskedAgainSupersedesTheFirstAndIsAskedOnce() {
    hub.mock("replies", "[{\"subject\": \"905\", \"outcome\": \"NOT_IDENTIFIED\"}]");
    String caseId = "again-" + newKey().substring(0, 8);
    JsonNode first =
        hub.read(hub.post(newKey(), "20s", hub.inquiry("905").put("case", caseId).toString()));
    assertThat(first.get("outcome").textValue()).isEqualTo("NOT_IDENTIFIED");
    hub.mock("replies", "[]");

    JsonNode told = again(caseId);
    JsonNode second = told.get("items").get(0);

    assertThat(second.get("supersedes")).isEqualTo(first.get("id"));
    assertThat(second.get("number")).isNotEqualTo(first.get("number"));
    assertThat(events(first)).contains("ASKED_AGAIN");
    JsonNode ended =
        hub.read(
            hub.get("caller", "/api/v1/inquiries/" + second.get("id").textValue() + "?wait=20s"));
    assertThat(ended.get("outcome").textValue()).isIn("ANSWERED", "NO_DATA");
    assertThat(again(caseId).get("items").findValuesAsText("supersedes"))
        .doesNotContain(first.get("id").textValue());
  }

  private JsonNode again(String caseId) {
    String body = "{\"reason\": \"linked now\", \"filter\": {\"case\": \"%s\"}}";
    return hub.read(
        hub.send(
            hub.request("operator", "/api/v1/inquiries:again")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.formatted(caseId)))));
  }

  @Test
  void anotherCasesInquiryIsNotHandedBack() {
    JsonNode first = post(newKey(), account("906"));

    assertThat(check("906", newKey(), Then.EARLIER, "nhi", "another-case", null).asked().repeats())
        .isEqualTo(first.get("id").textValue());
  }

  private ValidInquiry check(
      String resident, String key, Then then, String caller, String supersedes) {
    return check(resident, key, then, caller, null, supersedes);
  }

  private ValidInquiry check(
      String resident, String key, Then then, String caller, String caseId, String supersedes) {
    Flow flow = catalogue.flow(FLOW).orElseThrow();
    Flow ruled =
        new Flow(
            flow.id(),
            flow.area(),
            flow.place(),
            flow.title(),
            flow.pattern(),
            flow.agency(),
            flow.otherAgencies(),
            flow.kind(),
            flow.deadline(),
            flow.retention(),
            flow.specificPersonalInformation(),
            flow.individualNumber(),
            flow.purpose(),
            flow.legalBasis(),
            flow.permitted(),
            new AskingTwice(Duration.ofDays(1), then),
            flow.inCity(),
            flow.characters(),
            flow.validity(),
            flow.example());
    Submission submission =
        new Submission(
            caller,
            ruled,
            key,
            caseId,
            null,
            account(resident).get("payload"),
            Lane.SINGLE,
            supersedes);
    return new AskedBefore(reader, hashes)
        .check(
            new Validate(
                    kinds,
                    new IndividualNumberGuards(kinds),
                    TestSubjects.refusedIn("test", "1"),
                    new WhomToAsk(new Catalogue(List.of(), List.of(), ProviderTables.NONE)),
                    Clock.systemUTC())
                .validate(submission));
  }

  private ObjectNode account(String resident) {
    return about(resident, FLOW);
  }

  private ObjectNode benefits(String provider) {
    ObjectNode body = about("907", "benefits.insurer-benefits");
    body.withObject("/payload").put("provider", provider);
    return body;
  }

  private ObjectNode about(String resident, String flow) {
    ObjectNode body = json.createObjectNode().put("flow", flow);
    ObjectNode payload = catalogue.flow(flow).orElseThrow().example().deepCopy();
    body.set("payload", payload.put("residentNumber", resident));
    return body;
  }

  private JsonNode post(String key, ObjectNode body) {
    return hub.read(hub.post(key, null, body.toString()));
  }

  private List<String> events(JsonNode inquiry) {
    return hub.read(
            hub.get("caller", "/api/v1/inquiries/" + inquiry.get("id").textValue() + "/events"))
        .get("items")
        .findValuesAsText("what");
  }
}
