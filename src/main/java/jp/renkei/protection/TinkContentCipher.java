package jp.renkei.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** AES-256-GCM with the place as associated data; older keys of the keyset still open. */
final class TinkContentCipher implements ContentCipher {

  private final Aead aead;
  private final byte[] mark;

  TinkContentCipher(KeysetHandle keyset) {
    try {
      this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
      this.mark = ((AeadKey) keyset.getPrimary().getKey()).getOutputPrefix().toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No keyset for authenticated encryption", e);
    }
  }

  @Override
  public byte[] seal(byte[] plain, String boundTo) {
    try {
      return aead.encrypt(plain, place(boundTo));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Content cannot be encrypted", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String boundTo) {
    try {
      return aead.decrypt(sealed, place(boundTo));
    } catch (GeneralSecurityException e) {
      throw new KeyLost(
          "No key of the keyset opens the content of " + boundTo + ", or it lies elsewhere", e);
    }
  }

  @Override
  public boolean isNewest(byte[] sealed) {
    return sealed.length >= mark.length
        && Arrays.equals(sealed, 0, mark.length, mark, 0, mark.length);
  }

  private static byte[] place(String boundTo) {
    return boundTo.getBytes(StandardCharsets.UTF_8);
  }
}
