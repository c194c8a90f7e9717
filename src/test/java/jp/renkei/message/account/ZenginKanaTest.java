package jp.renkei.message.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZenginKanaTest {

  @ParameterizedTest
  @CsvSource({
    "ァィゥェォ, ｱｲｳｴｵ",
    "ャュョッヮ, ﾔﾕﾖﾂﾜ",
    "ヵヶ, ｶｹ",
    "ｧｨｩｪｫｬｭｮｯ, ｱｲｳｴｵﾔﾕﾖﾂ",
    "ガギグゲゴ, ｶﾞｷﾞｸﾞｹﾞｺﾞ",
    "パピプペポ, ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ",
    "ヴ, ｳﾞ",
    "カ゛ハ゜, ｶﾞﾊﾟ",
    "アーイｰウ－エ‐オ−, ｱ-ｲ-ｳ-ｴ-ｵ-",
    "ヤマダ　タロウ, ﾔﾏﾀﾞ ﾀﾛｳ",
    "Ｓｍｉｔｈ john, SMITH JOHN",
    "カ）タナカ, ｶ)ﾀﾅｶ",
    "（ザイ）．, (ｻﾞｲ).",
    "０１2, 012"
  })
  void foldsPartiesIntoTheCharactersOfARecord(String name, String folded) {
    assertThat(ZenginKana.ofParty(name)).contains(folded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ヲノ",
        "ｦﾉ",
        "山田",
        "やまだ",
        "ヰ",
        "ヱ",
        "ジョン・スミス",
        "ｼﾞﾖﾝ･ｽﾐｽ",
        "ア、イ",
        "ア/イ",
        "ア\nイ",
        "",
        " ",
        "　",
        "ア'",
        "é",
        "\uD842\uDFB7"
      })
  void foldsNothingElse(String name) {
    assertThat(ZenginKana.ofParty(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ミナト（カ", "ミナト ホンテン", "ミナト.", "ヲ", "港"})
  void leavesABanksNameOnlyItsHyphen(String name) {
    assertThat(ZenginKana.ofBank(name)).isEmpty();
    assertThat(ZenginKana.ofBank("ミナト-センター")).contains("ﾐﾅﾄ-ｾﾝﾀ-");
  }
}
