package jp.renkei.message.employment;

/** Whether unemployment is involuntary (非自発的失業). Three values: not knowing is not a no. */
public enum Involuntary {
  YES,
  NO,
  UNDETERMINED;

  static Involuntary of(boolean known) {
    return known ? YES : NO;
  }

  /** Both must hold: one NO decides, otherwise one UNDETERMINED. */
  Involuntary and(Involuntary other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNDETERMINED;
  }
}
