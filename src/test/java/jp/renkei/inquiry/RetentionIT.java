package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.OwnTime;
import jp.renkei.hub.Paperwork;
import jp.renkei.hub.ShiftedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Months of a hub's life: what an inquiry carried goes, and what happened stays. */
@HubTest
@Import(OwnTime.class)
class RetentionIT {

  private static final Instant POSTED = Instant.parse("2026-08-03T03:00:00Z");

  @Autowired private HubClient hub;
  @Autowired private ShiftedClock clock;
  @Autowired private Retention retention;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  private Duration ahead;

  @BeforeEach
  void atTheBeginning() {
    ahead = clock.ahead();
    clock.goTo(POSTED);
  }

  @AfterEach
  void backToWhereItWas() {
    clock.runAhead(ahead);
  }

  @Test
  void goesAfterNinetyDaysAndNotBefore() {
    String id = answered("0012345678");

    clock.goTo(Instant.parse("2026-11-01T02:00:00Z"));
    retention.purge();
    assertThat(read(id).has("reply")).isTrue();
    assertThat(read(id).has("purged")).isFalse();

    clock.goTo(Instant.parse("2026-11-02T03:00:00Z"));
    retention.purge();
    JsonNode purged = read(id);
    assertThat(purged.has("reply")).isFalse();
    assertThat(purged.get("purged").booleanValue()).isTrue();
    assertThat(purged.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(events(id)).endsWith("ENDED", "PURGED");
    assertThat(parts(id)).isZero();
  }

  @Test
  void anOrderKeepsItForTheAdministratorOnly() {
    String id = answered("0012349302");

    assertThat(act("operator", id, "/legal-hold").statusCode()).isEqualTo(403);
    assertThat(act("admin", id, "/legal-hold").statusCode()).isEqualTo(200);
    assertThat(seenByStaff(id).get("legalHold").booleanValue()).isTrue();
    assertThat(read(id).has("legalHold")).isFalse();
    clock.goTo(Instant.parse("2026-12-24T03:00:00Z"));
    retention.purge();
    assertThat(read(id).has("reply")).isTrue();

    assertThat(act("admin", id, "/legal-hold/lift").statusCode()).isEqualTo(200);
    assertThat(seenByStaff(id).has("legalHold")).isFalse();
    retention.purge();
    assertThat(read(id).get("purged").booleanValue()).isTrue();
    assertThat(seenByStaff(id).get("purged").booleanValue()).isTrue();
    assertThat(act("admin", id, "/legal-hold").statusCode()).isEqualTo(410);
  }

  @Test
  void lettersThatNobodyTookGoToo() throws Exception {
    Paperwork paper = new Paperwork(hub);
    Paperwork.Asked asked = paper.ask("9303", "P3D");
    assertThat(letters(asked)).isNotEmpty();
    clock.goTo(Instant.parse("2026-08-07T03:00:00Z"));
    await().until(() -> paper.state(asked.id()).equals("ENDED"));

    clock.goTo(Instant.parse("2027-02-04T03:00:00Z"));
    retention.purge();

    assertThat(letters(asked)).isEmpty();
    assertThat(parts(asked.id())).isZero();
    assertThat(paper.key("operator", asked, Paperwork.REPLY).statusCode()).isEqualTo(410);
  }

  private String answered(String resident) {
    HttpResponse<String> posted =
        hub.post(HubClient.newKey(), "20s", hub.inquiry(resident).toString());
    assertThat(posted.statusCode()).isEqualTo(200);
    return hub.read(posted).get("id").textValue();
  }

  private JsonNode seenByStaff(String id) {
    return hub.read(hub.get("operator", "/api/v1/inquiries/" + id));
  }

  private JsonNode read(String id) {
    return hub.read(hub.get("caller", Paperwork.path(id)));
  }

  private List<String> events(String id) {
    return hub.read(hub.get("operator", Paperwork.path(id) + "/events")).findValuesAsText("what");
  }

  private HttpResponse<String> act(String user, String id, String act) {
    return hub.send(
        hub.request(user, Paperwork.path(id) + act)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"order 42\"}")));
  }

  private int parts(String id) {
    return jdbc.sql("select count(*) from payload where inquiry_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private List<Path> letters(Paperwork.Asked asked) throws Exception {
    Path folder = data.resolve("demo/partners/insured-person/outgoing");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(asked.number()))
          .toList();
    }
  }
}
