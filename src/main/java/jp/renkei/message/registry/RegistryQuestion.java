package jp.renkei.message.registry;

import java.util.Optional;
import jp.renkei.message.Question;
import jp.renkei.protection.IndividualNumber;

/**
 * What a caller asks about a person's identity: by the individual number or by the four items, one
 * of which is there.
 *
 * @param residentNumber the resident number (宛名番号), 1 to 15 digits without leading zeros
 * @param individualNumber the individual number (個人番号)
 * @param fourItems the four items, as the city holds them
 * @param nonDisclosable whether the inquiry is kept from the resident portal's view (不開示)
 */
public record RegistryQuestion(
    String residentNumber,
    Optional<IndividualNumber> individualNumber,
    Optional<FourItems> fourItems,
    boolean nonDisclosable)
    implements Question {

  @Override
  public String subject() {
    return residentNumber;
  }

  /**
   * The person and what the network is asked by: another number of the same person is another
   * question. It is for a keyed hash and for nothing else.
   */
  @Override
  public String sameness() {
    return residentNumber
        + "\n"
        + individualNumber
            .map(IndividualNumber::digitsForMessageOrKeyedHash)
            .orElseGet(() -> fourItems.map(FoldedText::of).orElse(""));
  }

  /** Tells neither number nor name, whoever prints it. */
  @Override
  public String toString() {
    return "RegistryQuestion";
  }
}
