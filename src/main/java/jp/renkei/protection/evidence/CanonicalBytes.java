package jp.renkei.protection.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The one byte form of what is hashed: the form's name, then each field as its length (4 bytes, big
 * endian) and its bytes. A text is UTF-8; a number is 8 bytes, big endian; an instant is its
 * microseconds since 1970-01-01T00:00:00Z as a number; a field that is null has the length -1. No
 * two different rows have the same bytes.
 */
final class CanonicalBytes {

  private static final int NULL = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /**
   * Begins with the form's name.
   *
   * @param form says what is hashed and in which version of the form
   */
  CanonicalBytes(String form) {
    text(form);
  }

  CanonicalBytes text(String value) {
    return field(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  CanonicalBytes number(long value) {
    byte[] field = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      field[i] = (byte) (value >>> (Long.SIZE - Byte.SIZE * (i + 1)));
    }
    return field(field);
  }

  CanonicalBytes instant(Instant value) {
    return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
  }

  /** SHA-256 of what was put in, 64 characters in lower case. */
  String hash() {
    return sha256(bytes.toByteArray());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private CanonicalBytes field(byte[] value) {
    try {
      out.writeInt(value == null ? NULL : value.length);
      if (value != null) {
        out.write(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
