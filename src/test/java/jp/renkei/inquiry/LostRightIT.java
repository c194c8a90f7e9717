package jp.renkei.inquiry;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.Renkei;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.Paperwork;
import jp.renkei.inquiry.paper.Remind;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.SendWork;
import jp.renkei.mock.MockAgenciesConfiguration;
import jp.renkei.operations.OverlayFolder;
import jp.renkei.routing.https.AccountInquiries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was accepted while it was permitted, and is not permitted any more when it is to leave: a
 * hub is started anew with another catalogue, on the same ledger and broker, and its agencies are
 * paused until a test resumes them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostRightIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> AGENCIES = List.of("mhlw", "digital-agency", "insured-person");

  /** The same ones for both starts. */
  private final List<Integer> ports = FreePorts.of(2);

  @TempDir static Path folder;

  private ConfigurableApplicationContext context;
  private HubClient hub;
  private String toProbe;
  private String toRemind;
  private String byQueue;
  private String byHttps;
  private String onPaper;
  private String permitted;
  private String replayed;
  private long letters;

  @BeforeAll
  void loseTheRight() throws IOException {
    start(overlay("permitted"));
    toRemind = new Paperwork(hub).ask("984", null).id();
    letters = letters();
    AGENCIES.forEach(agency -> act(agency, "pause"));
    toProbe = post("caller", hub.inquiry("0012345678"));
    byQueue = post("caller", hub.inquiry("0012345678"));
    byHttps = post("caller", AccountInquiries.body("0012345678"));
    onPaper = post("caller", new Paperwork(hub).inquiry("983"));
    permitted = post("tax", hub.inquiry("0012345678"));
    replayed = post("caller", hub.inquiry("0012345678"));
    fail(replayed);
    context.close();
    start(
        new OverlayFolder(overlay("lost"))
            .withChanged(
                "routes/flows/collection.yaml", "      - caller: nhi\n", "      - caller: other\n")
            .path());
  }

  @AfterAll
  void stop() {
    if (context != null) {
      context.close();
    }
  }

  @Test
  @Order(3)
  void nothingLeavesWithoutTheRightByAnyTransportAndItsEndIsTold() throws IOException {
    replay(replayed);
    AGENCIES.forEach(agency -> act(agency, "resume"));

    for (String id : List.of(byQueue, byHttps, onPaper, replayed)) {
      assertThat(ended(id)).as(id).isEqualTo("REJECTED");
      assertThat(whats(id))
          .endsWith(EventKind.SEND_NOT_PERMITTED, EventKind.ENDED)
          .doesNotContain(EventKind.SENT, EventKind.DOCUMENT_NUMBERED, EventKind.SEND_POSTPONED);
    }
    assertThat(context.getBean(LedgerReader.class).events(byQueue))
        .filteredOn(event -> event.what() == EventKind.SEND_NOT_PERMITTED)
        .singleElement()
        .extracting(Event::who, Event::detail)
        .containsExactly("nhi", "RK-1103");
    assertThat(ended(permitted)).as("who has kept the right").isEqualTo("ANSWERED");
    assertThat(received("mhlw")).contains(number(permitted)).doesNotContain(number(byQueue));
    assertThat(received("mhlw")).doesNotContain(number(replayed));
    assertThat(received("digital-agency")).doesNotContain(number(byHttps));
    assertThat(letters()).isEqualTo(letters);
    await()
        .atMost(PATIENCE)
        .until(
            () -> jdbc().sql("select count(*) from dispatch").query(Integer.class).single() == 0);
  }

  @Test
  @Order(1)
  void aProbeDoesNotLeaveEither() {
    Instant now = Instant.now();
    JsonNode inquiry = inquiry(toProbe);
    SendWork probe =
        new SendWork(
            toProbe,
            inquiry.get("number").textValue(),
            "nhi",
            HubClient.FLOW,
            "mhlw",
            null,
            Lane.SINGLE,
            1,
            0,
            now,
            now.plusSeconds(600),
            now.plusSeconds(60),
            true,
            new byte[0]);

    assertThat(context.getBean(Sending.class).mayStillBeSent(probe)).isFalse();

    assertThat(ended(toProbe)).isEqualTo("REJECTED");
  }

  @Test
  @Order(2)
  void aReminderDoesNotLeaveEither() throws IOException {
    assertThat(letters).isPositive();
    assertThat(inquiry(toRemind).get("state").textValue()).isEqualTo("SENT");
    jdbc()
        .sql("update document set reminder_due = numbered_at where inquiry_id = ?")
        .param(toRemind)
        .update();

    act("insured-person", "resume");
    context.getBean(Remind.class).remind();

    assertThat(ended(toRemind)).isEqualTo("REJECTED");
    assertThat(whats(toRemind))
        .contains(EventKind.SEND_NOT_PERMITTED)
        .doesNotContain(EventKind.REMINDED);
    assertThat(letters()).isEqualTo(letters);
  }

  /**
   * A folder with a catalogue that permits the caller tax what nhi may ask the Ministry, and, where
   * it is "lost", nhi nothing: there its days are over, and on paper another caller has its line.
   */
  private Path overlay(String name) throws IOException {
    String text = Files.readString(Path.of("routes/flows/assessment.yaml"));
    int paper = text.indexOf("  - id: assessment.insured-income");
    String employment = text.substring(0, paper);
    String letters = text.substring(paper);
    String line = employment.substring(employment.indexOf("      - caller: nhi"));
    line = line.substring(0, line.indexOf("    validFrom"));
    String taxes = line.replace("caller: nhi", "caller: tax");
    boolean lost = name.equals("lost");
    String changed =
        employment.replace(line, (lost ? line + "        validTo: 2024-06-30\n" : line) + taxes)
            + (lost ? letters.replace("caller: nhi", "caller: tax") : letters);
    return new OverlayFolder(folder.resolve(name))
        .with("routes/flows/assessment.yaml", changed)
        .path();
  }

  private void start(Path overlay) {
    context =
        new SpringApplicationBuilder(Renkei.class, MockAgenciesConfiguration.class, HubClient.class)
            .run(
                "--server.port=0",
                "--renkei.demo=true",
                "--renkei.environment=demo",
                "--renkei.data=" + folder.resolve("data"),
                "--renkei.overlay=" + overlay,
                "--renkei.broker.port=" + ports.get(0),
                "--renkei.demo-https-port=" + ports.get(1));
    hub = context.getBean(HubClient.class);
  }

  private String post(String user, ObjectNode body) {
    HttpResponse<String> response =
        hub.send(
            hub.request(user, "/api/v1/inquiries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .POST(BodyPublishers.ofString(body.toString())));
    assertThat(response.statusCode()).isEqualTo(202);
    return hub.read(response).get("id").textValue();
  }

  private void act(String agency, String act) {
    order("/api/v1/agencies/" + agency + "/" + act);
  }

  private void replay(String id) {
    order(Paperwork.path(id) + "/replay");
  }

  private void order(String path) {
    HttpResponse<String> response =
        hub.send(
            hub.request("operator", path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\": \"a test\"}")));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  /** Ends it as failed, as an agency that kept failing would. */
  private void fail(String id) {
    jdbc()
        .sql(
            """
            update inquiry set came_from = state, state = 'ENDED', outcome = 'FAILED',
              failure = 'RK-1601', ended_at = current_timestamp where id = ?""")
        .param(id)
        .update();
    jdbc().sql("delete from dispatch where inquiry_id = ?").param(id).update();
    jdbc().sql("delete from open_inquiry where inquiry_id = ?").param(id).update();
  }

  private String ended(String id) {
    await().atMost(PATIENCE).until(() -> inquiry(id).get("state").textValue().equals("ENDED"));
    return inquiry(id).get("outcome").textValue();
  }

  private JsonNode inquiry(String id) {
    return hub.read(hub.get("operator", Paperwork.path(id)));
  }

  private String number(String id) {
    return inquiry(id).get("number").textValue();
  }

  private Stream<EventKind> whats(String id) {
    return context.getBean(LedgerReader.class).events(id).stream().map(Event::what);
  }

  private String received(String agency) {
    return hub.get("admin", "/mock/agencies/" + agency + "/received").body();
  }

  private long letters() throws IOException {
    Path outgoing = folder.resolve("data/demo/partners/insured-person/outgoing");
    if (!Files.exists(outgoing)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(outgoing)) {
      return files.count();
    }
  }

  private JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }
}
