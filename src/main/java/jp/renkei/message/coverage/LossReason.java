package jp.renkei.message.coverage;

import java.util.Optional;
import java.util.Set;

/** Why a coverage was lost (喪失事由); the code values are the project's own. */
final class LossReason {

  /** 後期高齢者医療. */
  static final String OLD_AGE = "03";

  private static final Set<String> KNOWN =
      Set.of("01", "02", OLD_AGE, "04", "05", "06", "07", "08", "09");

  private LossReason() {}

  static boolean isUnknown(Optional<String> code) {
    return code.isPresent() && !KNOWN.contains(code.get());
  }
}
