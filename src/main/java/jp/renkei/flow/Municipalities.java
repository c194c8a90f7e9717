package jp.renkei.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The table of municipalities that a code alone does not tell (DOMAIN.md 0, "Whom to ask"), read
 * from {@code routes/codes/municipalities.yaml}: the own city and the wards of designated cities
 * (政令指定都市). Every other code with a right check digit, a special ward's (特別区) too, is a
 * municipality.
 *
 * @param own the own city, or null where the table says none
 * @param wards the wards, each for the days on which it is one
 */
public record Municipalities(String own, List<Ward> wards) {

  /** What stands for abroad (国外) in an address history. */
  public static final String ABROAD = "99999";

  /** A table that tells nothing. */
  public static final Municipalities NONE = new Municipalities(null, List.of());

  public Municipalities {
    wards = List.copyOf(wards);
  }

  /**
   * A ward (行政区), which is no municipality.
   *
   * @param code its six digits
   * @param city its city's
   * @param validity when it is a ward of that city
   */
  public record Ward(String code, String city, Validity validity) {}

  /**
   * The municipality that a code stands for on a day: a ward's city, or the code itself.
   *
   * @param code six digits with a right check digit
   * @return empty where the code is that of a ward, but of no ward on that day
   */
  public Optional<String> on(LocalDate day, String code) {
    List<Ward> same = wards.stream().filter(ward -> ward.code().equals(code)).toList();
    if (same.isEmpty()) {
      return Optional.of(code);
    }
    return same.stream().filter(ward -> ward.validity().includes(day)).map(Ward::city).findFirst();
  }

  /** Whether a municipality is the own city, which is never asked over a network. */
  public boolean isOwn(String municipality) {
    return municipality.equals(own);
  }

  /** The prefecture of the own city: the first two digits of its code. */
  public Optional<String> ownPrefecture() {
    return Optional.ofNullable(own).map(code -> code.substring(0, 2));
  }

  /** Whether a code is named here, as the own city's, a designated city's or a ward's. */
  boolean names(String code) {
    return isOwn(code)
        || wards.stream().anyMatch(ward -> ward.code().equals(code) || ward.city().equals(code));
  }
}
