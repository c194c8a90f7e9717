package jp.renkei.mock;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.context.SmartLifecycle;

/** All agencies, opened when the context has started and closed before it ends. */
public final class MockAgencies implements SmartLifecycle {

  private final Map<String, MockAgency> agencies = new TreeMap<>();
  private volatile boolean running;

  MockAgencies(List<MockAgency> agencies) {
    agencies.forEach(agency -> this.agencies.put(agency.id(), agency));
  }

  MockAgency agency(String id) {
    MockAgency agency = agencies.get(id);
    if (agency == null) {
      throw new ProblemException(Problem.NOT_FOUND, "agency", "no such mock agency");
    }
    return agency;
  }

  @Override
  public void start() {
    agencies.values().forEach(MockAgency::open);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    agencies.values().forEach(MockAgency::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
