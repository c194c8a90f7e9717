package jp.renkei.message.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.renkei.message.benefits.BenefitsTold.Benefit;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;

/**
 * Whether a benefit of the kind was paid already for the months asked about (支給済みか). It is a no
 * only where the reply is complete, the person was covered through all these months, and nothing of
 * the kind is decided: what another insurer would have paid is not told by this one.
 *
 * @param total what was paid, in yen
 * @param additional the additional benefits (付加給付) among it, in yen
 */
record AlreadyPaid(
    Determination value,
    OptionalLong total,
    OptionalLong additional,
    String basis,
    Set<String> flags) {

  static AlreadyPaid of(BenefitsAsked asked, NetworkReply<BenefitSpan, BenefitsTold> reply) {
    BenefitsTold told = reply.told();
    Set<String> flags = new TreeSet<>();
    List<Benefit> same =
        told.benefit().stream()
            .filter(line -> line.kind().equals(asked.benefitKind()))
            .filter(line -> asked.months().contains(line.month()))
            .toList();
    List<Benefit> paid = same.stream().filter(line -> line.paidOn().isPresent()).toList();
    if (!paid.isEmpty()) {
      boolean amounts = paid.stream().allMatch(line -> line.amount().isPresent());
      if (!amounts) {
        flags.add("AMOUNT_UNSET");
      }
      if (reply.leavesOut("benefit")) {
        flags.add("PARTIAL");
      }
      return new AlreadyPaid(
          Determination.YES,
          amounts ? sum(paid, Benefit::amount) : OptionalLong.empty(),
          sum(paid, Benefit::additional),
          Fact.PROJECT_RULE,
          flags);
    }
    flagDoubts(asked, reply, same, flags);
    return new AlreadyPaid(
        flags.isEmpty() ? Determination.NO : Determination.UNDETERMINED,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Fact.PROJECT_RULE,
        flags);
  }

  /** Each of these keeps nothing paid from being a no. */
  private static void flagDoubts(
      BenefitsAsked asked,
      NetworkReply<BenefitSpan, BenefitsTold> reply,
      List<Benefit> same,
      Set<String> flags) {
    BenefitsTold told = reply.told();
    if (told.isEmpty()) {
      flags.add("NOTHING_TOLD");
      return;
    }
    if (!reply.complete()) {
      flags.add("PARTIAL");
    }
    if (!same.isEmpty()) {
      flags.add("DECIDED_NOT_PAID");
    }
    if (told.benefit().stream().anyMatch(line -> !BenefitsAnswer.KINDS.contains(line.kind()))) {
      flags.add("UNKNOWN_BENEFIT_KIND");
    }
    if (told.coveredFrom().isEmpty()) {
      flags.add("COVERAGE_UNSET");
    } else if (!covered(asked.months(), told.coveredFrom().get(), told.coveredTo())) {
      flags.add("NOT_COVERED_THROUGHOUT");
    }
  }

  private static boolean covered(
      BenefitSpan.Months months, LocalDate from, Optional<LocalDate> to) {
    return !months.from().atDay(1).isBefore(from)
        && to.filter(months.to().atEndOfMonth()::isAfter).isEmpty();
  }

  /** Of those that tell an amount; nothing where none does, for what is not told is not zero. */
  private static OptionalLong sum(List<Benefit> paid, Function<Benefit, Optional<Long>> amount) {
    List<Long> told = paid.stream().map(amount).flatMap(Optional::stream).toList();
    return told.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(told.stream().mapToLong(Long::longValue).sum());
  }
}
