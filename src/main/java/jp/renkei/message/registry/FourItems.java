package jp.renkei.message.registry;

import jp.renkei.message.BirthDate;

/**
 * The four basic items of a person (基本4情報).
 *
 * @param name 氏名, as it came, 1 to 100 characters
 * @param address 住所, as it came, 1 to 200 characters
 * @param birthDate 生年月日
 * @param sex 性別, the project's own codes: 1 male, 2 female, 9 not recorded
 */
public record FourItems(String name, String address, BirthDate birthDate, String sex) {

  /** The code of a sex that is not recorded. */
  static final String NOT_RECORDED = "9";

  /** Tells nothing, whoever prints it. */
  @Override
  public String toString() {
    return "FourItems";
  }
}
