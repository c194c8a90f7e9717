package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.endtoend.GoldenQuestion.Way;

/**
 * Everybody at work at once on a {@link Mix}: two callers at all doors, every mock agency with all
 * its faults, the owner of answers, and the operators who key in what comes back on paper.
 */
final class MixedRun implements AutoCloseable {

  /** Agencies that are away at first, of each transport. */
  private static final Set<String> AWAY = Set.of("city-tax-system", "insurer", "municipality");

  private static final int THREADS = 3;

  private final Rig rig;
  private final Mix mix;
  private final Map<String, ArrayNode> scripts;
  private final List<Load> loads = new ArrayList<>();
  private final List<BatchLoad> batches = new ArrayList<>();
  private final Load letters;
  private final QueueLoad queue;
  private final OwnerDesk owner;
  private final PaperDesk paper;
  private final Set<String> cameBack = new HashSet<>();

  MixedRun(Rig rig, Mix mix) {
    this.rig = rig;
    this.mix = mix;
    this.scripts = mix.scripts();
    this.letters = load("nhi", Way.PAPER);
    this.queue = new QueueLoad(rig.hub.data(), rig.hub.brokerPort());
    this.owner = new OwnerDesk(rig.hub, (flow, resident) -> mix.about(resident).told());
    this.paper = new PaperDesk(rig.hub);
  }

  private Load load(String caller, Way way) {
    List<ObjectNode> bodies = bodies(caller, way);
    Door door =
        way == Way.QUESTION
            ? Door.questions(rig.hub.client(), who(caller))
            : Door.inquiries(rig.hub.client(), who(caller));
    Load load = new Load(door, bodies::get, caller + "-" + way, bodies.size());
    loads.add(load);
    return load;
  }

  private List<ObjectNode> bodies(String caller, Way way) {
    return mix.of(caller, way).stream().map(GoldenQuestion::body).toList();
  }

  /** Begins; some agencies are away. */
  MixedRun start() throws IOException {
    for (Map.Entry<String, ArrayNode> agency : scripts.entrySet()) {
      rig.agencies.play(agency.getKey(), agency.getValue().toString());
      boolean away = AWAY.contains(agency.getKey());
      rig.agencies.misbehave(
          agency.getKey(), away ? Misbehaviour.AWAY.json() : Misbehaviour.MIXED.json());
    }
    load("tax", Way.SINGLE);
    load("tax", Way.QUESTION);
    loads.forEach(load -> load.start(THREADS));
    for (String caller : List.of("nhi", "tax")) {
      String name = caller + "-" + Way.BATCH;
      batches.add(
          new BatchLoad(rig.hub.client(), who(caller), name, bodies(caller, Way.BATCH)).start());
    }
    List<ObjectNode> queued = bodies("nhi", Way.QUEUE);
    queue.start("nhi-" + Way.QUEUE, queued.size(), queued::get);
    owner.open().answer();
    paper.open();
    return this;
  }

  /** Brings back the agencies that were away. */
  void everybodyIsBack() throws IOException {
    for (String agency : AWAY) {
      rig.agencies.misbehave(agency, Misbehaviour.MIXED.json());
    }
  }

  /** Waits until a part of everything was accepted, from 0 to 1. */
  void awaitAccepted(double part, Duration within) {
    int least = (int) (mix.all().size() * part);
    await(least + " accepted")
        .atMost(within)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> accepted().size() >= least || !faults().isEmpty());
    assertThat(faults()).as("what the hub should not have said").isEmpty();
    formsComeBack();
  }

  /** The forms of all letters that were asked for by now. */
  private void formsComeBack() {
    for (Accepted letter : letters.accepted()) {
      if (cameBack.add(letter.id())) {
        paper.comesBack(letter.id(), mix.about(letter.subject()).keyed());
      }
    }
  }

  /** Waits until nothing is open any more, and all is told that is told by queue. */
  void awaitEnds(Duration within) {
    await("all ended")
        .atMost(within)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> noneIs("ACCEPTED") && noneIs("SENT") && noneIs("HELD_BY_PROVIDER"));
    queue.awaitTold(mix.of("nhi", Way.QUEUE).size(), within);
  }

  private boolean noneIs(String state) throws IOException {
    String path = "/api/v1/inquiries?limit=1&state=" + state;
    return rig.hub
        .client()
        .get(rig.hub.credentials().of("operator"), path)
        .body()
        .path("items")
        .isEmpty();
  }

  /** Lets the owner answer everything once more. */
  void ownerAnswersAgain() throws IOException {
    owner.answerAgain();
  }

  /** All that was accepted so far; what came in a batch is without its number. */
  Collection<Accepted> accepted() {
    return Stream.of(
            loads.stream().map(Load::accepted),
            batches.stream().map(BatchLoad::accepted),
            Stream.of(queue.accepted()))
        .flatMap(all -> all)
        .flatMap(Collection::stream)
        .toList();
  }

  /** What the hub should not have said, to whomever. */
  List<String> faults() {
    return Stream.of(
            loads.stream().map(Load::faults),
            batches.stream().map(BatchLoad::faults),
            Stream.of(owner.faults(), paper.faults()))
        .flatMap(all -> all)
        .flatMap(List::stream)
        .toList();
  }

  /** By queue. */
  QueueLoad queue() {
    return queue;
  }

  OwnerDesk owner() {
    return owner;
  }

  Credential who(String caller) {
    return rig.hub.credentials().ofCaller(caller).orElseThrow();
  }

  @Override
  public void close() {
    queue.close();
    owner.close();
    paper.close();
  }
}
