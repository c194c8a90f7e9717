package jp.renkei.message.employment;

import java.util.Arrays;
import java.util.Optional;

/**
 * Kinds of entitlement to unemployment benefit (受給資格区分); the code values are the project's own
 * (DOMAIN.md 0).
 */
enum Qualification {
  /** 一般. */
  GENERAL("1", Involuntary.YES),
  /** 高年齢: excluded (DOMAIN.md 5). */
  AGED("2", Involuntary.NO),
  /** 特例: excluded (DOMAIN.md 5). */
  SPECIAL("3", Involuntary.NO),
  /**
   * 日雇: DOMAIN.md names it neither as counting nor as excluded. The project's own rule: a person at
   * the city decides.
   */
  DAY_LABOUR("4", Involuntary.UNDETERMINED);

  private final String code;
  private final Involuntary counts;

  Qualification(String code, Involuntary counts) {
    this.code = code;
    this.counts = counts;
  }

  static Optional<Qualification> of(String code) {
    return Arrays.stream(values()).filter(q -> q.code.equals(code)).findFirst();
  }

  /** Whether this kind of entitlement lets a leaving count. */
  Involuntary counts() {
    return counts;
  }
}
