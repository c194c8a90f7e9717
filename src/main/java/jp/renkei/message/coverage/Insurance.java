package jp.renkei.message.coverage;

import java.util.Set;

/** What an insurer number (保険者番号) tells of the insurance (DOMAIN.md 7). */
enum Insurance {
  /** 被用者保険: eight digits that begin with the number of a law of employees' insurance. */
  EMPLOYEES,
  /** 市町村国保: six digits, or eight that begin with 67 (退職). */
  NATIONAL,
  /** 国保組合: six digits, the third of them 3. Project rule, from the numbers that are public. */
  NATIONAL_SOCIETY,
  /** 後期高齢者医療: eight digits that begin with 39. */
  OLD_AGE,
  /** Of no law that is known here. */
  UNKNOWN;

  private static final Set<String> OF_EMPLOYEES =
      Set.of(
          "01", "02", "03", "04", "06", "07", "31", "32", "33", "34", "63", "72", "73", "74", "75");

  /**
   * @param number six or eight digits
   */
  static Insurance of(String number) {
    if (number.length() == 6) {
      return number.charAt(2) == '3' ? NATIONAL_SOCIETY : NATIONAL;
    }
    String law = number.substring(0, 2);
    if (law.equals("39")) {
      return OLD_AGE;
    }
    if (law.equals("67")) {
      return NATIONAL;
    }
    return OF_EMPLOYEES.contains(law) ? EMPLOYEES : UNKNOWN;
  }

  /** The prefecture of an insurer: its two digits after those of the law. */
  static String prefecture(String number) {
    int at = number.length() == 6 ? 0 : 2;
    return number.substring(at, at + 2);
  }
}
