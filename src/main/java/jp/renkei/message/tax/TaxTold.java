package jp.renkei.message.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.message.network.Told;

/**
 * What a municipality tells of a person's local tax; all amounts in yen.
 *
 * @param declaration 申告区分, one or two characters, as it came
 * @param taxClass 課税区分, as it came
 * @param decidedOn when the figures were decided or last corrected
 * @param totalIncome 合計所得金額
 * @param aggregateIncome 総所得金額等
 * @param carriedLoss 繰越損失額
 * @param deductions 所得控除額の合計
 * @param taxBase 課税標準額
 * @param perCapitaLevy 均等割額
 * @param incomeLevy 所得割額
 * @param income the income by kind
 */
public record TaxTold(
    Optional<String> declaration,
    Optional<String> taxClass,
    Optional<LocalDate> decidedOn,
    Optional<Long> totalIncome,
    Optional<Long> aggregateIncome,
    Optional<Long> carriedLoss,
    Optional<Long> deductions,
    Optional<Long> taxBase,
    Optional<Long> perCapitaLevy,
    Optional<Long> incomeLevy,
    List<Income> income)
    implements Told {

  /**
   * Income of one kind.
   *
   * @param kind 所得の種類, one or two characters, as it came
   * @param revenue 収入金額
   * @param amount 所得金額; a loss is below zero
   */
  public record Income(String kind, Optional<Long> revenue, long amount) {}

  public TaxTold {
    income = List.copyOf(income);
  }

  @Override
  public boolean isEmpty() {
    return declaration.isEmpty() && taxClass.isEmpty() && decidedOn.isEmpty() && !hasFigures();
  }

  boolean hasFigures() {
    return !income.isEmpty()
        || Stream.of(
                totalIncome,
                aggregateIncome,
                carriedLoss,
                deductions,
                taxBase,
                perCapitaLevy,
                incomeLevy)
            .anyMatch(Optional::isPresent);
  }

  /** Who declared has figures; who did not need not have any. */
  @Override
  public Optional<String> missing() {
    if (declaration.isEmpty()) {
      return Optional.of("declaration");
    }
    if (!declaration.get().equals(Declaration.DECLARED.code())) {
      return Optional.empty();
    }
    if (totalIncome.isEmpty()) {
      return Optional.of("totalIncome");
    }
    return taxBase.isEmpty() ? Optional.of("taxBase") : Optional.empty();
  }
}
