package jp.renkei.message.evidence;

import java.util.List;
import jp.renkei.message.Addressee;
import jp.renkei.message.BirthDate;
import jp.renkei.message.Period;
import jp.renkei.message.Question;

/**
 * What evidence is asked for, and where the letter goes.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param person the name as it is printed, at most 25 characters
 * @param birth the date of birth, as far as it is known
 * @param personAddress 1 to 3 lines of at most 25 characters
 * @param holder whom the letter goes to
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record EvidenceQuestion(
    String residentNumber,
    String person,
    BirthDate birth,
    List<String> personAddress,
    HolderKind holderKind,
    Addressee holder,
    Period period,
    boolean nonDisclosable)
    implements Question {

  public EvidenceQuestion {
    personAddress = List.copyOf(personAddress);
  }

  @Override
  public String subject() {
    return residentNumber;
  }

  /** One person may be asked about at several holders. */
  @Override
  public String sameness() {
    return String.join(
        " ",
        residentNumber,
        holderKind.name(),
        holder.name(),
        period.from().toString(),
        period.to().toString());
  }
}
