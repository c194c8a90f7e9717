package jp.renkei.message.registry;

/** Whether two sides agree, or neither: not knowing is not a no (DOMAIN.md 0). */
public enum Agreement {
  YES,
  NO,
  UNDETERMINED;

  static Agreement of(boolean same) {
    return same ? YES : NO;
  }
}
