package jp.renkei.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * The scripts of one agency. Several for one person are a sequence: the first time a number is
 * received the first is played, the second time the second, and the last one stays. Immutable.
 */
final class Scripts {

  static final Scripts NONE = new Scripts(List.of());

  private final List<Script> all;
  private final Map<String, List<Script>> bySubject;

  private Scripts(List<Script> all) {
    this.all = List.copyOf(all);
    this.bySubject =
        all.stream().collect(Collectors.groupingBy(script -> Asked.normalised(script.subject())));
  }

  static Scripts checked(List<Script> scripts, Behaviour behaviour) {
    List<Fault> wrong = new ArrayList<>();
    for (int i = 0; i < scripts.size(); i++) {
      Script script = scripts.get(i);
      if (script == null) {
        throw new ProblemException(Problem.INVALID_FIELD, "/" + i, "must be a script");
      }
      String subject = script.subject();
      if (subject == null || !subject.matches("[0-9]{1,15}")) {
        wrong.add(new Fault("/" + i + "/subject", "must be 1 to 15 digits"));
      }
      boolean tellsHow = script.as() != null || script.receipts() != null;
      if (script.outcome() == null && (!tellsHow || script.reply() != null)) {
        wrong.add(
            new Fault(
                "/" + i + "/outcome",
                "is needed beside a reply, or without \"as\" or \"receipts\""));
      }
      if (script.reply() != null) {
        behaviour.check("/" + i + "/reply", script.reply());
      }
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, wrong);
    }
    return new Scripts(scripts);
  }

  List<Script> all() {
    return all;
  }

  /**
   * The script to play.
   *
   * @param times how often the inquiry's number has been received, this time included
   */
  Optional<Script> forSubject(String subject, int times) {
    List<Script> sequence = bySubject.getOrDefault(subject, List.of());
    return sequence.isEmpty()
        ? Optional.empty()
        : Optional.of(sequence.get(Math.min(times, sequence.size()) - 1));
  }
}
