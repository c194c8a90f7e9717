package jp.renkei.protection;

/** Who may do what: the columns of the rights table. */
public enum Role {
  CALLER,
  OPERATOR,
  RELEASER,
  AUDITOR,
  ADMIN,
  /** An agency that calls back, and may do nothing else. */
  AGENCY
}
