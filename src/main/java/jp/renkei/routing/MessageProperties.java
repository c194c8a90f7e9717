package jp.renkei.routing;

/** The names of what travels beside a message's body. */
final class MessageProperties {

  /** The key id of a body that is a JWE. */
  static final String KEY = "renkeiKey";

  /** The broker's duplicate id: number and attempt. */
  static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private MessageProperties() {}
}
