package jp.renkei.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** HMAC-SHA-256 over the use's name, a zero byte and the value; the key version is Tink's id. */
final class TinkSearchKeys implements SearchKeys {

  private static final int BYTES = 32;

  private final Map<Integer, Prf> keys;
  private final int newest;

  TinkSearchKeys(KeysetHandle keyset) {
    try {
      PrfSet set = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
      this.keys = Map.copyOf(set.getPrfs());
      this.newest = set.getPrimaryId();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No keyset for keyed hashes", e);
    }
  }

  @Override
  public KeyedHash hash(Use use, byte[] value) {
    return hash(newest, input(use, value));
  }

  @Override
  public List<KeyedHash> everyHash(Use use, byte[] value) {
    byte[] input = input(use, value);
    List<KeyedHash> hashes = new ArrayList<>();
    hashes.add(hash(newest, input));
    keys.keySet().stream()
        .filter(version -> version != newest)
        .sorted()
        .forEach(version -> hashes.add(hash(version, input)));
    return hashes;
  }

  private KeyedHash hash(int version, byte[] input) {
    try {
      byte[] hash = keys.get(version).compute(input, BYTES);
      return new KeyedHash(version, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A value cannot be hashed", e);
    }
  }

  /** No use's name holds a zero byte, so no value of one use reads like a value of another. */
  private static byte[] input(Use use, byte[] value) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(use.name().getBytes(StandardCharsets.US_ASCII));
    input.write(0);
    input.writeBytes(value);
    return input.toByteArray();
  }
}
