package jp.renkei.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.Part;
import jp.renkei.protection.ContentCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replies as they should not be: each has its name, is kept and shown, and is never delivered. */
@HubTest
class OddRepliesIT {

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Autowired private ContentCipher contents;
  @Autowired private RecentInquiries recent;

  @AfterEach
  void behave() {
    hub.send(hub.request("admin", "/mock/agencies/mhlw/faults").DELETE());
    hub.mock("replies", "[]");
  }

  @ParameterizedTest
  @CsvSource({
    "other-person, 701, REPLY_OTHER_PERSON",
    "other-period, 702, REPLY_OTHER_PERIOD",
    "other-environment, 721, REPLY_NOT_VALID",
    "unknown-layout, 703, REPLY_UNKNOWN_LAYOUT",
    "garbage, 704, REPLY_NOT_READABLE",
    "wrong-charset, 705, REPLY_NOT_READABLE",
  })
  void isHeldUnderItsNameAndTheInquiryGoesOnWaiting(String as, String subject, String event) {
    script(subject, as);

    JsonNode inquiry = post(subject, null, "P1D");

    await().untilAsserted(() -> assertThat(timeline(inquiry)).contains(event));
    // a reply may overtake the word that its question was sent
    await().untilAsserted(() -> assertThat(state(inquiry)).isEqualTo("SENT"));
    assertThat(timeline(inquiry)).doesNotContain("ENDED");
    assertThat(held(inquiry)).containsExactly(event);
    assertThat(queued(inquiry)).isZero();
  }

  @Test
  void anInquiryWithAHeldReplyStillTakesTheRightOne() {
    script("706", "other-person");
    JsonNode inquiry = post("706", null, "P1D");
    await().untilAsserted(() -> assertThat(timeline(inquiry)).contains("REPLY_OTHER_PERSON"));
    hub.mock("replies", "[]");

    // the agency gets the same question once more, as after a lost confirmation
    jdbc.sql(
            """
            insert into dispatch (inquiry_id, what, destination, lane, due, attempt, failures)
            select id, 'SEND', agency, lane, accepted_at, 2, 0 from inquiry where id = ?""")
        .param(inquiry.get("id").textValue())
        .update();

    JsonNode ended = get(inquiry, "20s");
    assertThat(ended.get("state").textValue()).isEqualTo("ENDED");
    assertThat(ended.get("reply").get("residentNumber").textValue()).isEqualTo("706");
  }

  @Test
  void aReplyWithNoInquiryIsHeld() {
    script("707", "unknown-number");
    int before = events("REPLY_WITHOUT_INQUIRY");

    JsonNode inquiry = post("707", null, "P1D");

    await().untilAsserted(() -> assertThat(events("REPLY_WITHOUT_INQUIRY")).isEqualTo(before + 1));
    assertThat(timeline(inquiry)).doesNotContain("ENDED");
  }

  @Test
  void theSameReplyAgainIsADuplicate() {
    hub.mock("faults", "{\"duplicateRate\": 1.0}");

    JsonNode inquiry = post("708", "20s", null);

    await()
        .untilAsserted(
            () ->
                assertThat(timeline(inquiry))
                    .containsExactly("ACCEPTED", "SENT", "ENDED", "REPLY_DUPLICATE"));
    assertThat(held(inquiry)).isEmpty();
  }

  @Test
  void aDifferentSecondReplyChangesNothing() {
    script("709", "second-different");

    JsonNode inquiry = post("709", "20s", null);
    await().untilAsserted(() -> assertThat(timeline(inquiry)).contains("REPLY_DIFFERENT"));

    JsonNode later = get(inquiry, null);
    assertThat(later.get("outcome")).isEqualTo(inquiry.get("outcome"));
    assertThat(later.get("reply")).isEqualTo(inquiry.get("reply"));
    assertThat(held(inquiry)).containsExactly("REPLY_DIFFERENT");
  }

  /**
   * As after an update whose rules for what is asked are others: named and held, not tried for
   * ever.
   */
  @Test
  void aReplyToWhatFitsItsFormNoMoreIsHeld() {
    hub.mock("faults", "{\"lateRate\": 1.0, \"lateMs\": 3000}");
    JsonNode inquiry = post("731", null, "P1D");
    String id = inquiry.get("id").textValue();
    jdbc.sql("update payload set content = ? where inquiry_id = ? and part = 'REQUEST'")
        .param(contents.seal("{}".getBytes(UTF_8), Part.REQUEST.boundTo(id)))
        .param(id)
        .update();
    recent.forget(inquiry.get("number").textValue());

    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(held(inquiry)).containsExactly("REPLY_NOT_VALID"));

    assertThat(state(inquiry)).isEqualTo("SENT");
    await().untilAsserted(() -> assertThat(queued(inquiry)).isZero());
  }

  @Test
  void aReplyAfterTheDeadlineIsLate() {
    hub.mock("faults", "{\"lateRate\": 1.0, \"lateMs\": 8000}");

    JsonNode inquiry = post("710", "20s", "PT3S");

    assertThat(inquiry.get("outcome").textValue()).isEqualTo("EXPIRED");
    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(timeline(inquiry)).contains("REPLY_LATE"));
    JsonNode later = get(inquiry, null);
    assertThat(later.get("outcome").textValue()).isEqualTo("EXPIRED");
    assertThat(later.has("reply")).isFalse();
    assertThat(held(inquiry)).containsExactly("REPLY_LATE");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_DATA, NO_DATA",
    "NOT_IDENTIFIED, NOT_IDENTIFIED",
    "WITHHELD, WITHHELD",
    "REJECTED, REJECTED",
  })
  void everyClassOfReplyHasItsOutcome(String replyClass, String outcome) {
    hub.mock("replies", "[{\"subject\": \"711\", \"outcome\": \"%s\"}]".formatted(replyClass));

    JsonNode inquiry = post("711", "20s", null);

    assertThat(inquiry.get("outcome").textValue()).isEqualTo(outcome);
    assertThat(inquiry.get("reply").get("involuntary").textValue()).isEqualTo("UNDETERMINED");
  }

  @Test
  void whatTheProviderHoldsIsWithheldAtTheDeadline() {
    hub.mock("replies", "[{\"subject\": \"712\", \"outcome\": \"HELD\"}]");

    JsonNode inquiry = post("712", "20s", "PT3S");

    assertThat(timeline(inquiry)).containsExactly("ACCEPTED", "SENT", "HELD_BY_PROVIDER", "ENDED");
    assertThat(inquiry.get("outcome").textValue()).isEqualTo("WITHHELD");
  }

  @Test
  void repliesAndReceiptsInAnyOrderFindTheirInquiries() {
    hub.mock("faults", "{\"shuffle\": 12, \"duplicateRate\": 0.3}");
    List<String> subjects = IntStream.range(0, 12).mapToObj(i -> "7140" + (10 + i)).toList();
    hub.mock(
        "replies",
        subjects.stream()
            .map("{\"subject\": \"%s\", \"receipts\": \"only\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]")));

    List<JsonNode> asked = subjects.stream().map(subject -> post(subject, null, "P1D")).toList();

    assertThat(asked)
        .allSatisfy(
            inquiry -> {
              JsonNode ended = get(inquiry, "20s");
              assertThat(ended.get("outcome").textValue()).isIn("ANSWERED", "NO_DATA", "PARTIAL");
              assertThat(timeline(inquiry)).containsOnlyOnce("RECEIPT_GIVEN", "ENDED");
            });
  }

  private void script(String subject, String as) {
    hub.mock("replies", "[{\"subject\": \"%s\", \"as\": \"%s\"}]".formatted(subject, as));
  }

  private JsonNode post(String subject, String wait, String deadline) {
    ObjectNode body = hub.inquiry(subject);
    if (deadline != null) {
      body.put("deadline", deadline);
    }
    return hub.read(hub.post(newKey(), wait, body.toString()));
  }

  private JsonNode get(JsonNode inquiry, String wait) {
    return hub.read(
        hub.get(
            "caller",
            "/api/v1/inquiries/"
                + inquiry.get("id").textValue()
                + (wait == null ? "" : "?wait=" + wait)));
  }

  private String state(JsonNode inquiry) {
    return get(inquiry, null).get("state").textValue();
  }

  private List<String> timeline(JsonNode inquiry) {
    JsonNode page =
        hub.read(
            hub.get("caller", "/api/v1/inquiries/" + inquiry.get("id").textValue() + "/events"));
    List<String> timeline = new ArrayList<>();
    page.get("items").forEach(event -> timeline.add(event.get("what").textValue()));
    return timeline;
  }

  private List<String> held(JsonNode inquiry) {
    return jdbc.sql("select reason from held_reply where inquiry_id = ?")
        .param(inquiry.get("id").textValue())
        .query(String.class)
        .list();
  }

  private int events(String what) {
    return jdbc.sql("select count(*) from event where what = ?")
        .param(what)
        .query(Integer.class)
        .single();
  }

  private int queued(JsonNode inquiry) {
    return jdbc.sql(
            """
            select count(*) from dispatch
            where inquiry_id = ? and what = 'SEND' and claimed_by is null""")
        .param(inquiry.get("id").textValue())
        .query(Integer.class)
        .single();
  }
}
