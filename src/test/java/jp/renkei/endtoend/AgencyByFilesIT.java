package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.renkei.demo.HubClient.Answer;
import jp.renkei.operations.OverlayFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged hub with two agencies that an integrator added by files, without a line of Java: one
 * that is open now and is asked, and one that is closed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgencyByFilesIT {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Duration SOON = JavaProcess.PATIENCE;
  private static final String OPEN = "sakai";
  private static final String CLOSED = "kishiwada";

  private static final String AGENCY =
      """
      id: %1$s
      title: {ja: %2$s, en: %1$s}
      path: city-network
      transport: jms
      encryption: jwe
      consumers: 2
      inFlight: 4
      window: 3
      rate: 20
      hours:
        weekdays: %3$s
        saturdays: %3$s
        sundays: %3$s
        holidays: %3$s
        maintenance: [%4$s/%5$s]
      providerCodes: municipality
      providers:
        - {code: "271403", title: {ja: 堺市, en: Sakai}}
        - {code: "271004", title: {ja: 大阪市, en: Osaka}}
      """;

  private static final String FLOW =
      """
        - id: benefits.%1$s-employment
          place: (4)1
          title: {ja: 雇用保険受給情報の照会, en: Employment insurance benefits}
          pattern: inquiry
          agency: %1$s
          kind: employment-insurance
          deadline: P3D
          retention: P90D
          specificPersonalInformation: yes
          individualNumber: no
          purpose: {ja: 給付の判定, en: Deciding benefits}
          legalBasis: {law: 番号法19条8号}
          permitted: [{caller: nhi, items: [residentNumber, birthDate, period, provider, nonDisclosable, result, involuntary, leavings]}]
          validFrom: 2024-05-27
          example: {residentNumber: "0012345678", birthDate: "1980-05-10",
                    period: {from: "2025-04-01", to: "2026-11-22"}, nonDisclosable: false}
      """;

  private static final String ENDPOINT =
      "id: %s\ntransport: jms\nencryption: jwe\nkind: employment-insurance\nsessions: 2\n";

  private static final String RESIDENTS =
      """
      seed: 1
      outcomes: {NO_DATA: 1}
      leavings: {1: 1}
      firstDay: 2025-04-01
      lastDay: 2026-03-31
      decidedWithinDays: 1
      reasonCodes: {"11": 1}
      qualifications: {"1": 1}
      named:
        - subject: "12345678"
          outcome: ANSWERED
          reply:
            leavings:
              - {leavingDate: 2026-02-27, reasonCode: "11", qualification: "1", decisionDate: 2026-03-02}
      """;

  @TempDir static Path folder;
  private Instant maintenance;
  private Instant opening;
  private Rig rig;

  @BeforeAll
  void start() throws IOException {
    ZonedDateTime now = ZonedDateTime.now(Clock.system(JAPAN)).truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime opens = now.plusHours(2);
    maintenance = now.plusDays(1).toInstant();
    opening = opens.toInstant();
    DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm");
    String shortly = hour.format(opens) + "-" + hour.format(opens.plusHours(1));
    OverlayFolder outside =
        new OverlayFolder(Files.createDirectory(folder.resolve("outside")))
            .with("routes/agencies/sakai.yaml", agency(OPEN, "堺市", "00:00-24:00"))
            .with("routes/agencies/kishiwada.yaml", agency(CLOSED, "岸和田市", shortly))
            .with(
                "routes/flows/benefits.yaml",
                "area:\n  id: benefits\n  title: {ja: 給付, en: Benefits}\nflows:\n"
                    + FLOW.formatted(OPEN)
                    + FLOW.formatted(CLOSED));
    for (String agency : List.of(OPEN, CLOSED)) {
      outside
          .with("mock-endpoints/" + agency + "/agency.yaml", ENDPOINT.formatted(agency))
          .with("mock-endpoints/" + agency + "/residents.yaml", RESIDENTS);
    }
    rig = new Rig(folder, FreePorts.of(3), Map.of("RENKEI_OVERLAY", outside.path().toString()));
    rig.agencies.start();
    rig.hub.start().awaitReady();
    rig.agencies.awaitReady();
  }

  private String agency(String id, String title, String hours) {
    return AGENCY.formatted(id, title, hours, maintenance, maintenance.plus(1, ChronoUnit.MINUTES));
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @Test
  void theOpenOneAnswersWithAndWithoutAProviderWhatItsFilesSay() throws IOException {
    JsonNode whole = ask(OPEN, "by-files-whole", null, "?wait=20s").body();
    JsonNode member = ask(OPEN, "by-files-member", "271403", "?wait=20s").body();

    for (JsonNode inquiry : List.of(whole, member)) {
      assertThat(ended(inquiry).get("outcome").textValue()).isEqualTo("ANSWERED");
      assertThat(ended(inquiry).at("/reply/leavings/0/leavingDate").textValue())
          .isEqualTo("2026-02-27");
    }
    assertThat(rig.agencies.received(OPEN).findValuesAsText("number"))
        .contains(whole.get("number").textValue(), member.get("number").textValue());
    assertThat(ask(OPEN, "by-files-stranger", "131130", "").status()).isEqualTo(422);
  }

  @Test
  void itsWindowItsHoursAndItsMembersAreShown() throws IOException {
    JsonNode open = shown(OPEN);

    assertThat(open.get("path").textValue()).isEqualTo("city-network");
    assertThat(open.get("state").textValue()).isEqualTo("OPEN");
    assertThat(open.at("/window/size").intValue()).isEqualTo(3);
    assertThat(open.at("/hours/open").booleanValue()).isTrue();
    assertThat(time(open.at("/hours/until"))).isEqualTo(maintenance);
    assertThat(open.get("providers").findValuesAsText("code")).containsExactly("271403", "271004");
  }

  @Test
  void noMoreThanItsWindowAreUnanswered() throws IOException {
    rig.agencies.misbehave(OPEN, "{\"dropRate\": 1.0}");
    List<JsonNode> asked =
        IntStream.range(0, 5)
            .mapToObj(i -> ask(OPEN, "by-files-window-" + i, null, "").body())
            .toList();
    await("a window that is full")
        .atMost(SOON)
        .until(() -> asked.stream().filter(this::waitsForTheWindow).count() == 2);
    assertThat(shown(OPEN).at("/window/used").intValue()).isEqualTo(3);
    assertThat(shown(OPEN).at("/waiting").intValue()).isEqualTo(2);

    for (JsonNode inquiry : asked) {
      cancel(inquiry);
    }
    rig.agencies.behave(OPEN);
    await("room for more").atMost(SOON).until(() -> shown(OPEN).at("/window/used").intValue() == 0);
  }

  @Test
  void whatIsAskedOfTheClosedOneWaitsForItsHoursAndNothingReachesIt() throws IOException {
    JsonNode waiting = ask(CLOSED, "by-files-closed", "271403", "").body();
    JsonNode later = ask(OPEN, "by-files-later", null, "?wait=20s").body();

    assertThat(ended(later).get("outcome").textValue()).isEqualTo("ANSWERED");
    JsonNode now = view(waiting);
    assertThat(now.get("state").textValue()).isEqualTo("ACCEPTED");
    assertThat(now.at("/waiting/for").textValue()).isEqualTo("hours");
    assertThat(time(now.at("/waiting/until"))).isEqualTo(opening);
    assertThat(rig.agencies.received(CLOSED)).isEmpty();
    JsonNode closed = shown(CLOSED);
    assertThat(closed.get("state").textValue()).isEqualTo("CLOSED");
    assertThat(closed.at("/hours/open").booleanValue()).isFalse();
    assertThat(time(closed.at("/hours/until"))).isEqualTo(opening);
    assertThat(closed.get("waiting").intValue()).isEqualTo(1);
  }

  private Answer ask(String agency, String key, String provider, String query) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("flow", "benefits." + agency + "-employment");
    ObjectNode payload = body.putObject("payload");
    payload
        .put("residentNumber", "0012345678")
        .put("birthDate", "1980-05-10")
        .put("nonDisclosable", false)
        .putObject("period")
        .put("from", "2025-04-01")
        .put("to", "2026-11-22");
    if (provider != null) {
      payload.put("provider", provider);
    }
    try {
      return rig.hub.client().inquire(rig.nhi(), key, query, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode ended(JsonNode inquiry) throws IOException {
    await("an end").atMost(SOON).until(() -> view(inquiry).path("outcome").isTextual());
    return view(inquiry);
  }

  private boolean waitsForTheWindow(JsonNode inquiry) {
    return view(inquiry).at("/waiting/for").asText().equals("window");
  }

  private void cancel(JsonNode inquiry) throws IOException {
    Answer answer =
        rig.hub
            .client()
            .post(
                rig.nhi(),
                "/api/v1/inquiries/" + inquiry.get("id").textValue() + "/cancel",
                "{\"reason\": \"seen\"}");
    assertThat(answer.status()).isEqualTo(200);
  }

  private JsonNode view(JsonNode inquiry) {
    try {
      String path = "/api/v1/inquiries/" + inquiry.get("id").textValue();
      return rig.hub.client().get(rig.nhi(), path).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode shown(String agency) throws IOException {
    for (JsonNode one : rig.hub.client().get(rig.nhi(), "/api/v1/agencies").body()) {
      if (one.get("id").asText().equals(agency)) {
        return one;
      }
    }
    throw new AssertionError("The hub has no agency " + agency);
  }

  private static Instant time(JsonNode time) {
    return OffsetDateTime.parse(time.textValue()).toInstant();
  }
}
