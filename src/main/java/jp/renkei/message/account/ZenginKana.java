package jp.renkei.message.account;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Folds names into the characters of Zengin transfer records (全銀, DOMAIN.md 6.1): half-width
 * katakana without ｦ and small kana, voiced marks as characters of their own, A to Z, digits, and
 * few signs; the long vowel mark is a hyphen. What has no such form is not folded: nothing is
 * guessed.
 */
final class ZenginKana {

  private static final Pattern PARTY = Pattern.compile("[ｱ-ﾝﾞﾟA-Z0-9().-][ｱ-ﾝﾞﾟA-Z0-9 ().-]*");
  private static final Pattern BANK = Pattern.compile("[ｱ-ﾝﾞﾟA-Z0-9-]+");

  private static final String SMALL = "ァィゥェォャュョッヮヵヶ";
  private static final String LARGE = "アイウエオヤユヨツワカケ";

  /** The long vowel mark and the dashes that are typed for it; NFKD has made － a hyphen. */
  private static final String HYPHENS = "ー‐‑‒–—―−";

  private static final Map<Character, Character> HALF_WIDTH = halfWidth();

  private ZenginKana() {}

  /** A person's or company's name (受取人名), or empty where it has no such form. */
  static Optional<String> ofParty(String name) {
    return Optional.of(folded(name)).filter(folded -> PARTY.matcher(folded).matches());
  }

  /** A bank's or branch's name (被仕向銀行名, 被仕向支店名), or empty where it has no such form. */
  static Optional<String> ofBank(String name) {
    return Optional.of(folded(name)).filter(folded -> BANK.matcher(folded).matches());
  }

  private static String folded(String name) {
    // a voiced mark that stands by itself would come apart into a space and a mark
    String marks = name.replace('゛', '\u3099').replace('゜', '\u309A');
    String apart = Normalizer.normalize(marks, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(apart.length());
    apart.strip().chars().forEach(c -> folded.append(fold((char) c)));
    return folded.toString();
  }

  private static char fold(char c) {
    if (HYPHENS.indexOf(c) >= 0) {
      return '-';
    }
    int small = SMALL.indexOf(c);
    char large = small < 0 ? c : LARGE.charAt(small);
    return HALF_WIDTH.getOrDefault(large, large);
  }

  private static Map<Character, Character> halfWidth() {
    Map<Character, Character> halves = new HashMap<>();
    for (char half = 'ｦ'; half <= 'ﾟ'; half++) {
      halves.put(Normalizer.normalize(String.valueOf(half), Normalizer.Form.NFKD).charAt(0), half);
    }
    return halves;
  }
}
