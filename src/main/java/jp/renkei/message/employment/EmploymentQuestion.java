package jp.renkei.message.employment;

import jp.renkei.message.BirthDate;
import jp.renkei.message.Period;
import jp.renkei.message.Question;

/**
 * What a caller asks about a person's leavings of employment.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param birthDate the date of birth; stays with the hub's judgement and goes to the agency too
 * @param period the leavings that are asked for
 * @param provider the public employment security office (公共職業安定所) that is asked, by its code, or
 *     null
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record EmploymentQuestion(
    String residentNumber,
    BirthDate birthDate,
    Period period,
    String provider,
    boolean nonDisclosable)
    implements Question {

  @Override
  public String subject() {
    return residentNumber;
  }

  @Override
  public String sameness() {
    return residentNumber + "/" + period.from() + "/" + period.to();
  }
}
