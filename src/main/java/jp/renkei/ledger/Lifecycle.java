package jp.renkei.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The allowed steps of an inquiry's life. This table is the only one: the writer's updates follow
 * it, {@link LifecycleMigration} writes it into the database, which checks every inquiry's step
 * against it, and docs/lifecycle.md is printed from it.
 */
public final class Lifecycle {

  /** What a new inquiry comes from. */
  public static final String NEW = "NEW";

  /** All steps. */
  public static final List<Step> STEPS =
      List.of(
          new Step(NEW, State.ACCEPTED, "committed to the ledger (T1)"),
          new Step(State.ACCEPTED, State.SENT, "the agency's queue has it (T2)"),
          new Step(State.ACCEPTED, State.HELD_BY_PROVIDER, "the reply overtook T2: 自動応答不可"),
          new Step(State.SENT, State.HELD_BY_PROVIDER, "自動応答不可: the provider's staff must decide"),
          new Step(
              State.ACCEPTED,
              State.ENDED,
              "the reply came with or before T2 (T3), the agency refused it, its caller had lost the"
                  + " right when it was to leave, or the deadline came"),
          new Step(
              State.SENT,
              State.ENDED,
              "answered (T3), or its caller had lost the right when it was to leave again, or the"
                  + " deadline came"),
          new Step(State.HELD_BY_PROVIDER, State.ENDED, "answered (T3), or the deadline came"),
          new Step(State.ENDED, State.ACCEPTED, "replayed by an operator, where it was FAILED"),
          new Step(
              State.ENDED.name(),
              State.ENDED,
              Outcome.MANUAL,
              "answered by hand after an outcome that leaves the matter open: "
                  + Arrays.stream(Outcome.values())
                      .filter(Outcome::leavesOpen)
                      .map(Outcome::name)
                      .collect(Collectors.joining(", "))));

  private Lifecycle() {}

  /** Whether an inquiry may go from one state to another. */
  public static boolean allows(State from, State to) {
    return STEPS.stream().anyMatch(step -> step.from().equals(from.name()) && step.to() == to);
  }

  /** The states from which a state can be reached, as the updates' conditions need them. */
  static List<State> before(State to) {
    return STEPS.stream()
        .filter(step -> step.to() == to && !step.from().equals(NEW))
        .map(step -> State.valueOf(step.from()))
        .toList();
  }

  /**
   * One allowed step.
   *
   * @param from the state before, or {@link #NEW}
   * @param to the state after
   * @param only the outcome that it must have after, or null for any or none
   * @param when what makes it happen
   */
  public record Step(String from, State to, Outcome only, String when) {

    Step(String from, State to, String when) {
      this(from, to, null, when);
    }

    Step(State from, State to, String when) {
      this(from.name(), to, when);
    }
  }
}
