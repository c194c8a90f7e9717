package jp.renkei.message.characters;

import java.util.stream.IntStream;

/**
 * Characters of names that are one in other systems' character sets (異体字). Only the most usual; the
 * project's own choice, after the forms of the family register that are usual in names. The first
 * of a group is the one that every set has.
 */
public final class VariantForms {

  private static final String[] GROUPS = {
    "高髙", "崎﨑嵜", "吉𠮷", "辺邊邉", "斉齊斎齋", "浜濱濵", "沢澤", "桜櫻", "広廣", "国國", "島嶋嶌", "富冨", "徳德", "恵惠", "栄榮",
    "真眞", "滝瀧", "竜龍", "藪薮", "鉄鐵", "柳栁", "曽曾", "静靜", "関關", "会會", "寿壽", "将將", "郎郞", "黒黑", "清淸", "増增",
    "瀬瀨"
  };

  private VariantForms() {}

  /** The text with one form in place of each variant. */
  public static String united(String text) {
    StringBuilder united = new StringBuilder(text.length());
    text.codePoints().forEach(c -> united.appendCodePoint(others(c).findFirst().orElse(c)));
    return united.toString();
  }

  /** The forms that may stand for a character, the usual one first; none for a usual one. */
  static IntStream others(int c) {
    for (String group : GROUPS) {
      if (group.indexOf(c) > 0) {
        return group.codePoints().filter(other -> other != c);
      }
    }
    return IntStream.empty();
  }
}
