package jp.renkei.message.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whether the registered account may be paid into as it is told (支払に使えるか), or must be looked at
 * first. Registered are ordinary and current accounts of the person's own, and nobody is paid into
 * another's account (DOMAIN.md 5); the codes of deposit types are those of transfer records
 * (DOMAIN.md 6.1), and another one is kept and never guessed. What is not told is not a no
 * (DOMAIN.md 0). It holds for the moment of the answer: an account may change or go at any time.
 *
 * @param value the judgement; UNDETERMINED where somebody must look at it
 * @param flags why it is not a yes
 */
record Usable(Finding value, Set<Flag> flags) {

  private static final Set<String> REGISTRABLE = Set.of("1", "2");
  private static final Set<String> KNOWN = Set.of("1", "2", "4", "9");

  enum Flag {
    NOT_ANSWERED,
    NOT_REGISTERED,
    HOLDER_DIFFERS,
    HOLDER_UNDETERMINED,
    DEPOSIT_TYPE_UNKNOWN,
    DEPOSIT_TYPE_NOT_REGISTRABLE
  }

  /**
   * @param holder whether the account's holder is the person; undetermined without an account
   */
  static Usable of(AccountReply reply, Finding holder) {
    return switch (reply.registered()) {
      case UNDETERMINED -> new Usable(Finding.UNDETERMINED, EnumSet.of(Flag.NOT_ANSWERED));
      case NO -> new Usable(Finding.NO, EnumSet.of(Flag.NOT_REGISTERED));
      case YES -> of(reply.account().orElseThrow().depositType(), holder);
    };
  }

  private static Usable of(String depositType, Finding holder) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (holder != Finding.YES) {
      flags.add(holder == Finding.NO ? Flag.HOLDER_DIFFERS : Flag.HOLDER_UNDETERMINED);
    }
    if (!KNOWN.contains(depositType)) {
      flags.add(Flag.DEPOSIT_TYPE_UNKNOWN);
    } else if (!REGISTRABLE.contains(depositType)) {
      flags.add(Flag.DEPOSIT_TYPE_NOT_REGISTRABLE);
    }
    return new Usable(value(holder, flags), flags);
  }

  private static Finding value(Finding holder, Set<Flag> flags) {
    if (holder == Finding.NO) {
      return Finding.NO;
    }
    return flags.isEmpty() ? Finding.YES : Finding.UNDETERMINED;
  }
}
