package jp.renkei.protection;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody chose. */
public final class RandomText {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** Random bytes in base64url without padding: 32 characters for 24 bytes, 43 for 32. */
  public static String ofBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
