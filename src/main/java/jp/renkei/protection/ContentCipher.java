package jp.renkei.protection;

/** Encrypts content at rest, bound to the place where it lies. Safe for many threads. */
public interface ContentCipher {

  /**
   * Encrypts.
   *
   * @param plain the content
   * @param boundTo the place, e.g. an inquiry's id and the part's name; the same is needed to open
   */
  byte[] seal(byte[] plain, String boundTo);

  /**
   * Decrypts.
   *
   * @throws KeyLost when no key of the keyset opens it, or it lies in another place than it was
   *     sealed for
   */
  byte[] open(byte[] sealed, String boundTo);

  /** Whether content was sealed with the key that is written with now, by the key's own mark. */
  boolean isNewest(byte[] sealed);

  /** Content that no key of the keyset opens. */
  final class KeyLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyLost(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
