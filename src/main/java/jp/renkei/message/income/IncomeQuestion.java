package jp.renkei.message.income;

import jp.renkei.message.Addressee;
import jp.renkei.message.Question;

/**
 * Whose income is to be declared, and where the letter goes.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param year the assessment year (賦課年度)
 * @param addressee where the letter goes
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record IncomeQuestion(
    String residentNumber, int year, Addressee addressee, boolean nonDisclosable)
    implements Question {

  @Override
  public String subject() {
    return residentNumber;
  }
}
