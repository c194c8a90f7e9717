package jp.renkei.routing;

/** The names of what travels beside a message's body. */
final class MessageProperties {

  /** The key id of a body that is a JWE. */
  static final String KEY = "renkeiKey";

  /** The broker's duplicate id: number and attempt. */
  static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  /** The receipt number of a message of type {@link #RECEIPT_TYPE}. */
  static final String RECEIPT = "renkeiReceipt";

  /** What a message says in JMSType that is an acknowledgement and no reply. */
  static final String RECEIPT_TYPE = "receipt/1.0";

  /** The idempotency key of an inquiry that comes by queue; it may stand in the body instead. */
  static final String IDEMPOTENCY_KEY = "renkeiIdempotencyKey";

  /** Why a message is a dead letter. */
  static final String REASON = "renkeiReason";

  private MessageProperties() {}
}
