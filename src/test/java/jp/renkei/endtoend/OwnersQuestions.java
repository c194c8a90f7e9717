package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.endtoend.GoldenQuestion.Odd;
import jp.renkei.endtoend.GoldenQuestion.Way;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Pattern;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.operations.ShippedCatalogue;

/**
 * One system asks and another one owns the answers, across all crashes of their hub. A third of
 * what is asked is asked twice, under another key; the owner must see it once all the same.
 */
final class OwnersQuestions implements AutoCloseable {

  private static final int THREADS = 4;
  private static final Duration PATIENCE = JavaProcess.PATIENCE;
  private static final List<String> LIFE = List.of("ACCEPTED", "OFFERED", "SENT", "ENDED");

  private final List<Flow> flows =
      ShippedCatalogue.flows().stream().filter(flow -> flow.pattern() == Pattern.ANSWER).toList();
  private final HubProcess hub;
  private final OwnerDesk owner;
  private final Map<String, GoldenQuestion> bySubject = new HashMap<>();
  private final List<Accepted> everything = new ArrayList<>();
  private long residents = 88_000_000;
  private Load load;

  OwnersQuestions(HubProcess hub) {
    this.hub = hub;
    this.owner = new OwnerDesk(hub, (flow, resident) -> about(resident).told()).open();
  }

  private GoldenQuestion about(String residentNumber) {
    return bySubject.get(residentNumber.replaceFirst("^0+(?=.)", ""));
  }

  /**
   * Begins to ask, and the owner to look, who does not answer yet.
   *
   * @param name begins every key
   */
  Load ask(String name, int count) {
    owner.onlyFetch();
    List<GoldenQuestion> questions = new ArrayList<>();
    for (int i = 0; i < count * 2 / 3; i++) {
      questions.add(question());
    }
    load =
        new Load(
            Door.questions(hub.client(), tax()),
            number -> questions.get(number % questions.size()).body(),
            name,
            count);
    return load.start(THREADS);
  }

  private GoldenQuestion question() {
    String subject = Long.toString(residents++);
    Flow flow = flows.get((int) (residents % flows.size()));
    List<GoldenCase> cases = GoldenCases.of(flow.id());
    GoldenCase golden = cases.get((int) (residents / flows.size() % cases.size()));
    GoldenQuestion question =
        new GoldenQuestion(flow, golden, "tax", Way.QUESTION, subject, null, Odd.NOT);
    bySubject.put(subject, question);
    return question;
  }

  /** Waits until everything is asked and the owner has seen it. */
  void awaitSeen() {
    load.awaitDone(PATIENCE);
    await("all seen by the owner")
        .atMost(PATIENCE)
        .until(
            () ->
                hub.client()
                    .get(tax(), "/api/v1/inquiries?limit=1&state=ACCEPTED")
                    .body()
                    .path("items")
                    .isEmpty());
  }

  /** From now on the owner answers. */
  void answer() {
    owner.answer();
  }

  /** Waits until the owner was told of so many answers that the hub has them. */
  void awaitAnswered(int least) {
    await(least + " answered")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> owner.answered() >= least);
  }

  /** Waits for all answers, and checks that everything went once and to whoever asked. */
  void settle() throws IOException {
    awaitSeen();
    answer();
    everything.addAll(load.accepted());
    Settlement settlement =
        new Settlement(hub.client(), tax(), Door.questions(hub.client(), tax()))
            .checkEnds(load.accepted(), PATIENCE);
    owner.answerAgain();
    List<String> wrong = new ArrayList<>(settlement.checkListed(everything).faults());
    for (Accepted question : load.accepted()) {
      wrong.addAll(wrong(question));
    }
    wrong.addAll(load.faults());
    wrong.addAll(owner.faults());
    assertThat(wrong).isEmpty();
  }

  private List<String> wrong(Accepted asked) throws IOException {
    GoldenQuestion question = about(asked.subject());
    String path = "/api/v1/inquiries/" + asked.id();
    JsonNode view = hub.client().get(tax(), path).body();
    JsonNode timeline = hub.client().get(tax(), path + "/events").body().get("items");
    List<String> wrong =
        new ArrayList<>(
            new RightEnd(question, view, timeline, List.of()).faults(Misbehaviour.MIXED.faults()));
    List<String> life = new ArrayList<>(timeline.findValuesAsText("what"));
    life.removeIf("REPLY_DUPLICATE"::equals);
    // once, where the owner or somebody else who asked the same wants it
    if (life.remove("KEPT_FROM_VIEW") && !view.at("/reply/nonDisclosable").asBoolean()) {
      wrong.add(asked.id() + " is kept from view, and its answer is not");
    }
    if (!life.equals(LIFE)) {
      wrong.add(asked.id() + " has the timeline " + life);
    }
    Set<String> shown = owner.shown(question.flow().id(), question.subject());
    if (!shown.equals(offered(timeline)) || shown.size() != 1) {
      wrong.add(asked.id() + " was shown as " + shown + " and offered as " + offered(timeline));
    }
    return wrong;
  }

  private static Set<String> offered(JsonNode timeline) {
    Set<String> ids = new TreeSet<>();
    StreamSupport.stream(timeline.spliterator(), false)
        .filter(event -> event.get("what").asText().equals("OFFERED"))
        .forEach(event -> ids.add(event.get("detail").asText()));
    return ids;
  }

  private Credential tax() {
    return hub.credentials().of("tax");
  }

  @Override
  public void close() {
    owner.close();
  }
}
