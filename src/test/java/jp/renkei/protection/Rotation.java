package jp.renkei.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import java.security.GeneralSecurityException;

/** Gives a keyset a newest key, as an administrator would, and keeps the older ones. */
final class Rotation {

  private Rotation() {}

  static KeysetHandle of(KeysetHandle keyset) throws GeneralSecurityException {
    Parameters parameters = keyset.getPrimary().getKey().getParameters();
    return KeysetHandle.newBuilder(keyset)
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  static KeysetHandle withoutOldest(KeysetHandle keyset) throws GeneralSecurityException {
    return KeysetHandle.newBuilder(keyset).deleteAt(0).build();
  }
}
