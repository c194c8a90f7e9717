package jp.renkei.message.facility;

import java.time.LocalDate;
import jp.renkei.message.Addressee;
import jp.renkei.message.BirthDate;
import jp.renkei.message.Question;

/**
 * Whose stay is asked about, and where the letter goes.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param person the name as it is printed, at most 25 characters
 * @param birth the date of birth, as far as it is known
 * @param facilityKind as facility-residence.request.schema.json names it
 * @param facilityMunicipality the municipality code of the facility, six digits
 * @param facility whom the letter goes to
 * @param admittedOn the day of admission, as it was declared to the city
 * @param formerMunicipality the municipality code before the admission, as it was declared
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record StayQuestion(
    String residentNumber,
    String person,
    BirthDate birth,
    String facilityKind,
    String facilityMunicipality,
    Addressee facility,
    LocalDate admittedOn,
    String formerMunicipality,
    boolean nonDisclosable)
    implements Question {

  @Override
  public String subject() {
    return residentNumber;
  }

  /** One person may be asked about at several facilities. */
  @Override
  public String sameness() {
    return String.join(" ", residentNumber, facility.name(), admittedOn.toString());
  }
}
