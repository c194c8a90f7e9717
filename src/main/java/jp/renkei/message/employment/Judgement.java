package jp.renkei.message.employment;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.message.ReplyClass;

/**
 * Judges a reply in all: YES when any leaving is; NO only when the reply is complete, tells at
 * least one leaving and every leaving is NO; otherwise undetermined. That a partial or an empty
 * reply is never NO is the project's own rule, after "NO_DATA is never no" (DOMAIN.md 0).
 *
 * @param involuntary the judgement in all
 * @param months the months of relief of all leavings that are YES, each once; may have gaps
 * @param leavings each leaving's judgement, in the reply's order
 * @param flags what limits the judgement
 */
record Judgement(
    Involuntary involuntary,
    SortedSet<YearMonth> months,
    List<LeavingJudgement> leavings,
    Set<Flag> flags) {

  enum Flag {
    NOTHING_TOLD,
    PARTIAL
  }

  static Judgement of(EmploymentQuestion question, EmploymentReply reply) {
    List<LeavingJudgement> leavings =
        reply.leavings().stream().map(told -> LeavingJudgement.of(question, told)).toList();
    SortedSet<YearMonth> months =
        leavings.stream()
            .flatMap(judged -> judged.relief().stream())
            .flatMap(ReliefMonths::months)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Flag> flags = flags(reply);
    return new Judgement(inAll(leavings, flags.isEmpty()), months, leavings, flags);
  }

  private static Set<Flag> flags(EmploymentReply reply) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (reply.leavings().isEmpty()) {
      flags.add(Flag.NOTHING_TOLD);
    }
    if (reply.replyClass() == ReplyClass.PARTIAL) {
      flags.add(Flag.PARTIAL);
    }
    return flags;
  }

  private static Involuntary inAll(List<LeavingJudgement> leavings, boolean complete) {
    if (leavings.stream().anyMatch(judged -> judged.involuntary() == Involuntary.YES)) {
      return Involuntary.YES;
    }
    return complete && leavings.stream().allMatch(judged -> judged.involuntary() == Involuntary.NO)
        ? Involuntary.NO
        : Involuntary.UNDETERMINED;
  }
}
