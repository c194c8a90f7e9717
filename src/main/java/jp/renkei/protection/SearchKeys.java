package jp.renkei.protection;

import java.util.List;

/**
 * Keyed hashes (HMAC-SHA-256) for what must be found or compared without being kept: subjects,
 * idempotency keys, fingerprints. Never plain ones, because a resident number is guessed in a
 * second. Safe for many threads.
 */
public interface SearchKeys {

  /** What a hash is for; the same value has another hash for another use. */
  enum Use {
    SUBJECT,
    QUESTION,
    IDEMPOTENCY_KEY,
    REQUEST_FINGERPRINT,
    REPLY_FINGERPRINT,
    RECEIPT,
    BULK_RESIDENT,
    BULK_REPLY
  }

  /** The hash under the newest key. */
  KeyedHash hash(Use use, byte[] value);

  /** The hash under every live key, the newest first. */
  List<KeyedHash> everyHash(Use use, byte[] value);

  /**
   * A keyed hash.
   *
   * @param keyVersion which key made it
   * @param value base64url without padding, 43 characters
   */
  record KeyedHash(int keyVersion, String value) {}
}
