package jp.renkei.message.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Kana of transfer records (DOMAIN.md 6.1) against a table that is written out. */
class ZenginKanaPropertyTest {

  private static final Map<Character, String> TABLE = new HashMap<>();

  static {
    String full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンァィゥェォッャュョー";
    String half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｱｲｳｴｵﾂﾔﾕﾖ-";
    for (int i = 0; i < full.length(); i++) {
      TABLE.put(full.charAt(i), half.substring(i, i + 1));
    }
    String voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    String unvoiced = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎｳ";
    for (int i = 0; i < voiced.length(); i++) {
      TABLE.put(voiced.charAt(i), unvoiced.charAt(i) + "ﾞ");
    }
    String plosive = "パピプペポ";
    for (int i = 0; i < plosive.length(); i++) {
      TABLE.put(plosive.charAt(i), "ﾊﾋﾌﾍﾎ".charAt(i) + "ﾟ");
    }
  }

  @Provide
  Arbitrary<String> kana() {
    return Arbitraries.of(TABLE.keySet())
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(
            characters -> {
              StringBuilder text = new StringBuilder();
              characters.forEach(text::append);
              return text.toString();
            })
        // a record's name does not begin with a mark, and a hyphen is none
        .filter(text -> text.charAt(0) != 'ー');
  }

  @Property(tries = 1_000)
  void everyKanaIsFoldedByTheTable(@ForAll("kana") String name) {
    StringBuilder expected = new StringBuilder();
    name.chars().forEach(c -> expected.append(TABLE.get((char) c)));

    assertThat(ZenginKana.ofParty(name)).contains(expected.toString());
  }

  @Property(tries = 1_000)
  void whatIsFoldedStaysAsItIs(@ForAll("kana") String name) {
    String once = ZenginKana.ofParty(name).orElseThrow();
    assertThat(ZenginKana.ofParty(once)).contains(once);
  }

  @Property(tries = 1_000)
  void nothingIsEverInARecordThatMayNotBe(@ForAll String anything) {
    ZenginKana.ofParty(anything)
        .ifPresent(
            folded ->
                assertThat(folded)
                    .matches("[ｱ-ﾝﾞﾟA-Z0-9 ().-]+")
                    .doesNotContain("ｦ", "ｧ", "ｨ", "ｩ", "ｪ", "ｫ", "ｬ", "ｭ", "ｮ", "ｯ"));
  }
}
