package jp.renkei.message.coverage;

import java.util.Optional;
import java.util.Set;

/** The burden ratio (負担割合) in tenths; the code values are the project's own. */
final class Burden {

  private static final Set<String> KNOWN = Set.of("1", "2", "3");

  private Burden() {}

  static boolean isUnknown(Optional<String> code) {
    return code.isPresent() && !KNOWN.contains(code.get());
  }
}
