package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import jp.renkei.demo.HubClient.Answer;
import jp.renkei.hub.Paperwork;

/**
 * The two operators who key in what comes back on paper, at work across all crashes of their hub:
 * each form until its inquiry has ended.
 */
final class PaperDesk implements AutoCloseable {

  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  /** A form that came back, of an inquiry. */
  private record Form(String inquiry, String reply) {}

  private final HubProcess hub;
  private final ConcurrentLinkedQueue<Form> forms = new ConcurrentLinkedQueue<>();
  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  PaperDesk(HubProcess hub) {
    this.hub = hub;
  }

  PaperDesk open() {
    Thread thread = new Thread(this::work, "paper");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** A form comes back. */
  void comesBack(String inquiry, JsonNode reply) {
    forms.add(new Form(inquiry, reply.toString()));
  }

  private void work() {
    while (!closed) {
      Form form = forms.poll();
      if (form == null) {
        LockSupport.parkNanos(PAUSE_NANOS);
      } else if (!settled(form)) {
        forms.add(form);
      }
    }
  }

  private boolean settled(Form form) {
    try {
      String path = Paperwork.path(form.inquiry());
      JsonNode view = hub.client().get(hub.credentials().of("operator"), path).body();
      if (view.path("outcome").isTextual()) {
        return true;
      }
      if (view.path("state").asText().equals("SENT")) {
        key(form, path);
      }
    } catch (IOException e) {
      // the hub is away
    }
    LockSupport.parkNanos(PAUSE_NANOS);
    return false;
  }

  private void key(Form form, String path) throws IOException {
    Optional<String> number = documentNumber(path);
    if (number.isPresent()) {
      String body = new Paperwork.Asked(form.inquiry(), number.get()).body(form.reply());
      // one that was keyed in before a crash is replaced by the same
      expectTaken(post("operator", path + "/answer", body));
      expectTaken(post("operator2", path + "/answer/confirm", body));
    }
  }

  private Optional<String> documentNumber(String path) throws IOException {
    JsonNode events =
        hub.client().get(hub.credentials().of("operator"), path + "/events").body().path("items");
    return StreamSupport.stream(events.spliterator(), false)
        .filter(event -> event.path("what").asText().equals("DOCUMENT_NUMBERED"))
        .map(event -> event.get("detail").asText())
        .findFirst();
  }

  private Answer post(String user, String path, String body) throws IOException {
    return hub.client().post(hub.credentials().of(user), path, body);
  }

  private void expectTaken(Answer answer) {
    if (answer.status() != 200 && answer.status() != 503) {
      faults.add("A form was keyed in, and told " + answer);
    }
  }

  /** What the hub should not have said. */
  List<String> faults() {
    return new ArrayList<>(faults);
  }

  @Override
  public void close() {
    closed = true;
  }
}
