package jp.renkei.problem;

import java.util.List;

/** Refuses what was asked, with a code of the closed catalogue and the places that are wrong. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient List<Fault> faults;

  public ProblemException(Problem problem, List<Fault> faults) {
    super(problem.code() + " " + problem.title() + (faults.isEmpty() ? "" : " " + faults));
    this.problem = problem;
    this.faults = List.copyOf(faults);
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

  public List<Fault> faults() {
    return faults;
  }
}
