package jp.renkei.inquiry.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import jp.renkei.message.Addressee;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.Letter;
import jp.renkei.message.income.SampleLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VendorFileTest {

  private static final String PAGE = "SIN-00000123-98.html";

  static List<GoldenCase> cases() {
    return GoldenCases.of(SampleLetters.FLOW);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheGoldenFileByteByByte(GoldenCase golden) {
    byte[] file = VendorFile.of(SampleLetters.of(golden, 0), SampleLetters.head(0), PAGE);

    assertThat(file).isEqualTo(golden.bytes("vendor.csv"));
  }

  @Test
  void hasTheBytesOfCp932AndCrlf() {
    byte[] file = file("髙﨑 𠮷", "○○市");
    String bytes = new String(file, Charset.forName("ISO-8859-1"));

    // 髙 FBFC, 﨑 FAB1, a space, and a geta 81AC for what is missing
    assertThat(bytes).contains("\"\u00fb\u00fc\u00fa\u00b1 \u0081\u00ac\"");
    assertThat(bytes.split("\r\n", -1)).hasSize(3);
    assertThat(bytes.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void namesWhatIsMissingInTheOrderItCame() {
    assertThat(text(file("𠮷\u845B\uDB40\uDD00\uD867\uDE3D", "𠮷町")))
        .endsWith("\"U+20BB7 U+E0100 U+29E3D\"\r\n")
        .contains("\"〓葛〓\"", "\"〓町\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2212, FF0D",
    "301C, FF5E",
    "2016, 2225",
    "2014, 2015",
    "00A2, FFE0",
    "00A3, FFE1",
    "00AC, FFE2"
  })
  void aSignWithAnotherCodeChangesWithoutAWord(String from, String to) {
    String sign = Character.toString(Integer.parseInt(from, 16));

    assertThat(text(file("x" + sign, "○○市")))
        .contains("\"x" + Character.toString(Integer.parseInt(to, 16)) + "\"")
        .endsWith("\"\"\r\n");
  }

  @Test
  void quotesAndCommasStayInTheirValue() {
    assertThat(text(file("a\"b,c", "○○市"))).contains(",\"a\"\"b,c\",");
  }

  private static byte[] file(String name, String address) {
    Letter letter =
        new Letter("test", new Addressee(name, "000-0000", List.of(address)), new byte[0]);
    return VendorFile.of(letter, SampleLetters.head(0), PAGE);
  }

  private static String text(byte[] file) {
    return new String(file, VendorText.CP932);
  }
}
