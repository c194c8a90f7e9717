package jp.renkei.message.income;

import java.util.List;
import jp.renkei.message.Question;

/**
 * Whose income is to be declared, and where the letter goes.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param year the assessment year (賦課年度)
 * @param name as it is printed, at most 25 characters
 * @param postalCode {@code 000-0000}
 * @param address 1 to 3 lines of at most 25 characters
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record IncomeQuestion(
    String residentNumber,
    int year,
    String name,
    String postalCode,
    List<String> address,
    boolean nonDisclosable)
    implements Question {

  public IncomeQuestion {
    address = List.copyOf(address);
  }

  @Override
  public String subject() {
    return residentNumber;
  }
}
