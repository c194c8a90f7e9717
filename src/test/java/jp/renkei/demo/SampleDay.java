package jp.renkei.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient.Answer;

/**
 * Plays every flow of the catalogue, as an upstream system would: over HTTP, with a key of its own
 * and the flow's example, some with a second question whose answer is of another sort; what is
 * asked on paper is answered on paper, and what one caller asks of another is answered by that one.
 * Then goes wrong what goes wrong on a day, and is mended. Prints a line for each as it ends; what
 * is asked of an agency that is closed has one when it is asked, and ends last, when the agency
 * opens.
 */
final class SampleDay {

  private static final String HEADING = "Sample day (サンプル運用日)";
  private static final String ON_PAPER = "document";
  private static final String OWNED = "owner";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HubClient hub;
  private final DemoCredentials credentials;
  private final AnswerOnPaper paper;
  private final AnswerAsOwner owner;
  private final ClosedAgencies closed;
  private final PrintStream out;
  private final SampleQuestions questions = new SampleQuestions();

  SampleDay(HubClient hub, DemoCredentials credentials, PrintStream out, Clock clock) {
    this.hub = hub;
    this.credentials = credentials;
    this.paper = new AnswerOnPaper(hub, credentials);
    this.owner = new AnswerAsOwner(hub, credentials);
    this.closed = new ClosedAgencies(hub, credentials, clock);
    this.out = out;
  }

  /** Plays the day; what fails is a line of the table and stops nothing. */
  void play() throws IOException {
    List<JsonNode> flows = new ArrayList<>();
    hub.get(credentials.of("admin"), "/api/v1/flows").body().forEach(flows::add);
    List<JsonNode> troubles = questions.troubles(flows);
    Table table = new Table(Stream.concat(flows.stream(), troubles.stream()).toList(), out);
    table.heading(HEADING);
    for (JsonNode flow : flows) {
      play(flow, table);
    }
    SampleTroubles mended = new SampleTroubles(hub, credentials);
    for (JsonNode trouble : troubles) {
      long start = System.nanoTime();
      table.row(trouble, mended.play(trouble), millisSince(start));
    }
    closed.end(table, out);
    table.end();
  }

  private void play(JsonNode flow, Table table) {
    long start = System.nanoTime();
    try {
      String id = flow.get("id").asText();
      JsonNode known = hub.get(credentials.of("admin"), "/api/v1/flows/" + id).body();
      Optional<Credential> caller = callerOf(known);
      boolean onPaper = known.path("channel").asText().equals(ON_PAPER);
      Optional<String> reader =
          onPaper ? Optional.of(known.path("agency").asText()) : Optional.empty();
      if (caller.isPresent() && closed.include(known.path("agency").asText())) {
        String waits = closed.ask(flow, caller.get(), known.get("example"));
        table.row(flow, waits, millisSince(start));
        return;
      }
      for (JsonNode payload : questions.of(id, known.get("example"))) {
        start = System.nanoTime();
        String outcome =
            caller
                .map(
                    who ->
                        known.path("channel").asText().equals(OWNED)
                            ? ask(who, known, payload)
                            : inquire(who, id, payload, reader))
                .orElse("NO DEMO CALLER");
        table.row(flow, outcome, millisSince(start));
      }
    } catch (IOException e) {
      table.row(flow, "NO CONNECTION", millisSince(start));
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private Optional<Credential> callerOf(JsonNode flow) {
    return StreamSupport.stream(flow.get("callers").spliterator(), false)
        .map(JsonNode::asText)
        .flatMap(caller -> credentials.ofCaller(caller).stream())
        .findFirst();
  }

  /**
   * @param reader the agency that reads a letter and answers it on paper
   */
  private String inquire(
      Credential caller, String flow, JsonNode payload, Optional<String> reader) {
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode().put("flow", flow);
    inquiry.set("payload", payload);
    try {
      String key = "sample-day-" + UUID.randomUUID();
      Answer posted = hub.inquire(caller, key, reader.isPresent() ? "" : "?wait=20s", inquiry);
      if (reader.isPresent() && posted.status() == 202) {
        paper.answer(reader.get(), posted.body().get("id").asText());
      }
      return outcome(caller, flow, posted);
    } catch (IOException e) {
      return "NO CONNECTION";
    }
  }

  /** One caller asks, and the other one answers while it waits. */
  private String ask(Credential caller, JsonNode flow, JsonNode payload) {
    String id = flow.get("id").asText();
    JsonNode question = JsonNodeFactory.instance.objectNode().set("payload", payload);
    try {
      Answer posted = hub.ask(caller, "sample-day-" + UUID.randomUUID(), id, question);
      if (posted.status() == 202) {
        owner.answer(flow.get("agency").asText(), id, payload);
      }
      return outcome(caller, id, posted);
    } catch (IOException e) {
      return "NO CONNECTION";
    }
  }

  private String outcome(Credential caller, String flow, Answer answer) throws IOException {
    long latest = System.nanoTime() + PATIENCE.toNanos();
    Answer now = answer;
    while (now.status() == 202 || now.body().path("outcome").isNull()) {
      if (System.nanoTime() > latest) {
        return now.body().path("state").asText();
      }
      String id = now.body().get("id").asText();
      now = hub.get(caller, "/api/v1/inquiries/" + id + "?wait=20s");
    }
    return now.status() == 200
        ? questions.told(flow, now.body())
        : now.status() + " " + now.body().path("code").asText();
  }
}
