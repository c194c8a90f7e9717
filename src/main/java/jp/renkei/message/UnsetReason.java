package jp.renkei.message;

import java.util.Set;

/** Why an item is not told (未設定事由); the code values are the project's own. */
public final class UnsetReason {

  /** Not registered, not to be told, other. */
  private static final Set<String> KNOWN = Set.of("1", "2", "9");

  private UnsetReason() {}

  /**
   * What to look at.
   *
   * @param code one or two characters, as it came
   */
  public static Set<String> flags(String code) {
    return KNOWN.contains(code) ? Set.of() : Set.of("UNKNOWN_UNSET_REASON");
  }
}
