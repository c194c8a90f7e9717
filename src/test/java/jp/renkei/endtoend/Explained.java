package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.mock.Fate;

/**
 * Whether the end of each inquiry, and how often its agency received it, follows from what the
 * agency did: an answer is what the residents say, the deadline comes only to what got none, and a
 * number is received once and once more for each retry, each replay, and each kill that may have
 * come between.
 */
final class Explained {

  /** What no agency does in these trials, and what the hub must therefore not see. */
  private static final Set<String> NEVER =
      Set.of(
          "REPLY_OTHER_PERSON",
          "REPLY_OTHER_PERIOD",
          "REPLY_WITHOUT_INQUIRY",
          "REPLY_NOT_VALID",
          "REPLY_INDIVIDUAL_NUMBER",
          "REPLY_UNKNOWN_LAYOUT");

  /** Within so much an agency that owes an answer and does not wait on purpose has sent it. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final HubClient hub;
  private final Trial trial;
  private final AskedAgency agency;
  private final int kills;
  private final Map<String, JsonNode> received = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<Duration> lives = new ArrayList<>();
  private int retries;

  /**
   * @param agency who was asked
   * @param received what it received: a list of {@code {"number", "times", "sameContent"}}
   * @param kills how often the hub was killed while it was asked
   */
  Explained(HubClient hub, Trial trial, AskedAgency agency, JsonNode received, int kills) {
    this.hub = hub;
    this.trial = trial;
    this.agency = agency;
    this.kills = kills;
    received.forEach(entry -> this.received.put(entry.get("number").asText(), entry));
  }

  /** Checks one that has ended. */
  void check(Credential caller, Accepted inquiry) throws IOException {
    String path = "/api/v1/inquiries/" + inquiry.id();
    JsonNode view = hub.get(caller, path).body();
    JsonNode timeline = hub.get(caller, path + "/events").body().get("items");
    List<String> events = timeline.findValuesAsText("what");
    String outcome = view.path("outcome").asText();
    outcomes.merge(outcome, 1, Integer::sum);
    OffsetDateTime ended = time(view, "ended");
    lives.add(Duration.between(time(view, "accepted"), ended));
    Duration silence = Duration.between(lastSent(timeline).orElse(ended), ended);
    int before = faults.size();
    checkEvents(inquiry, events);
    checkOutcome(inquiry, outcome, view.path("reply"), silence, events);
    checkTimes(inquiry, outcome, events);
    if (faults.size() > before) {
      faults.add(inquiry.number() + " has the timeline " + events);
    }
  }

  private static Optional<OffsetDateTime> lastSent(JsonNode timeline) {
    return StreamSupport.stream(timeline.spliterator(), false)
        .filter(event -> event.get("what").asText().equals("SENT"))
        .map(event -> time(event, "at"))
        .reduce((earlier, later) -> later);
  }

  private static OffsetDateTime time(JsonNode view, String field) {
    return OffsetDateTime.parse(view.get(field).asText());
  }

  private void checkEvents(Accepted inquiry, List<String> events) {
    int ends = Collections.frequency(events, "ENDED");
    if (ends != 1 + replayed(events)) {
      faults.add(inquiry.number() + " ended " + ends + " times");
    }
    events.stream()
        .filter(NEVER::contains)
        .forEach(event -> faults.add(inquiry.number() + " has " + event));
    retries += planned(events) + postponed(events);
  }

  private void checkOutcome(
      Accepted inquiry, String outcome, JsonNode reply, Duration silence, List<String> events) {
    String said = agency.outcome(inquiry);
    boolean explained =
        switch (outcome) {
          case "EXPIRED" ->
              reply.isMissingNode()
                  && (trial.loses() && events.contains("REPLY_LATE")
                      || gotNoAnswer(inquiry, silence));
          case "FAILED" -> misbehaves() && planned(events) >= QuickCatalogue.MOST_ATTEMPTS - 1;
          default -> outcome.equals(said) && outcome.equals(reply.path("result").asText());
        };
    if (!explained) {
      faults.add(
          "%s came to %s with %s where the residents say %s"
              .formatted(inquiry.number(), outcome, reply.path("result"), said));
    }
  }

  /**
   * Whether the agency said nothing that can be understood the last time it was asked, if it was,
   * or was asked too short a while before the deadline.
   */
  private boolean gotNoAnswer(Accepted inquiry, Duration silence) {
    if (!misbehaves() || !trial.loses()) {
      return false;
    }
    int times = times(inquiry);
    Fate last = Fate.of(trial.faults(), inquiry.number(), times);
    return times == 0
        || last.dropped()
        || last.garbage()
        || last.failure() != null
        || silence.compareTo(SOON.plus(last.after())) < 0;
  }

  private void checkTimes(Accepted inquiry, String outcome, List<String> events) {
    int times = times(inquiry);
    boolean expired = outcome.equals("EXPIRED");
    boolean repeats = misbehaves() && trial.faults().duplicateRate() > 0;
    int again = planned(events) + replayed(events);
    int asked = expired ? 0 : 1;
    // A refusal that comes again after a kill plans one attempt too many, which an answer may save.
    int least = repeats ? asked : Math.max(asked, again + asked - kills);
    // What it had not answered when it went down comes again.
    int down = misbehaves() && trial.faults().down() ? 1 : 0;
    int most = 1 + again + postponed(events) + down + kills;
    if (times < least || times > most) {
      faults.add(
          "%s was received %d times, not %d to %d".formatted(inquiry.number(), times, least, most));
    }
    if (times > 0 && !received.get(inquiry.number()).get("sameContent").asBoolean()) {
      faults.add(inquiry.number() + " was received with two contents");
    }
  }

  private boolean misbehaves() {
    return agency == trial.misbehaving();
  }

  private int times(Accepted inquiry) {
    JsonNode entry = received.get(inquiry.number());
    return entry == null ? 0 : entry.get("times").asInt();
  }

  private static int planned(List<String> events) {
    return Collections.frequency(events, "RETRY_PLANNED");
  }

  private static int replayed(List<String> events) {
    return Collections.frequency(events, "REPLAYED");
  }

  private static int postponed(List<String> events) {
    return Collections.frequency(events, "SEND_POSTPONED");
  }

  /** What is wrong by now, a sentence each. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many inquiries came to each outcome. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  /** How often they were tried again: the agency could not answer, or sending failed. */
  int retries() {
    return retries;
  }

  /** How long half of them took at most, from their acceptance to their end. */
  Duration median() {
    return lives.stream().sorted().skip(lives.size() / 2).findFirst().orElse(Duration.ZERO);
  }
}
