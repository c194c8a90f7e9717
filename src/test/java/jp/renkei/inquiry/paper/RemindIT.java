package jp.renkei.inquiry.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.OwnTime;
import jp.renkei.hub.Paperwork;
import jp.renkei.hub.Paperwork.Asked;
import jp.renkei.hub.ShiftedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

/** Weeks of a hub's life: a letter that nobody answers, two reminders, and the end. */
@HubTest
@Import(OwnTime.class)
class RemindIT {

  /** A Thursday in Japan, noon. */
  private static final Instant POSTED = Instant.parse("2026-06-11T03:00:00Z");

  @Autowired private HubClient hub;
  @Autowired private ShiftedClock clock;
  @Autowired private Remind remind;

  @Value("${renkei.data}")
  private Path data;

  private Duration ahead;

  @BeforeEach
  void remember() {
    ahead = clock.ahead();
  }

  @AfterEach
  void backToWhereItWas() {
    clock.runAhead(ahead);
  }

  @Test
  void remindsTwiceByBusinessDaysAndThenExpires() throws Exception {
    clock.goTo(POSTED);
    Paperwork paper = new Paperwork(hub);
    Asked asked = paper.ask("930", null);
    Asked answered = paper.ask("931", null);
    paper.key("operator", answered, Paperwork.REPLY);
    paper.confirm("operator2", answered, Paperwork.REPLY);

    // ten business days later, 25 June, until the office closes
    clock.goTo(Instant.parse("2026-06-25T08:29:00Z"));
    remind.remind();
    assertThat(file(asked, "-R1")).doesNotExist();
    clock.goTo(Instant.parse("2026-06-25T08:30:01Z"));
    remind.remind();
    await().untilAsserted(() -> assertThat(file(asked, "-R1")).exists());
    remind.remind();
    await().untilAsserted(() -> assertThat(times(paper, asked, "REMINDED")).isEqualTo(1));
    assertThat(Files.readString(page(asked, "-R1")))
        .contains("【再度のお願い（第1回）】", "令和8年6月25日", asked.number());
    assertThat(file(answered, "-R1")).doesNotExist();

    clock.goTo(Instant.parse("2026-07-09T08:30:01Z"));
    remind.remind();
    await().untilAsserted(() -> assertThat(times(paper, asked, "REMINDED")).isEqualTo(2));
    assertThat(file(asked, "-R2")).exists();
    paper.key("operator", asked, Paperwork.REPLY);

    // the thirtieth business day, 24 July, after 海の日: keyed in and not confirmed is unanswered
    clock.goTo(Instant.parse("2026-07-24T08:29:00Z"));
    assertThat(paper.state(asked.id())).isEqualTo("SENT");
    clock.goTo(Instant.parse("2026-07-24T08:30:01Z"));
    await().atMost(Duration.ofSeconds(20)).until(() -> paper.state(asked.id()).equals("ENDED"));
    JsonNode ended = hub.read(hub.get("caller", Paperwork.path(asked.id())));
    assertThat(ended.get("outcome").textValue()).isEqualTo("EXPIRED");
    assertThat(ended.has("reply")).isFalse();
    assertThat(times(paper, asked, "REMINDED")).isEqualTo(2);

    // the form comes back three days late
    clock.goTo(Instant.parse("2026-07-27T01:00:00Z"));
    remind.remind();
    assertThat(paper.key("operator2", asked, Paperwork.REPLY).statusCode()).isEqualTo(200);
    assertThat(poll(asked).get("outcome").textValue()).isEqualTo("EXPIRED");
    assertThat(paper.confirm("operator2", asked, Paperwork.REPLY).statusCode()).isEqualTo(403);
    assertThat(paper.confirm("operator", asked, Paperwork.REPLY).statusCode()).isEqualTo(200);
    JsonNode late = poll(asked);
    assertThat(late.get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(late.get("ended").textValue()).startsWith("2026-07-27T10:00");
    assertThat(late.at("/reply/totalIncome").longValue()).isEqualTo(1_200_000);
    assertThat(paper.events(asked.id()).findValuesAsText("what"))
        .endsWith("ENDED", "ANSWER_KEYED", "ANSWER_CONFIRMED", "ENDED");
    assertThat(paper.key("operator", asked, Paperwork.REPLY).statusCode()).isEqualTo(409);
    assertThat(times(paper, asked, "REMINDED")).isEqualTo(2);
  }

  private JsonNode poll(Asked asked) {
    return hub.read(hub.get("caller", Paperwork.path(asked.id()) + "?wait=5s"));
  }

  private static int times(Paperwork paper, Asked asked, String what) {
    List<JsonNode> events =
        StreamSupport.stream(paper.events(asked.id()).spliterator(), false)
            .filter(event -> event.get("what").textValue().equals(what))
            .toList();
    return events.size();
  }

  private Path page(Asked asked, String which) {
    return data.resolve("demo/partners/insured-person/outgoing")
        .resolve(asked.number() + which + ".html");
  }

  private Path file(Asked asked, String which) {
    return page(asked, which).resolveSibling(asked.number() + which + ".ok");
  }
}
