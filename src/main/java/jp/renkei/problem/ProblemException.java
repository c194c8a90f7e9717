package jp.renkei.problem;

import java.time.Duration;
import java.util.List;

/** Refuses what was asked, with a code of the closed catalogue and the places that are wrong. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient List<Fault> faults;
  private final Duration pause;

  private ProblemException(Problem problem, List<Fault> faults, Duration pause) {
    super(problem.code() + " " + problem.title() + (faults.isEmpty() ? "" : " " + faults));
    this.problem = problem;
    this.faults = List.copyOf(faults);
    this.pause = pause;
  }

  public ProblemException(Problem problem, List<Fault> faults) {
    this(problem, faults, null);
  }

  /**
   * @param pause after which the same may succeed
   */
  public ProblemException(Problem problem, Duration pause) {
    this(problem, List.of(), pause);
  }

  public ProblemException(Problem problem, String pointer, String reason) {
    this(problem, List.of(new Fault(pointer, reason)));
  }

  public ProblemException(Problem problem) {
    this(problem, List.of());
  }

  public Problem problem() {
    return problem;
  }

  /** After which time the same may succeed, or null where nobody knows. */
  public Duration pause() {
    return pause;
  }

  public List<Fault> faults() {
    return faults;
  }
}
