package jp.renkei.inquiry.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.ledger.DocumentNumber;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;

/**
 * Puts a letter into its agency's folder: the page {@code <number>.html} for people and printers,
 * the vendor's file {@code <number>.csv}, and the end file. A reminder's names end with {@code
 * -R1}, {@code -R2}, …
 */
final class PrintLetter {

  private final Catalogue catalogue;
  private final PaperKinds kinds;
  private final OutgoingFolder folder;

  PrintLetter(Catalogue catalogue, PaperKinds kinds, OutgoingFolder folder) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.folder = folder;
  }

  /**
   * Prints; the same letter again changes nothing.
   *
   * @param message what the kind wrote when the inquiry was accepted
   * @param day the day of the letter
   * @param reminder 0 for the first letter
   */
  void print(
      String flowId,
      byte[] message,
      DocumentNumber number,
      LocalDate day,
      Instant deadline,
      int reminder) {
    Flow flow = catalogue.flow(flowId).orElseThrow();
    LetterHead head =
        new LetterHead(
            number.text(), day, lastDay(deadline), reminder, flow.agency().paper().sender());
    Letter letter = kinds.of(flow).letter(message, head);
    String name = number.text() + (reminder == 0 ? "" : "-R" + reminder);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("html", letter.html());
    files.put("csv", VendorFile.of(letter, head, name + ".html"));
    folder.write(flow.agency().id(), name, files);
  }

  /** A deadline at midnight is the end of the day before. */
  private static LocalDate lastDay(Instant deadline) {
    return JapaneseTime.dayOf(deadline.minusMillis(1));
  }
}
