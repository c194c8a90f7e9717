package jp.renkei.mock;

import jp.renkei.protection.MessageCipher;

/** What an agency needs to connect. */
public interface AgencySecrets {

  /**
   * The agency's password at the broker.
   *
   * @throws NotYet while the hub has not made it
   */
  String brokerPassword(String agency) throws NotYet;

  /**
   * The cipher with the keys that both sides hold.
   *
   * @throws NotYet while the hub has not made them
   */
  MessageCipher cipher() throws NotYet;

  /** Something that a hub makes at its first start is not there yet. */
  final class NotYet extends Exception {

    private static final long serialVersionUID = 1L;

    public NotYet(String message) {
      super(message);
    }
  }
}
