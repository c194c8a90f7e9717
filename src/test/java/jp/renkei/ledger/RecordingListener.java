package jp.renkei.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the writer tells. */
final class RecordingListener implements CommitListener {

  private final List<String> results = new CopyOnWriteArrayList<>();
  private final List<Integer> failures = new CopyOnWriteArrayList<>();

  /** Each command's kind and what became of it. */
  List<String> results() {
    return List.copyOf(results);
  }

  /** How many commands each failed group had. */
  List<Integer> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void committed(List<? extends Command<?>> commands, List<Object> told, Duration took) {
    for (int i = 0; i < commands.size(); i++) {
      results.add(commands.get(i).getClass().getSimpleName() + " " + name(told.get(i)));
    }
  }

  @Override
  public void failed(int commands, Throwable cause) {
    failures.add(commands);
  }

  private static Object name(Object result) {
    return result instanceof Acceptance acceptance
        ? acceptance.fresh() ? "fresh" : "repeated"
        : result;
  }
}
