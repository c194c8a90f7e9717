package jp.renkei.inquiry.paper;

import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;

/**
 * The print vendor's file of one letter: CSV in CP932 with CRLF, a line of headings and one record,
 * every value in quotes. Project-defined.
 */
final class VendorFile {

  private static final List<String> HEADINGS =
      List.of(
          "書類番号", "督促回数", "環境区分", "郵便番号", "住所1", "住所2", "住所3", "氏名", "発送日", "提出期限", "文書ファイル",
          "置換文字");

  private VendorFile() {}

  /**
   * The file.
   *
   * @param page the name of the letter's own file
   */
  static byte[] of(Letter letter, LetterHead head, String page) {
    VendorText text = new VendorText();
    List<String> record =
        List.of(
            head.documentNumber(),
            Integer.toString(head.reminder()),
            letter.environment(),
            letter.addressee().postalCode(),
            text.of(line(letter, 0)),
            text.of(line(letter, 1)),
            text.of(line(letter, 2)),
            text.of(letter.addressee().name()),
            head.day().toString(),
            head.answerBy().toString(),
            page,
            text.missing());
    return (csv(HEADINGS) + csv(record)).getBytes(VendorText.CP932);
  }

  private static String line(Letter letter, int n) {
    return n < letter.addressee().address().size() ? letter.addressee().address().get(n) : "";
  }

  private static String csv(List<String> values) {
    return values.stream()
        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
