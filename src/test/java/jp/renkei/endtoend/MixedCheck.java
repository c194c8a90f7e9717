package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.endtoend.GoldenQuestion.Way;
import jp.renkei.endtoend.RightEnd.Receipt;
import jp.renkei.mock.Faults;

/** Holds every inquiry of a {@link MixedRun} against its golden case, and counts how they ended. */
final class MixedCheck {

  /** What names a line of a bulk file: when it was made, the person, the kind of information. */
  private static final Pattern LINE = Pattern.compile("[0-9]{17}-0*([0-9]+)-TM[0-9]+");

  private static final int BATCH = 500;

  private final Rig rig;
  private final Mix mix;
  private final Map<String, List<Receipt>> receipts = new HashMap<>();
  private final Faults faults = Misbehaviour.MIXED.faults();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> events = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
  private final Set<String> numbers = ConcurrentHashMap.newKeySet();

  MixedCheck(Rig rig, Mix mix) throws IOException {
    this.rig = rig;
    this.mix = mix;
    for (String agency : mix.scripts().keySet()) {
      for (JsonNode entry : rig.agencies.received(agency)) {
        Receipt receipt =
            new Receipt(
                entry.get("number").textValue(),
                entry.get("times").intValue(),
                entry.get("sameContent").booleanValue());
        Matcher line = LINE.matcher(receipt.number());
        String name = line.matches() ? line.group(1) : receipt.number();
        receipts.computeIfAbsent(name, none -> new ArrayList<>()).add(receipt);
      }
    }
  }

  /** Checks each by itself. */
  MixedCheck each(Collection<Accepted> accepted, QueueLoad queue) {
    accepted.parallelStream().forEach(inquiry -> check(inquiry, queue));
    Set<String> strangers = new HashSet<>(receipts.keySet());
    strangers.removeAll(numbers);
    strangers.forEach(number -> wrong.add(number + " reached an agency and nobody asked for it"));
    return this;
  }

  private void check(Accepted inquiry, QueueLoad queue) {
    GoldenQuestion question = mix.about(inquiry.subject());
    Credential caller = rig.hub.credentials().ofCaller(question.caller()).orElseThrow();
    String path = "/api/v1/inquiries/" + inquiry.id();
    try {
      JsonNode view = rig.hub.client().get(caller, path).body();
      JsonNode timeline = rig.hub.client().get(caller, path + "/events").body().path("items");
      String name = question.goesByFile() ? question.subject() : view.path("number").asText();
      numbers.add(name);
      RightEnd end = new RightEnd(question, view, timeline, receipts.getOrDefault(name, List.of()));
      wrong.addAll(end.faults(faults));
      if (question.way() == Way.QUEUE && !view.equals(queue.end(view.path("number").asText()))) {
        wrong.add(inquiry.id() + " is told by queue otherwise than over HTTP");
      }
      count(question, end.outcome(), timeline.findValuesAsText("what"));
    } catch (IOException e) {
      wrong.add(inquiry.id() + " cannot be looked at: " + e);
    }
  }

  private void count(GoldenQuestion question, String outcome, List<String> timeline) {
    synchronized (outcomes) {
      outcomes
          .computeIfAbsent(question.flow().id(), none -> new TreeMap<>())
          .merge(outcome, 1, Integer::sum);
    }
    timeline.forEach(event -> events.merge(event, 1, Integer::sum));
  }

  /** Checks that the hub has these inquiries of a caller and no others, and that keys mean them. */
  MixedCheck whole(String caller, Collection<Accepted> accepted) throws IOException {
    HubClient hub = rig.hub.client();
    Credential who = rig.hub.credentials().ofCaller(caller).orElseThrow();
    List<Accepted> its =
        accepted.stream().filter(one -> question(one).caller().equals(caller)).toList();
    wrong.addAll(new Settlement(hub, who).checkListed(its).faults());
    List<Accepted> inquiries =
        its.stream().filter(one -> question(one).way() != Way.QUESTION).toList();
    for (int from = 0; from < inquiries.size(); from += BATCH) {
      List<Accepted> some = inquiries.subList(from, Math.min(from + BATCH, inquiries.size()));
      wrong.addAll(BatchLoad.changed(hub, who, some));
    }
    return this;
  }

  /** Checks that the owner was shown each question under one id, that of who asked it. */
  MixedCheck shown(OwnerDesk owner, Collection<Accepted> accepted) {
    for (Accepted inquiry : accepted) {
      GoldenQuestion question = question(inquiry);
      Set<String> shown = owner.shown(question.flow().id(), question.subject());
      if (question.way() == Way.QUESTION && !shown.equals(Set.of(inquiry.id()))) {
        wrong.add(inquiry.id() + " was shown to its owner as " + shown);
      }
    }
    return this;
  }

  private GoldenQuestion question(Accepted inquiry) {
    return mix.about(inquiry.subject());
  }

  /** What is wrong, a sentence each. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** How many inquiries of each flow came to each outcome. */
  Map<String, Map<String, Integer>> outcomes() {
    return outcomes;
  }

  /** How many events of a kind there are. */
  int events(String what) {
    return events.getOrDefault(what, 0);
  }

  /** How many inquiries came to an outcome. */
  int ended(String outcome) {
    return outcomes.values().stream().mapToInt(its -> its.getOrDefault(outcome, 0)).sum();
  }
}
