package jp.renkei.protection;

/**
 * Encrypts message bodies for one agency: JWE compact serialisation, {@code dir} with {@code
 * A256GCM}, one key an agency (what a broker journals stays readable after it is consumed). Safe
 * for many threads.
 */
public interface MessageCipher {

  /** Whether a key is agreed with somebody: an agency, or a caller by its name at the broker. */
  boolean hasKey(String name);

  /** The key id that new messages to the agency are encrypted with. */
  String keyId(String agency);

  /** The key id that a message of this hub was encrypted with, as its own header names it. */
  String keyIdOf(byte[] jwe);

  /** Encrypts with the agency's newest key. */
  byte[] encrypt(String agency, byte[] plain);

  /**
   * Decrypts.
   *
   * @param keyId the header {@code renkeiKey}; must equal the JWE's own {@code kid}
   * @throws NotDecipherable when the key is unknown for the agency, the body is no JWE, or it was
   *     changed
   */
  byte[] decrypt(String agency, String keyId, byte[] jwe) throws NotDecipherable;

  /** A body that cannot be decrypted. Holds no content. */
  final class NotDecipherable extends Exception {

    private static final long serialVersionUID = 1L;

    public NotDecipherable(String message) {
      super(message);
    }
  }
}
