package jp.renkei.mock;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that an agency has promised: those it brings by a call until the hub has taken them,
 * and those it is asked for. Each is a line of a file before the agency says that it took the
 * inquiry, so that a promise outlives a killed process. Safe for many threads.
 */
final class Promises implements AutoCloseable {

  private static final String CALL = "call";
  private static final String CALLED = "called";
  private static final String SHOW = "show";

  /**
   * An answer that was promised.
   *
   * @param id its own within the agency
   * @param number the inquiry number that it goes out with
   * @param due when it is there
   * @param content in clear; one that is empty says nothing
   */
  record Promise(String id, String number, Instant due, byte[] content) {}

  private final Clock clock;
  private final Map<String, Promise> calls = new LinkedHashMap<>();
  private final Map<String, Promise> shown = new ConcurrentHashMap<>();
  private final Journal journal;
  private long last;

  Promises(Path path, Clock clock) {
    this.clock = clock;
    this.journal = new Journal(path, this::reread);
  }

  private void reread(String[] line) {
    if (line[0].equals(CALLED)) {
      calls.remove(line[1]);
      return;
    }
    last = Long.parseLong(line[1]);
    byte[] content = line.length < 5 ? new byte[0] : Base64.getDecoder().decode(line[4]);
    Instant due = Instant.ofEpochMilli(Long.parseLong(line[3]));
    keep(line[0], new Promise(line[1], line[2], due, content));
  }

  private void keep(String how, Promise promise) {
    if (how.equals(CALL)) {
      calls.put(promise.id(), promise);
    } else {
      shown.put(promise.number(), promise);
    }
  }

  /** Promises to bring an answer. */
  Promise toCall(Outgoing reply) {
    return promise(CALL, reply.number(), reply);
  }

  /** Promises to have an answer for whoever asks for it by an inquiry's number. */
  void toShow(String number, Outgoing reply) {
    promise(SHOW, number, reply);
  }

  private synchronized Promise promise(String how, String number, Outgoing reply) {
    Promise promise =
        new Promise(
            Long.toString(++last), number, clock.instant().plus(reply.after()), reply.content());
    journal.add(
        how,
        promise.id(),
        number,
        Long.toString(promise.due().toEpochMilli()),
        Base64.getEncoder().encodeToString(promise.content()));
    keep(how, promise);
    return promise;
  }

  /** The hub has taken it, or does not want it. */
  synchronized void called(Promise promise) {
    journal.add(CALLED, promise.id());
    calls.remove(promise.id());
  }

  /** What is still to be brought, the oldest first. */
  synchronized List<Promise> toCall() {
    return List.copyOf(calls.values());
  }

  /** The answer to an inquiry that is asked for, whether it is there yet or not. */
  Optional<Promise> shown(String number) {
    return Optional.ofNullable(shown.get(number));
  }

  @Override
  public void close() {
    journal.close();
  }
}
