package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.renkei.endtoend.GoldenQuestion.Odd;
import jp.renkei.endtoend.GoldenQuestion.Way;
import jp.renkei.endtoend.RightEnd.Receipt;
import jp.renkei.flow.Flow;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.mock.Fate;
import jp.renkei.mock.Faults;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;

/** The harness itself: it sees what is wrong with an end, and nothing where it is right. */
class RightEndTest {

  private static final String FLOW = "assessment.mhlw-employment";
  private static final String BY_FILE = "assessment.municipality-tax";
  private static final String CALM = "ACCEPTED SENT ENDED";
  private static final Faults FAULTS = Misbehaviour.MIXED.faults();
  private static final String ANSWERED = numbered(fate -> !unanswered(fate));
  private static final String DROPPED = numbered(Fate::dropped);

  private final JsonNodeFactory json = JsonNodeFactory.instance;

  @Test
  void theCasesAnswerAboutTheResidentIsRight() {
    assertThat(faults(Odd.NOT, "ANSWERED", reply("87"), CALM, receipt(ANSWERED, true))).isEmpty();
  }

  @Test
  void anotherResidentsAnswerIsNot() {
    assertThat(faults(Odd.NOT, "ANSWERED", reply("88"), CALM, receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("tells"));
  }

  @Test
  void anotherFigureIsNot() {
    assertThat(
            faults(
                Odd.NOT, "ANSWERED", reply("87").put("months", 31), CALM, receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("tells"));
  }

  @Test
  void anotherOutcomeIsNot() {
    assertThat(faults(Odd.NOT, "NO_DATA", reply("87"), CALM, receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("is NO_DATA and not ANSWERED"));
  }

  @Test
  void aSecondEndIsNot() {
    assertThat(faults(Odd.NOT, "ANSWERED", reply("87"), CALM + " ENDED", receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("ended 2 times"));
  }

  @Test
  void theDeadlineIsRightOnlyForWhatGotNoAnswer() {
    assertThat(faults(Odd.NOT, "EXPIRED", null, CALM, receipt(DROPPED, true))).isEmpty();
    assertThat(faults(Odd.NOT, "EXPIRED", null, CALM, receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("though its agency answered"));
    assertThat(faults(Odd.NOT, "EXPIRED", reply("87"), CALM, receipt(DROPPED, true)))
        .anyMatch(fault -> fault.contains("expired and tells"));
  }

  @Test
  void anOddReplyIsNeverDelivered() {
    String held = "ACCEPTED SENT REPLY_OTHER_PERSON ENDED";
    assertThat(faults(Odd.OTHER_PERSON, "EXPIRED", null, held, receipt(ANSWERED, true))).isEmpty();
    assertThat(faults(Odd.OTHER_PERSON, "ANSWERED", reply("1"), CALM, receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("is ANSWERED and not EXPIRED"));
    assertThat(faults(Odd.NOT, "ANSWERED", reply("87"), held, receipt(ANSWERED, true)))
        .anyMatch(fault -> fault.contains("has REPLY_OTHER_PERSON"));
  }

  @Test
  void oneNumberAndOneContentReachTheAgency() {
    assertThat(faults(Odd.NOT, "ANSWERED", reply("87"), CALM, receipt(ANSWERED, false)))
        .anyMatch(fault -> fault.contains("two contents"));
    assertThat(
            faults(
                Odd.NOT,
                "ANSWERED",
                reply("87"),
                CALM,
                receipt(ANSWERED, true),
                receipt(DROPPED, true)))
        .anyMatch(fault -> fault.contains("several numbers"));
    assertThat(faults(Odd.NOT, "ANSWERED", reply("87"), CALM))
        .anyMatch(fault -> fault.contains("never reached"));
  }

  @Test
  void aLineWhoseFileWasNotNotedAsSentMayExpire() {
    Receipt first = receipt(ANSWERED, true);
    Receipt again = receipt(ANSWERED, true);
    String retried = "ACCEPTED SENT RETRY_PLANNED ENDED";
    String sent = "ACCEPTED SENT RETRY_PLANNED SENT ENDED";
    assertThat(byFile(retried, first, again)).isEmpty();
    assertThat(byFile(sent, first, again))
        .anyMatch(fault -> fault.contains("though its agency answered"));
  }

  private List<String> byFile(String events, Receipt... receipts) {
    GoldenQuestion question =
        new GoldenQuestion(
            flow(BY_FILE),
            GoldenCases.of(BY_FILE, "by-addresses"),
            "nhi",
            Way.BATCH,
            "87",
            "PT1M",
            Odd.NOT);
    return faults(question, "EXPIRED", null, events, receipts);
  }

  private ObjectNode reply(String subject) {
    ObjectNode reply = GoldenCases.of(FLOW, "several-leavings").reply().deepCopy();
    return reply.put("residentNumber", subject);
  }

  private List<String> faults(
      Odd odd, String outcome, JsonNode reply, String events, Receipt... receipts) {
    GoldenCase golden = GoldenCases.of(FLOW, "several-leavings");
    GoldenQuestion question =
        new GoldenQuestion(flow(FLOW), golden, "nhi", Way.SINGLE, "87", "PT1M", odd);
    return faults(question, outcome, reply, events, receipts);
  }

  private List<String> faults(
      GoldenQuestion question, String outcome, JsonNode reply, String events, Receipt... receipts) {
    ObjectNode view = json.objectNode().put("id", "I-1").put("state", "ENDED");
    view.put("outcome", outcome).put("ended", "2026-11-29T12:01:00+09:00");
    if (reply != null) {
      view.set("reply", reply);
    }
    ArrayNode timeline = json.arrayNode();
    for (String event : events.split(" ")) {
      timeline.addObject().put("what", event).put("at", "2026-11-29T12:00:00+09:00");
    }
    return new RightEnd(question, view, timeline, List.of(receipts)).faults(FAULTS);
  }

  private static Flow flow(String id) {
    return ShippedCatalogue.flows().stream().filter(one -> one.id().equals(id)).findFirst().get();
  }

  private static Receipt receipt(String number, boolean sameContent) {
    return new Receipt(number, 1, sameContent);
  }

  private static boolean unanswered(Fate fate) {
    return fate.dropped() || fate.garbage() || fate.failure() != null;
  }

  private static String numbered(Predicate<Fate> fate) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "N-" + i)
        .filter(number -> fate.test(Fate.of(FAULTS, number, 1)))
        .findFirst()
        .orElseThrow();
  }
}
