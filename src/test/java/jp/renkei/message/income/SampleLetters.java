package jp.renkei.message.income;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;

/** The letters of the golden folder. */
public final class SampleLetters {

  /** The folder. */
  public static final String FLOW = "assessment.insured-income";

  private SampleLetters() {}

  /** What the golden letters carry beside their message. */
  public static LetterHead head(int reminder) {
    return new LetterHead(
        "SIN-00000123-98",
        LocalDate.of(2026, 11, 22),
        LocalDate.of(2027, 1, 12),
        reminder,
        List.of("〒000-0000 ○○市中央一丁目1番1号", "○○市 健康福祉局 保険年金課", "電話 00-0000-0000"));
  }

  /** A golden case's letter, as the kind prints it. */
  public static Letter of(GoldenCase golden, int reminder) {
    InsuredIncome kind = new InsuredIncome();
    byte[] message = kind.message(GoldenCases.header(FLOW), kind.question(golden.payload()));
    return kind.letter(message, head(reminder));
  }
}
