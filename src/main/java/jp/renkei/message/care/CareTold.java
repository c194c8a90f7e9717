package jp.renkei.message.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.message.network.Told;

/**
 * What a care insurer tells of a person; all amounts in yen.
 *
 * @param insuredNumber 被保険者番号, ten digits
 * @param enrolledFrom 資格取得年月日
 * @param enrolledTo the last day insured, empty where it goes on
 * @param certification 要介護認定区分, as it came
 * @param certifiedFrom the first day of the certification
 * @param certifiedTo the last day of it
 * @param certificateNumber 自己負担額証明書の整理番号
 * @param ownBurden the own burdens by month and service
 * @param benefitTotal the insurer's sum of those of benefits
 * @param projectTotal the insurer's sum of those of the comprehensive project (総合事業)
 * @param highCostPaid 高額介護サービス費の支給額
 * @param shares how a combined refund was shared out
 */
public record CareTold(
    Optional<String> insuredNumber,
    Optional<LocalDate> enrolledFrom,
    Optional<LocalDate> enrolledTo,
    Optional<String> certification,
    Optional<LocalDate> certifiedFrom,
    Optional<LocalDate> certifiedTo,
    Optional<String> certificateNumber,
    List<OwnBurden> ownBurden,
    Optional<Long> benefitTotal,
    Optional<Long> projectTotal,
    Optional<Long> highCostPaid,
    Optional<Shares> shares)
    implements Told {

  /**
   * The own burden of one month and service.
   *
   * @param service 区分, as it came
   */
  public record OwnBurden(YearMonth month, String service, long amount) {}

  /**
   * The shares of a combined refund (按分).
   *
   * @param total 総支給額
   * @param medical 医療分
   * @param care 介護分
   */
  public record Shares(long total, long medical, long care) {}

  public CareTold {
    ownBurden = List.copyOf(ownBurden);
  }

  @Override
  public boolean isEmpty() {
    return ownBurden.isEmpty()
        && Stream.of(
                insuredNumber,
                enrolledFrom,
                enrolledTo,
                certification,
                certifiedFrom,
                certifiedTo,
                certificateNumber,
                benefitTotal,
                projectTotal,
                highCostPaid,
                shares)
            .allMatch(Optional::isEmpty);
  }

  @Override
  public Optional<String> missing() {
    return !isEmpty() && enrolledFrom.isEmpty() ? Optional.of("enrolledFrom") : Optional.empty();
  }

  @Override
  public Optional<String> contradiction() {
    return isReversed(enrolledFrom, enrolledTo) || isReversed(certifiedFrom, certifiedTo)
        ? Optional.of("enrolledTo or certifiedTo: before its beginning")
        : Optional.empty();
  }

  private static boolean isReversed(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.isPresent() && to.filter(from.get()::isAfter).isPresent();
  }
}
