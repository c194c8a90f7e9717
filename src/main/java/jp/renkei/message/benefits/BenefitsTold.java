package jp.renkei.message.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.network.Told;

/**
 * What an insurer tells of a person's benefits; all amounts in yen.
 *
 * @param coveredFrom the first day of coverage (資格期間)
 * @param coveredTo the last day of it, empty where it goes on
 * @param benefit the benefits, of any kind
 * @param ownBurden the own burdens (自己負担額) by month
 * @param ownBurdenTotal their sum, as the insurer has it
 */
public record BenefitsTold(
    Optional<LocalDate> coveredFrom,
    Optional<LocalDate> coveredTo,
    List<Benefit> benefit,
    List<OwnBurden> ownBurden,
    Optional<Long> ownBurdenTotal)
    implements Told {

  /**
   * One benefit.
   *
   * @param kind 給付種別, as it came
   * @param month of treatment
   * @param paidOn when it was paid, empty where it is only decided
   * @param amount 支給額
   * @param additional 付加給付額
   */
  public record Benefit(
      String kind,
      YearMonth month,
      Optional<LocalDate> paidOn,
      Optional<Long> amount,
      Optional<Long> additional) {}

  /**
   * The own burden of one month.
   *
   * @param setting 入院・外来, as it came
   */
  public record OwnBurden(YearMonth month, Optional<String> setting, long amount) {}

  public BenefitsTold {
    benefit = List.copyOf(benefit);
    ownBurden = List.copyOf(ownBurden);
  }

  @Override
  public boolean isEmpty() {
    return coveredFrom.isEmpty()
        && coveredTo.isEmpty()
        && benefit.isEmpty()
        && ownBurden.isEmpty()
        && ownBurdenTotal.isEmpty();
  }

  @Override
  public Optional<String> missing() {
    return benefit.stream().anyMatch(line -> line.amount().isEmpty())
        ? Optional.of("amount")
        : Optional.empty();
  }

  @Override
  public Optional<String> contradiction() {
    boolean reversed =
        coveredFrom.isPresent() && coveredTo.filter(coveredFrom.get()::isAfter).isPresent();
    return reversed ? Optional.of("coveredTo: before coveredFrom") : Optional.empty();
  }
}
