package jp.renkei.message;

import java.time.LocalDate;
import java.util.List;

/**
 * What a letter carries beside its message.
 *
 * @param documentNumber the document number (書類番号) with its check digits, as people read it
 * @param day the day of the letter, in Japan
 * @param answerBy the day by which the answer is wanted, in Japan
 * @param reminder 0 for the first letter, 1 for the first reminder, and so on
 * @param sender who writes, a line each
 */
public record LetterHead(
    String documentNumber, LocalDate day, LocalDate answerBy, int reminder, List<String> sender) {

  public LetterHead {
    sender = List.copyOf(sender);
  }
}
