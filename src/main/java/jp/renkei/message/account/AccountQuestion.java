package jp.renkei.message.account;

import jp.renkei.message.Question;

/**
 * What a caller asks about a person's account. That the person wishes it is no field: without the
 * wish there is no question.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param nameKana the person's name in katakana, as it came; stays with the hub
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record AccountQuestion(String residentNumber, String nameKana, boolean nonDisclosable)
    implements Question {

  @Override
  public String subject() {
    return residentNumber;
  }

  /** Tells no name, whoever prints it. */
  @Override
  public String toString() {
    return "AccountQuestion";
  }
}
