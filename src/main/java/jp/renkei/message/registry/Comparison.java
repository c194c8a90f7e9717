package jp.renkei.message.registry;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.message.BirthDate;
import jp.renkei.message.characters.VariantForms;

/**
 * Compares the four items as the city holds them with the network's latest (突合), each by itself and
 * without what systems write differently. What cannot be compared is undetermined, and so is a name
 * that differs in variant forms only: the project's own rules.
 *
 * @param flags why something is undetermined
 */
record Comparison(
    Agreement name, Agreement address, Agreement birthDate, Agreement sex, Set<Flag> flags) {

  enum Flag {
    NAME_NOT_COMPARABLE,
    NAME_IN_VARIANT_FORMS,
    ADDRESS_NOT_COMPARABLE,
    BIRTH_DATE_NOT_FULL,
    SEX_NOT_RECORDED,
    NETWORK_SAYS_OTHERWISE
  }

  /** Where nothing was asked by the four items, or none were told. */
  static Comparison none() {
    return new Comparison(
        Agreement.UNDETERMINED,
        Agreement.UNDETERMINED,
        Agreement.UNDETERMINED,
        Agreement.UNDETERMINED,
        Set.of());
  }

  /**
   * @param network the network's own word on the whole
   */
  static Comparison of(FourItems asked, FourItems latest, Agreement network) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    Comparison compared =
        new Comparison(
            name(asked.name(), latest.name(), flags),
            address(asked.address(), latest.address(), flags),
            birthDate(asked.birthDate(), latest.birthDate(), flags),
            sex(asked.sex(), latest.sex(), flags),
            flags);
    if (compared.contradicts(network)) {
      flags.add(Flag.NETWORK_SAYS_OTHERWISE);
    }
    return compared;
  }

  private boolean contradicts(Agreement network) {
    return switch (network) {
      case YES -> each().anyMatch(item -> item == Agreement.NO);
      case NO -> each().allMatch(item -> item == Agreement.YES);
      case UNDETERMINED -> false;
    };
  }

  private Stream<Agreement> each() {
    return Stream.of(name, address, birthDate, sex);
  }

  private static Agreement name(String asked, String latest, Set<Flag> flags) {
    String one = FoldedText.of(asked);
    String other = FoldedText.of(latest);
    if (FoldedText.hasNoShape(asked + latest)) {
      flags.add(Flag.NAME_NOT_COMPARABLE);
      return Agreement.UNDETERMINED;
    }
    if (one.equals(other)) {
      return Agreement.YES;
    }
    if (VariantForms.united(one).equals(VariantForms.united(other))) {
      flags.add(Flag.NAME_IN_VARIANT_FORMS);
      return Agreement.UNDETERMINED;
    }
    return Agreement.NO;
  }

  private static Agreement address(String asked, String latest, Set<Flag> flags) {
    if (FoldedText.hasNoShape(asked + latest)) {
      flags.add(Flag.ADDRESS_NOT_COMPARABLE);
      return Agreement.UNDETERMINED;
    }
    return Agreement.of(FoldedText.of(asked).equals(FoldedText.of(latest)));
  }

  private static Agreement birthDate(BirthDate asked, BirthDate latest, Set<Flag> flags) {
    if (asked.latest().isBefore(latest.earliest()) || latest.latest().isBefore(asked.earliest())) {
      return Agreement.NO;
    }
    if (asked.equals(latest)) {
      return Agreement.YES;
    }
    flags.add(Flag.BIRTH_DATE_NOT_FULL);
    return Agreement.UNDETERMINED;
  }

  private static Agreement sex(String asked, String latest, Set<Flag> flags) {
    if (asked.equals(FourItems.NOT_RECORDED) || latest.equals(FourItems.NOT_RECORDED)) {
      flags.add(Flag.SEX_NOT_RECORDED);
      return Agreement.UNDETERMINED;
    }
    return Agreement.of(asked.equals(latest));
  }
}
