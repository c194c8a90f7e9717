package jp.renkei.mock;

import jp.renkei.protection.MessageCipher;

/** No cipher at all, but enough to see whether a body was opened and sealed with the right key. */
final class MaskingCipher implements MessageCipher {

  @Override
  public boolean hasKey(String name) {
    return true;
  }

  @Override
  public String keyId(String agency) {
    return agency + "-1";
  }

  @Override
  public String keyIdOf(byte[] jwe) {
    return "mhlw-1";
  }

  @Override
  public byte[] encrypt(String agency, byte[] plain) {
    byte[] masked = plain.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= 0x55;
    }
    return masked;
  }

  @Override
  public byte[] decrypt(String agency, String keyId, byte[] jwe) throws NotDecipherable {
    if (!keyId(agency).equals(keyId)) {
      throw new NotDecipherable("unknown key");
    }
    return encrypt(agency, jwe);
  }
}
