package jp.renkei.flow;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Tells whose a provider's code (提供者コード) is, on a day: an insurer's, a wide-area union's or a
 * municipality's. Check digits find what is mistyped; what cannot be known is nobody's.
 *
 * @param municipalities wards, designated cities and the own city
 * @param insurers insurer numbers
 */
public record ProviderTables(Municipalities municipalities, Insurers insurers) {

  private static final String LIST = "routes/codes/insurers.yaml";
  private static final int PREFECTURES = 47;
  private static final String SIX_IN_EIGHT = "00";

  /** Tables that tell nothing. */
  public static final ProviderTables NONE = new ProviderTables(Municipalities.NONE, Insurers.NONE);

  /**
   * Whose a code is: an insurer number of eight digits, or six digits of a National Health
   * Insurance or a municipality. Six digits that may be either are an insurer number with two zeros
   * before them, as where eight digits are written for all insurers alike.
   */
  public Whose insurer(String code, LocalDate day) {
    if (code.length() == 6) {
      return ofSix(code, day);
    }
    return code.startsWith(SIX_IN_EIGHT) ? ofNational(code.substring(2), day) : ofEight(code, day);
  }

  /** Whose a municipality code is; a ward stands for its city. */
  public Whose municipality(String code, LocalDate day) {
    if (!CheckDigits.isMunicipality(code)) {
      return new Whose.Member(ProviderCodes.MUNICIPALITY, code);
    }
    return municipalities
        .on(day, code)
        .<Whose>map(found -> new Whose.Member(ProviderCodes.MUNICIPALITY, found))
        .orElseGet(() -> new Whose.Nobody("a ward that is none on " + day));
  }

  private Whose ofEight(String number, LocalDate day) {
    if (!CheckDigits.isInsurer(number)) {
      return new Whose.Nobody(
          "not an insurer number with a right check digit: copy it from the certificate");
    }
    int prefecture = Integer.parseInt(number.substring(2, 4));
    if (prefecture < 1 || prefecture > PREFECTURES) {
      return new Whose.Nobody("an insurer number of no prefecture: its third and fourth digit");
    }
    if (!insurers.lines(number).isEmpty() && insurers.on(day, number).isEmpty()) {
      return succeeded(number, day);
    }
    return insurers
        .law(number, day)
        .<Whose>map(law -> new Whose.Member(law.asks(), number))
        .orElseGet(
            () ->
                new Whose.Nobody(
                    "no insurers' numbers begin so on "
                        + day
                        + ": correct it, or complete "
                        + LIST));
  }

  /** Each line's successor is asked instead, as long as there is one; reading saw that it ends. */
  private Whose succeeded(String number, LocalDate day) {
    return insurers.lines(number).stream()
        .filter(line -> line.validity().to() != null && line.validity().to().isBefore(day))
        .max(Comparator.comparing(line -> line.validity().to()))
        .<Whose>map(
            last ->
                last.successor() == null
                    ? new Whose.Nobody(
                        "an insurer that is no more since "
                            + last.validity().to()
                            + ": ask whoever took over")
                    : insurer(last.successor(), day))
        .orElseGet(() -> new Whose.Nobody("no insurer's number yet on " + day));
  }

  private Whose ofSix(String code, LocalDate day) {
    boolean number = CheckDigits.isNationalHealthInsurance(code);
    // the third digit of every municipality is 1 or more
    boolean municipality = CheckDigits.isMunicipality(code) && code.charAt(2) != '0';
    if (!number && !municipality) {
      return new Whose.Nobody(
          "neither an insurer number nor a municipality code: the check digit is wrong");
    }
    if (number && !insurers.lines(code).isEmpty()) {
      return municipality ? twofold(code) : listed(code, day);
    }
    if (number && municipality && !isKnown(code)) {
      return new Whose.Nobody(
          "an insurer number and a municipality code alike, and neither is listed: complete "
              + LIST);
    }
    return municipality ? municipality(code, day) : ofNational(code, day);
  }

  private Whose ofNational(String number, LocalDate day) {
    if (!CheckDigits.isNationalHealthInsurance(number)) {
      return new Whose.Nobody(
          "not an insurer number with a right check digit: copy it from the certificate");
    }
    return insurers.lines(number).isEmpty()
        ? new Whose.Nobody(
            "an insurer whose municipality is not known here: ask by the municipality code, or"
                + " complete "
                + LIST)
        : listed(number, day);
  }

  private static Whose twofold(String code) {
    return new Whose.Nobody(
        "an insurer number and a municipality code alike: write 00 before an insurer number, and ask"
            + " a municipality's insurance by its municipality code");
  }

  private Whose listed(String number, LocalDate day) {
    return insurers
        .on(day, number)
        .<Whose>map(
            line ->
                line.municipality() == null
                    ? new Whose.Member(ProviderCodes.INSURER, number)
                    : municipality(line.municipality(), day))
        .orElseGet(() -> new Whose.Nobody("no insurer's number on " + day));
  }

  /** Whether a municipality is named in one of the tables, and not only possible. */
  private boolean isKnown(String code) {
    return municipalities.names(code) || insurers.names(code);
  }
}
