package jp.renkei.inquiry.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.Paperwork;
import jp.renkei.hub.Paperwork.Asked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An inquiry on paper, from its letter to the answer that two people keyed in. */
@HubTest
class PaperIT {

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  private Paperwork paper;

  @BeforeEach
  void take() {
    paper = new Paperwork(hub);
  }

  @Test
  void aLetterIsWrittenWithTheVendorsFileAndTheEndFile() throws Exception {
    Asked asked = paper.ask("910", null);

    assertThat(Files.readString(file(asked, ".html")))
        .contains("髙﨑 \uD842\uDFB7子 様", asked.number(), "見本 demo");
    assertThat(Files.readString(file(asked, ".csv"), VendorText.CP932))
        .contains("\"髙﨑 〓子\"", "\"" + asked.number() + "\"", "\"U+20BB7\"");
    assertThat(Files.readString(file(asked, ".ok")))
        .contains(asked.number() + ".html,1,", asked.number() + ".csv,1,");
    assertThat(whats(asked)).containsExactly("ACCEPTED", "DOCUMENT_NUMBERED", "SENT");
  }

  @Test
  void whatTwoPeopleKeyInAlikeIsTheAnswer() {
    Asked asked = paper.ask("911", null);

    assertThat(paper.key("operator", asked, Paperwork.REPLY).statusCode()).isEqualTo(200);
    assertThat(paper.state(asked.id())).isEqualTo("SENT");
    HttpResponse<String> confirmed = paper.confirm("operator2", asked, Paperwork.REPLY);

    assertThat(hub.read(confirmed).get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(confirmed.body()).doesNotContain("reply");
    JsonNode ended = hub.read(hub.get("caller", Paperwork.path(asked.id()) + "?wait=5s"));
    assertThat(ended.at("/reply/totalIncome").longValue()).isEqualTo(1_200_000);
    assertThat(ended.at("/reply/residentNumber").textValue()).isEqualTo("911");
    JsonNode events = paper.events(asked.id());
    assertThat(whats(asked)).endsWith("SENT", "ANSWER_KEYED", "ANSWER_CONFIRMED", "ENDED");
    assertThat(events.get(3).get("who").textValue()).isEqualTo("operator");
    assertThat(events.get(4).get("who").textValue()).isEqualTo("operator2");
    assertThat(events.get(5).get("detail").textValue()).startsWith("MANUAL: residentNumber, ");
    assertThat(events.toString()).doesNotContain("1200000");
  }

  @Test
  void isFoundByTheNumberOnItsLetter() {
    Asked asked = paper.ask("918", null);
    String number = asked.number();

    for (String sought :
        List.of(number, number.substring(0, 12), number.toLowerCase().replace("-", ""))) {
      JsonNode found = hub.read(hub.get("operator", "/api/v1/inquiries?number=" + sought));
      assertThat(found.get("items").findValuesAsText("id")).containsExactly(asked.id());
      assertThat(found.get("next").isNull()).isTrue();
    }
    assertThat(
            hub.read(hub.get("tax", "/api/v1/inquiries?number=" + number)).get("items").isEmpty())
        .isTrue();
  }

  @Test
  void aWaitingCallerIsToldAtOnce() throws Exception {
    Asked asked = paper.ask("912", null);
    paper.key("operator", asked, Paperwork.REPLY);
    var waiting =
        java.util.concurrent.CompletableFuture.supplyAsync(
            () -> hub.get("caller", Paperwork.path(asked.id()) + "?wait=20s"));

    paper.confirm("admin", asked, Paperwork.REPLY);

    assertThat(hub.read(waiting.get()).get("outcome").textValue()).isEqualTo("MANUAL");
  }

  @Test
  void whoKeyedItInMayNotConfirmIt() {
    Asked asked = paper.ask("913", null);
    paper.key("operator", asked, Paperwork.REPLY);

    HttpResponse<String> refused = paper.confirm("operator", asked, Paperwork.REPLY);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1106");
    assertThat(paper.state(asked.id())).isEqualTo("SENT");
  }

  @Test
  void aDifferenceIsNamedByItsPlacesAndEndsNothing() {
    Asked asked = paper.ask("914", null);
    paper.key("operator", asked, Paperwork.REPLY);

    HttpResponse<String> refused =
        paper.confirm("operator2", asked, Paperwork.REPLY.replace("1200000", "1300000"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1314");
    assertThat(hub.read(refused).at("/faults/0/pointer").textValue())
        .isEqualTo("/reply/incomes/0/amount");
    assertThat(refused.body()).doesNotContain("1200000", "1300000");
    assertThat(paper.state(asked.id())).isEqualTo("SENT");
  }

  @Test
  void theSecondMayKeyInAnewAndTheFirstConfirms() {
    Asked asked = paper.ask("915", null);
    paper.key("operator", asked, Paperwork.REPLY);
    paper.key("operator2", asked, "{\"result\": \"UNDELIVERABLE\"}");

    assertThat(paper.confirm("operator", asked, Paperwork.REPLY).statusCode()).isEqualTo(409);
    assertThat(
            hub.read(paper.confirm("operator", asked, "{\"result\": \"UNDELIVERABLE\"}"))
                .get("outcome")
                .textValue())
        .isEqualTo("MANUAL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIN-00000001-00", "", "x"})
  void aNumberWithWrongCheckDigitsIsRefused(String number) {
    Asked asked = new Asked(paper.ask("916", null).id(), number);

    HttpResponse<String> refused = paper.key("operator", asked, Paperwork.REPLY);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1211");
  }

  @Test
  void anotherDocumentsNumberIsRefused() {
    Asked one = paper.ask("917", null);
    Asked other = paper.ask("918", null);

    HttpResponse<String> refused =
        paper.key("operator", new Asked(one.id(), other.number()), Paperwork.REPLY);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(hub.read(refused).get("code").textValue()).isEqualTo("RK-1211");
  }

  @Test
  void theKeyedAnswerLiesSealedUntilItIsConfirmed() {
    Asked asked = paper.ask("919", null);
    paper.key("operator", asked, Paperwork.REPLY);

    byte[] kept =
        jdbc.sql("select content from payload where inquiry_id = ? and part = 'KEYED'")
            .param(asked.id())
            .query(byte[].class)
            .single();
    assertThat(new String(kept, UTF_8)).doesNotContain("SALARY");
    assertThat(hub.get("caller", Paperwork.path(asked.id())).body()).doesNotContain("reply");
  }

  @Test
  void whatEndedIsNotAnswered() {
    Asked asked = paper.ask("920", null);
    paper.key("operator", asked, Paperwork.REPLY);
    hub.send(paper.answer("operator", asked.id(), "/cancel", "{\"reason\": \"because\"}"));

    assertThat(paper.confirm("operator2", asked, Paperwork.REPLY).statusCode()).isEqualTo(409);
    assertThat(paper.key("operator2", asked, Paperwork.REPLY).statusCode()).isEqualTo(409);
  }

  @Test
  void aCallersAddressIsInNoFileName() throws Exception {
    paper.ask("921", null);

    try (var files = Files.list(folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(
              name -> name.matches("SIN-[0-9]{8}-[0-9]{2}(-R[0-9])?\\.(html|csv|ok)(\\.part)?"));
    }
  }

  private List<String> whats(Asked asked) {
    return StreamSupport.stream(paper.events(asked.id()).spliterator(), false)
        .map(event -> event.get("what").textValue())
        .toList();
  }

  private Path file(Asked asked, String extension) {
    return folder().resolve(asked.number() + extension);
  }

  private Path folder() {
    return data.resolve("demo/partners/insured-person/outgoing");
  }
}
