package jp.renkei.message.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an account's holder with the person (名義の突合), both in Zengin characters and without their
 * spaces, which systems set differently. That a holder of a full record may have been cut, and that
 * a name without a Zengin form cannot be compared, is undetermined: the project's own rule.
 *
 * @param matches the judgement
 * @param flags why it is undetermined
 */
record HolderComparison(Finding matches, Set<Flag> flags) {

  /** Places of the holder's name in a transfer record (受取人名 C30). */
  private static final int PLACES = 30;

  enum Flag {
    NAME_NOT_COMPARABLE,
    HOLDER_CUT_SHORT
  }

  /**
   * @param nameKana the person's name as it came
   * @param holder the holder in Zengin characters
   */
  static HolderComparison of(String nameKana, String holder) {
    Optional<String> name = ZenginKana.ofParty(nameKana).map(HolderComparison::withoutSpaces);
    if (name.isEmpty()) {
      return undetermined(Flag.NAME_NOT_COMPARABLE);
    }
    String told = withoutSpaces(holder);
    boolean same = name.get().equals(told);
    if (!same && holder.length() >= PLACES && name.get().startsWith(told)) {
      return undetermined(Flag.HOLDER_CUT_SHORT);
    }
    return new HolderComparison(Finding.of(same), Set.of());
  }

  private static HolderComparison undetermined(Flag why) {
    return new HolderComparison(Finding.UNDETERMINED, EnumSet.of(why));
  }

  private static String withoutSpaces(String name) {
    return name.replace(" ", "");
  }
}
