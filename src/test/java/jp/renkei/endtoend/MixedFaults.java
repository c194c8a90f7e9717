package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.demo.DemoCredentials.Credential;

/**
 * Two callers ask two agencies, of which one misbehaves: trial after trial, and after each
 * everything must have ended, rightly and once, while the other agency's inquiries kept ending.
 */
final class MixedFaults implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int THREADS = 2;
  private static final List<String> CALLERS = List.of("caller", "tax");
  private static final List<String> PROVIDERS = List.of("2701", "2702", "2703");

  private final Rig rig;
  private final String deadline;
  private final Map<AskedAgency, ObjectNode> examples = new LinkedHashMap<>();
  private final Map<String, List<Accepted>> everything = new LinkedHashMap<>();
  private int residents = 30_000_000;

  /**
   * Starts a hub and its agencies.
   *
   * @param folder empty
   * @param deadline of what is asked where an agency swallows some, e.g. {@code PT30S}
   */
  MixedFaults(Path folder, String deadline) throws IOException {
    this.deadline = deadline;
    rig = new Rig(folder, FreePorts.of(3), QuickCatalogue.in(folder.resolve("outside")));
    rig.agencies.start();
    rig.hub.start().awaitReady();
    rig.agencies.awaitReady();
    for (AskedAgency agency : AskedAgency.values()) {
      String path = "/api/v1/flows/" + agency.flow();
      examples.put(
          agency, (ObjectNode) rig.hub.client().get(rig.nhi(), path).body().get("example"));
    }
    CALLERS.forEach(caller -> everything.put(caller, new ArrayList<>()));
  }

  /**
   * Plays one trial and checks every promise.
   *
   * @param inquiries how many in all; a quarter of them to the other agency
   */
  TrialResult play(Trial trial, int inquiries) throws IOException {
    answerFirst(trial);
    long begun = System.nanoTime();
    int pausesBefore = pauses();
    String agency = trial.misbehaving().id();
    rig.agencies.misbehave(agency, trial.json());
    Map<String, Load> asked =
        start(
            trial.name(), trial.misbehaving(), inquiries * 3 / 4, trial.loses() ? deadline : null);
    if (trial.faults().down()) {
      awaitState(agency, "BROKEN");
    }
    Map<String, Load> meanwhile = start(trial.name(), trial.other(), inquiries / 4, null);
    checkEnds(meanwhile);
    if (trial.faults().down()) {
      assertThat(state(agency)).as("while the other agency's inquiries end").isEqualTo("BROKEN");
      rig.agencies.misbehave(agency, trial.jsonWhenUp());
    }
    awaitAccepted(asked);
    awaitReceived(trial.misbehaving(), asked);
    rig.agencies.behave(agency);
    checkEnds(asked);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    Explained its = explained(trial, trial.misbehaving(), asked);
    Explained others = explained(trial, trial.other(), meanwhile);
    return new TrialResult(
        trial,
        count(asked),
        its.outcomes(),
        its.retries(),
        pauses() - pausesBefore,
        took,
        count(meanwhile),
        others.median());
  }

  /** Checks that neither the hub nor the agencies know of inquiries that nobody asked. */
  void checkWhole() throws IOException {
    Set<String> numbers = new TreeSet<>();
    for (AskedAgency agency : AskedAgency.values()) {
      numbers.addAll(received(agency));
    }
    for (Map.Entry<String, List<Accepted>> its : everything.entrySet()) {
      Settlement settlement = new Settlement(rig.hub.client(), who(its.getKey()));
      assertThat(settlement.checkListed(its.getValue()).faults()).isEmpty();
      its.getValue().forEach(inquiry -> numbers.remove(inquiry.number()));
    }
    assertThat(numbers).as("received, and nobody asked for them").isEmpty();
  }

  /** Begins with agencies that answer: what the trial before broke is mended by an answer. */
  private void answerFirst(Trial trial) throws IOException {
    for (AskedAgency agency : AskedAgency.values()) {
      Map<String, Load> loads = start("before-" + trial, agency, CALLERS.size(), null);
      checkEnds(loads);
      keep(loads);
    }
  }

  private void keep(Map<String, Load> loads) {
    loads.forEach((caller, load) -> everything.get(caller).addAll(load.accepted()));
  }

  private Map<String, Load> start(String name, AskedAgency agency, int count, String until) {
    Map<String, Load> loads = new LinkedHashMap<>();
    for (String caller : CALLERS) {
      int first = residents;
      int its = count / CALLERS.size();
      residents += its;
      Load load =
          new Load(
              Door.inquiries(rig.hub.client(), who(caller)),
              number -> question(agency, first + number, until),
              name + "-" + agency + "-" + caller,
              its);
      loads.put(caller, load.start(THREADS));
    }
    return loads;
  }

  /** Every third inquiry names one of the agency's members, where it has any. */
  private ObjectNode question(AskedAgency agency, int resident, String until) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flow", agency.flow());
    if (until != null) {
      body.put("deadline", until);
    }
    ObjectNode payload = examples.get(agency).deepCopy();
    payload.put("residentNumber", Integer.toString(resident));
    if (agency == AskedAgency.MHLW && resident % 3 == 0) {
      payload.put("provider", PROVIDERS.get(resident / 3 % PROVIDERS.size()));
    }
    body.set("payload", payload);
    return body;
  }

  private void awaitAccepted(Map<String, Load> loads) {
    loads.values().forEach(load -> load.awaitDone(PATIENCE));
    loads.values().forEach(load -> assertThat(load.faults()).isEmpty());
  }

  private void checkEnds(Map<String, Load> loads) throws IOException {
    awaitAccepted(loads);
    for (Map.Entry<String, Load> load : loads.entrySet()) {
      Settlement settlement = new Settlement(rig.hub.client(), who(load.getKey()));
      settlement.checkEnds(load.getValue().accepted(), PATIENCE);
      assertThat(settlement.faults()).isEmpty();
    }
  }

  private Explained explained(Trial trial, AskedAgency agency, Map<String, Load> loads)
      throws IOException {
    Explained explained =
        new Explained(rig.hub.client(), trial, agency, rig.agencies.received(agency.id()), 0);
    for (Map.Entry<String, Load> load : loads.entrySet()) {
      for (Accepted inquiry : load.getValue().accepted()) {
        explained.check(who(load.getKey()), inquiry);
      }
    }
    keep(loads);
    assertThat(explained.faults()).as(trial + " " + agency).isEmpty();
    return explained;
  }

  /**
   * Waits until the agency has everything, or it ended without. What has only left to the agency's
   * queue would be read by one that behaves again.
   */
  private void awaitReceived(AskedAgency agency, Map<String, Load> loads) {
    for (Map.Entry<String, Load> load : loads.entrySet()) {
      await("all received or ended")
          .atMost(PATIENCE)
          .until(() -> allReceived(load.getKey(), load.getValue().accepted(), received(agency)));
    }
  }

  private boolean allReceived(String caller, Collection<Accepted> inquiries, Set<String> received)
      throws IOException {
    for (Accepted inquiry : inquiries) {
      if (!received.contains(inquiry.number()) && !hasEnded(caller, inquiry)) {
        return false;
      }
    }
    return true;
  }

  private Set<String> received(AskedAgency agency) throws IOException {
    return new TreeSet<>(rig.agencies.received(agency.id()).findValuesAsText("number"));
  }

  private boolean hasEnded(String caller, Accepted inquiry) throws IOException {
    JsonNode view = rig.hub.client().get(who(caller), "/api/v1/inquiries/" + inquiry.id()).body();
    return view.path("state").asText().equals("ENDED");
  }

  private void awaitState(String agency, String state) {
    await(agency + " " + state).atMost(PATIENCE).until(() -> state(agency).equals(state));
  }

  private String state(String agency) throws IOException {
    for (JsonNode one : rig.hub.client().get(who("operator"), "/api/v1/agencies").body()) {
      if (one.get("id").asText().equals(agency)) {
        return one.get("state").asText();
      }
    }
    throw new AssertionError("The hub has no agency " + agency);
  }

  /** How often a path was broken so far. The hub says so once each time. */
  private int pauses() {
    return rig.hub.output().split("Path \\S+ does not work", -1).length - 1;
  }

  private static int count(Map<String, Load> loads) {
    return loads.values().stream().mapToInt(load -> load.accepted().size()).sum();
  }

  private Credential who(String role) {
    return rig.hub.credentials().of(role);
  }

  @Override
  public void close() {
    rig.close();
  }
}
