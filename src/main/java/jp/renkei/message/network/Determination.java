package jp.renkei.message.network;

/** Whether something is so. Three values: not knowing is not a no. */
public enum Determination {
  YES,
  NO,
  UNDETERMINED;

  public static Determination of(boolean known) {
    return known ? YES : NO;
  }

  /** Both must hold: one NO decides, otherwise one UNDETERMINED. */
  public Determination and(Determination other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNDETERMINED;
  }
}
