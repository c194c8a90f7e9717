package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import jp.renkei.api.RefusalListener;
import jp.renkei.problem.Problem;

/** Counts what is refused over HTTP, by code; every code is told from the start. */
final class CountRefusals implements RefusalListener {

  private static final int REFUSED = 400;

  private final Map<Problem, Counter> counters = new EnumMap<>(Problem.class);

  CountRefusals(MeterRegistry registry) {
    for (Problem problem : Problem.values()) {
      if (problem.status() >= REFUSED) {
        counters.put(problem, registry.counter("renkei.requests.refused", "code", problem.code()));
      }
    }
  }

  @Override
  public void refused(Problem problem) {
    counters.get(problem).increment();
  }
}
