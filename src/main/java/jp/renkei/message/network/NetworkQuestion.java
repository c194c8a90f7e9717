package jp.renkei.message.network;

import java.util.Optional;
import jp.renkei.message.Question;
import jp.renkei.message.Whom;

/**
 * What a caller asks about a person.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param wanted whom the caller wants to ask, or null where the agency has no members
 * @param provider the code of the member that is asked, or null until it is found
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 * @param asked what is asked, by the kind
 * @param repeated what the reply must repeat
 */
public record NetworkQuestion<P>(
    String residentNumber,
    Whom wanted,
    String provider,
    boolean nonDisclosable,
    P asked,
    Object repeated)
    implements Question {

  @Override
  public String subject() {
    return residentNumber;
  }

  /** One person may be asked about at several providers. */
  @Override
  public String sameness() {
    return residentNumber + "/" + provider + "/" + repeated;
  }

  @Override
  public Optional<Whom> whom() {
    return Optional.ofNullable(wanted);
  }

  @Override
  public NetworkQuestion<P> askedOf(String found) {
    return new NetworkQuestion<>(residentNumber, wanted, found, nonDisclosable, asked, repeated);
  }
}
