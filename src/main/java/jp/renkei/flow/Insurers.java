package jp.renkei.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The table of medical insurers (医療保険者) by their numbers (保険者番号, DOMAIN.md 7), read from {@code
 * routes/codes/insurers.yaml}: what the first two digits of an insurer number mean, and what a
 * number alone does not tell.
 *
 * @param laws what the first two digits (法別番号) mean
 * @param numbers the numbers that stand for somebody else, or for an insurer without these digits
 */
public record Insurers(List<Law> laws, List<Listed> numbers) {

  /** A table that tells nothing. */
  public static final Insurers NONE = new Insurers(List.of(), List.of());

  public Insurers {
    laws = List.copyOf(laws);
    numbers = List.copyOf(numbers);
  }

  /**
   * A law's insurers.
   *
   * @param code the first two of eight digits (法別番号)
   * @param asks what the codes of the agency are that is asked for them
   * @param validity when such numbers are in use
   */
  public record Law(String code, ProviderCodes asks, Validity validity) {}

  /**
   * A number by itself.
   *
   * @param number six digits of a National Health Insurance, or eight
   * @param municipality of six digits, whose insurance it is; null for a society (国保組合)
   * @param successor of eight digits that are in use no more, who took over; else null
   * @param validity when the number is its insurer's
   */
  public record Listed(String number, String municipality, String successor, Validity validity) {}

  /** The law of an insurer number's first two digits on a day. */
  Optional<Law> law(String number, LocalDate day) {
    return laws.stream()
        .filter(law -> number.startsWith(law.code()) && law.validity().includes(day))
        .findFirst();
  }

  /** The line of a number on a day. */
  Optional<Listed> on(LocalDate day, String number) {
    return numbers.stream()
        .filter(line -> line.number().equals(number) && line.validity().includes(day))
        .findFirst();
  }

  /** The lines of a number, on whatever day. */
  List<Listed> lines(String number) {
    return numbers.stream().filter(line -> line.number().equals(number)).toList();
  }

  /** Whether a municipality is one whose insurance has a line. */
  boolean names(String municipality) {
    return numbers.stream().anyMatch(line -> municipality.equals(line.municipality()));
  }
}
