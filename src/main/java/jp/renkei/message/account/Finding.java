package jp.renkei.message.account;

/** A yes or no, or neither: not knowing is not a no (DOMAIN.md 0). */
public enum Finding {
  YES,
  NO,
  UNDETERMINED;

  static Finding of(boolean known) {
    return known ? YES : NO;
  }
}
