package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.renkei.endtoend.GoldenQuestion.Odd;
import jp.renkei.mock.Fate;
import jp.renkei.mock.Faults;

/**
 * Whether one inquiry has ended rightly: once, with what its golden case says about its own
 * resident and nothing else; and at its deadline only where its agency said nothing that may be
 * delivered.
 */
final class RightEnd {

  /** Events that only an agency's oddity brings. */
  private static final Set<String> ODD =
      Set.of(
          "REPLY_OTHER_PERSON",
          "REPLY_OTHER_PERIOD",
          "REPLY_WITHOUT_INQUIRY",
          "REPLY_NOT_VALID",
          "REPLY_INDIVIDUAL_NUMBER",
          "REPLY_UNKNOWN_LAYOUT",
          "HELD_BY_PROVIDER",
          "SEND_REFUSED",
          "SEND_NOT_PERMITTED");

  /** Within so much an agency that is asked, and does not wait on purpose, has answered. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private final GoldenQuestion question;
  private final JsonNode view;
  private final JsonNode timeline;
  private final List<String> events;
  private final List<Receipt> receipts;
  private final List<String> faults = new ArrayList<>();

  /**
   * How often the agency received it.
   *
   * @param number under which
   */
  record Receipt(String number, int times, boolean sameContent) {}

  /**
   * @param view as its caller gets it
   * @param timeline its events
   * @param receipts under which numbers its agency received it, the latest last: by file one for
   *     each file, else one
   */
  RightEnd(GoldenQuestion question, JsonNode view, JsonNode timeline, List<Receipt> receipts) {
    this.question = question;
    this.view = view;
    this.timeline = timeline;
    this.events = timeline.findValuesAsText("what");
    this.receipts = receipts;
  }

  /**
   * What is wrong, a sentence each.
   *
   * @param faults how its agency misbehaved, all the time
   */
  List<String> faults(Faults misbehaviour) {
    int ends = Collections.frequency(events, "ENDED");
    if (!view.path("state").asText().equals("ENDED") || ends != 1) {
      faults.add("is " + view.path("state").asText() + " and ended " + ends + " times");
    } else if (endsAsItMay(misbehaviour)) {
      checkReply();
    }
    checkEvents();
    checkReceipts();
    if (!faults.isEmpty()) {
      faults.add("has the timeline " + events);
    }
    return faults.stream()
        .map(fault -> question.flow().id() + " " + view.path("id").asText() + " " + fault)
        .toList();
  }

  /** How it ended. */
  String outcome() {
    return view.path("outcome").asText();
  }

  private boolean endsAsItMay(Faults misbehaviour) {
    if (outcome().equals(question.outcome())) {
      return true;
    }
    if (!outcome().equals("EXPIRED") || question.deadline() == null) {
      faults.add("is %s and not %s".formatted(outcome(), question.outcome()));
    } else if (!gotNoAnswer(misbehaviour)) {
      faults.add("expired, though its agency answered: " + receipts);
    }
    return false;
  }

  /** What its caller was told is the whole of the case's answer, or there is none. */
  private void checkReply() {
    if (!view.path("reply").equals(question.reply())) {
      faults.add("tells %s and not %s".formatted(view.path("reply"), question.reply()));
    }
  }

  /**
   * Whether the agency said nothing that can be read when it was last asked, or was not in time.
   */
  private boolean gotNoAnswer(Faults misbehaviour) {
    if (receipts.isEmpty()) {
      return true;
    }
    if (events.contains("REPLY_LATE") || leftAfterItsEnd()) {
      return true;
    }
    Receipt last = receipts.get(receipts.size() - 1);
    Fate fate = Fate.of(misbehaviour, last.number(), last.times());
    return fate.dropped()
        || fate.garbage()
        || fate.failure() != null
        || silence().compareTo(SOON.plus(fate.after())) < 0;
  }

  /** Whether it was to be tried again in a file that nobody had noted as sent when it ended. */
  private boolean leftAfterItsEnd() {
    return question.goesByFile()
        && events.lastIndexOf("RETRY_PLANNED") > events.lastIndexOf("SENT")
        && receipts.size() > Collections.frequency(events, "SENT");
  }

  /** How long before its end it was sent last; none where it never was. */
  private Duration silence() {
    Optional<OffsetDateTime> sent =
        StreamSupport.stream(timeline.spliterator(), false)
            .filter(event -> event.get("what").asText().equals("SENT"))
            .map(event -> OffsetDateTime.parse(event.get("at").asText()))
            .reduce((earlier, later) -> later);
    OffsetDateTime ended = OffsetDateTime.parse(view.get("ended").asText());
    return sent.map(at -> Duration.between(at, ended)).orElse(Duration.ZERO);
  }

  private void checkEvents() {
    for (String event : events) {
      if (ODD.contains(event) && !event.equals(question.odd().event())) {
        faults.add("has " + event);
      }
    }
    if (outcome().equals("EXPIRED") && view.has("reply")) {
      faults.add("expired and tells " + view.get("reply"));
    }
  }

  private void checkReceipts() {
    if (receipts.stream().anyMatch(receipt -> !receipt.sameContent())) {
      faults.add("reached its agency with two contents: " + receipts);
    }
    if (question.isAskedOfAnAgency() && !question.goesByFile() && receipts.size() > 1) {
      faults.add("reached its agency under several numbers: " + receipts);
    }
    boolean answered = question.odd() == Odd.NOT && outcome().equals(question.outcome());
    if (question.isAskedOfAnAgency() && answered && receipts.isEmpty()) {
      faults.add("was answered and never reached its agency");
    }
  }
}
