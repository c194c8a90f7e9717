package jp.renkei.message;

/** What an agency answered, typed by its message kind and valid by its schema. */
public interface Reply {

  /** The inquiry number that the reply names inside the message, or null where it names none. */
  String number();

  /**
   * The agency's receipt number that the reply names inside the message where it does not name the
   * inquiry number; else null.
   */
  default String receiptNumber() {
    return null;
  }

  /** The environment mark: production, staging, demo or test. */
  String environment();

  /** How the agency classes its answer. */
  ReplyClass replyClass();

  /**
   * Whether a {@code TEMPORARY} reply says that only this provider is stopped (提供者停止), and not the
   * agency's whole service.
   */
  default boolean providerStopped() {
    return false;
  }
}
