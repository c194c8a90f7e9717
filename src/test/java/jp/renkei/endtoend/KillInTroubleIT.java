package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient.Answer;
import jp.renkei.endtoend.crash.CrashAgentJar;
import jp.renkei.endtoend.crash.CrashPoint;
import jp.renkei.endtoend.crash.Halt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills where there is trouble already: while inquiries are tried again, while an operator's replay
 * runs, and while agencies owe the answers that they have promised. Most are real kills; some come
 * between a step and its commit. One ledger takes them all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillInTroubleIT {

  private static final Duration SOON = JavaProcess.PATIENCE;
  private static final int CALLERS = 4;
  private static final String COLLECTION = AskedAgency.DIGITAL.flow();

  @TempDir static Path folder;
  private final List<Load> loads = new ArrayList<>();
  private CrashAgentJar agent;
  private Rig rig;

  @BeforeAll
  void start() throws IOException {
    agent = CrashAgentJar.in(folder);
    List<Integer> ports = FreePorts.of(4);
    rig =
        new Rig(
            folder,
            ports,
            PromisingAgencies.in(folder.resolve("outside"), folder.resolve("data"), ports.get(3)));
    rig.agencies.start();
    rig.hub.start().awaitReady();
    rig.agencies.awaitReady();
  }

  @AfterEach
  void behave() throws IOException {
    for (String agency :
        List.of(Rig.AGENCY, PromisingAgencies.CALLS_BACK, PromisingAgencies.IS_ASKED)) {
      rig.agencies.behave(agency);
      rig.agencies.play(agency, "[]");
    }
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @Test
  void whatIsTriedAgainIsTriedOnAfterAKill() throws IOException {
    rig.agencies.misbehave(Rig.AGENCY, Trial.ERRORS.json());
    Load load = load(AskedAgency.MHLW.flow(), "tried-again", 120).start(CALLERS);
    await("inquiries that wait for their next attempt")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> waitingFor("retry", AskedAgency.MHLW.flow()) >= 3);
    rig.hub.kill9();
    crashAt(CrashPoint.exit("jp.renkei.ledger.TryAgain", "run", 3));

    Explained explained = settle(load, Rig.AGENCY, Trial.ERRORS, AskedAgency.MHLW, 2);

    assertThat(explained.retries()).as("the agency did misbehave").isPositive();
    checkWhole();
  }

  @Test
  void aReplayThatIsCutOffIsRepeatedAndNothingGoesTwice() throws IOException {
    // more than the ledger writes at once: some are always left
    int dead = 300;
    rig.agencies.play(PromisingAgencies.CALLS_BACK, refusing(dead));
    Load load = load(COLLECTION, "replayed", dead).start(CALLERS).awaitDone(SOON);
    await("dead letters").atMost(SOON).until(() -> matched() == dead);
    rig.agencies.play(PromisingAgencies.CALLS_BACK, "[]");

    // passed once for each and once for each group of at most 256: the first group is committed
    agent.end(rig.hub.pid(), CrashPoint.exit("jp.renkei.ledger.Replay", "run", 290));
    assertThatThrownBy(() -> replay(false, 20)).isInstanceOf(IOException.class);
    restartAfterTheCrash();
    int left = matched();
    assertThat(left).as("some were replayed before the crash, some not").isBetween(2, dead - 1);
    // so slowly that some of them surely wait still when the next kill comes
    int perSecond = Math.max(1, left / 20);
    assertThat(replay(false, perSecond).get("replayed").intValue()).isEqualTo(left);
    await("replayed inquiries that have ended")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> waitingFor("retry", COLLECTION) < left);
    assertThat(waitingFor("retry", COLLECTION)).as("replays that are not due yet").isPositive();
    rig.hub.kill9();
    rig.hub.start().awaitReady();
    assertThat(replay(false, 20).get("matched").intValue()).as("the same once more").isZero();

    settle(load, PromisingAgencies.CALLS_BACK, Trial.CALM, AskedAgency.DIGITAL, 2);
    checkWhole();
  }

  @Test
  void promisedAnswersComeWhoeverIsKilledMeanwhile() throws IOException {
    owe(4_000);
    Load brought = load(COLLECTION, "brought", 60).start(CALLERS);
    Load asked = load(PromisingAgencies.FLOW_OF_THE_BRANCH, "asked", 60).start(CALLERS);
    // all of the others may be promised before the kill: these are not
    Load later = load(PromisingAgencies.FLOW_OF_THE_BRANCH, "later", 20);
    brought.awaitAccepted(30, SOON);
    asked.awaitAccepted(30, SOON);
    int before = callsThatNobodyTook();
    rig.hub.kill9();
    later.start(CALLERS);
    await("an agency whose call nobody takes")
        .atMost(SOON)
        .until(() -> callsThatNobodyTook() > before);
    crashAt(CrashPoint.exit("jp.renkei.ledger.BeginPolling", "run", 1));

    settle(later, PromisingAgencies.IS_ASKED, Trial.CALM, AskedAgency.DIGITAL, 2);
    settlePromised(brought, asked, 2);
  }

  private int callsThatNobodyTook() {
    String told = "digital-agency cannot bring its answers and calls again";
    return rig.agencies.output().split(told, -1).length - 1;
  }

  @Test
  void promisedAnswersComeFromAnAgencyThatIsKilledAfterItPromised() throws IOException {
    owe(8_000);
    Load brought = load(COLLECTION, "promised", 20).start(CALLERS);
    Load asked = load(PromisingAgencies.FLOW_OF_THE_BRANCH, "promised", 20).start(CALLERS);
    brought.awaitDone(SOON);
    asked.awaitDone(SOON);
    await("nothing unsent").atMost(SOON).until(() -> unsent() == 0);
    assertThat(open(COLLECTION)).as("what is still to be brought").isPositive();
    assertThat(open(PromisingAgencies.FLOW_OF_THE_BRANCH)).as("and to be asked for").isPositive();
    rig.agencies.kill9();
    rig.agencies.start().awaitReady();

    settlePromised(brought, asked, 0);
  }

  private void settlePromised(Load brought, Load asked, int kills) throws IOException {
    settle(brought, PromisingAgencies.CALLS_BACK, Trial.CALM, AskedAgency.DIGITAL, kills);
    // the branch has the Digital Agency's records
    settle(asked, PromisingAgencies.IS_ASKED, Trial.CALM, AskedAgency.DIGITAL, kills);
    checkWhole();
  }

  private void owe(int millis) throws IOException {
    String faults = "{\"delayMs\": " + millis + "}";
    rig.agencies.misbehave(PromisingAgencies.CALLS_BACK, faults);
    rig.agencies.misbehave(PromisingAgencies.IS_ASKED, faults);
  }

  /** Starts the hub, which ends at a point as if it were killed there, and starts it once more. */
  private void crashAt(CrashPoint point) throws IOException {
    rig.hub.start(agent.argument(point));
    restartAfterTheCrash();
  }

  private void restartAfterTheCrash() {
    assertThat(rig.hub.exitStatus(SOON)).isEqualTo(Halt.STATUS);
    rig.hub.start().awaitReady();
  }

  private Load load(String flow, String name, int count) throws IOException {
    ObjectNode example =
        (ObjectNode) rig.hub.client().get(rig.nhi(), "/api/v1/flows/" + flow).body().get("example");
    Load load = new Load(rig.hub.client(), rig.nhi(), flow, example, flow + "-" + name, count);
    loads.add(load);
    return load;
  }

  /** Waits until all of a load has ended, and checks that its agency explains how. */
  private Explained settle(Load load, String agency, Trial trial, AskedAgency records, int kills)
      throws IOException {
    load.awaitDone(SOON);
    assertThat(load.faults()).as("what the hub should not have said").isEmpty();
    Settlement settlement = new Settlement(rig.hub.client(), rig.nhi());
    assertThat(settlement.checkEnds(load.accepted(), SOON).faults()).isEmpty();
    Explained explained =
        new Explained(rig.hub.client(), trial, records, rig.agencies.received(agency), kills);
    for (Accepted inquiry : load.accepted()) {
      explained.check(rig.nhi(), inquiry);
    }
    assertThat(explained.faults()).isEmpty();
    return explained;
  }

  /** Checks that neither the hub nor an agency knows of an inquiry that nobody asked. */
  private void checkWhole() throws IOException {
    List<Accepted> everything = loads.stream().flatMap(load -> load.accepted().stream()).toList();
    Settlement settlement = new Settlement(rig.hub.client(), rig.nhi());
    assertThat(settlement.checkListed(everything).faults()).isEmpty();
    List<String> received = new ArrayList<>();
    for (String agency :
        List.of(Rig.AGENCY, PromisingAgencies.CALLS_BACK, PromisingAgencies.IS_ASKED)) {
      received.addAll(rig.agencies.received(agency).findValuesAsText("number"));
    }
    assertThat(received)
        .containsExactlyInAnyOrderElementsOf(everything.stream().map(Accepted::number).toList());
  }

  /** What refuses so many residents, the first of every load. */
  private static String refusing(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"subject\": \"%d\", \"as\": \"refused\"}".formatted(20_000_000 + i))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private int matched() throws IOException {
    return replay(true, 20).get("matched").intValue();
  }

  private JsonNode replay(boolean dryRun, int perSecond) throws IOException {
    String act =
        "{\"filter\": {\"flow\": \"%s\"}, \"reason\": \"mended\", \"perSecond\": %d, \"dryRun\": %s}"
            .formatted(COLLECTION, perSecond, dryRun);
    Answer answer = rig.hub.client().post(operator(), "/api/v1/inquiries:replay", act);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private long waitingFor(String what, String flow) throws IOException {
    return items("flow=" + flow)
        .filter(item -> item.at("/waiting/for").asText().equals(what))
        .count();
  }

  private long open(String flow) throws IOException {
    return items("flow=" + flow)
        .filter(item -> !item.get("state").asText().equals("ENDED"))
        .count();
  }

  private long unsent() throws IOException {
    return items("state=ACCEPTED").count();
  }

  private Stream<JsonNode> items(String filter) throws IOException {
    return rig.hub.client().list(operator(), "/api/v1/inquiries?" + filter).stream();
  }

  private Credential operator() {
    return rig.hub.credentials().of("operator");
  }
}
