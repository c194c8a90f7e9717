package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.util.Optional;
import jp.renkei.message.BirthDate;

/**
 * What a caller asks about a person's coverage.
 *
 * @param referenceDate 資格基準日
 * @param certificate the certificate of the other insurance, as far as it is known
 * @param birthDate stays with the hub; the age on acquiring counts
 * @param nhi the coverage here; stays with the hub
 */
public record CoverageAsked(
    LocalDate referenceDate,
    Optional<Certificate> certificate,
    Optional<BirthDate> birthDate,
    Optional<Nhi> nhi) {

  /**
   * A certificate (被保険者証等).
   *
   * @param symbol 記号, at most 20 characters
   * @param number 番号, at most 20 characters
   * @param branch 枝番, two digits
   */
  public record Certificate(Optional<String> symbol, String number, Optional<String> branch) {}

  /**
   * The coverage by the National Health Insurance here.
   *
   * @param acquired 資格取得日
   * @param appliedFrom 適用開始日, where it is another
   * @param lost 資格喪失日, the first day without it
   */
  public record Nhi(
      LocalDate acquired, Optional<LocalDate> appliedFrom, Optional<LocalDate> lost) {}
}
