package jp.renkei.protection;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * JWE compact serialisation (RFC 7516) with {@code alg} dir and {@code enc} A256GCM and nothing
 * else: what an attacker may choose in a header is compared with what was agreed.
 */
final class JweMessageCipher implements MessageCipher {

  /** The longest body that is read, in bytes; a message is a few kilobytes. */
  static final int LONGEST = 1 << 20;

  private final Supplier<Map<String, AgencyKeys>> agencies;

  /**
   * @param agencies every agency's keys as they are now: they may change while the hub runs
   */
  JweMessageCipher(Supplier<Map<String, AgencyKeys>> agencies) {
    this.agencies = agencies;
  }

  @Override
  public boolean hasKey(String name) {
    return agencies.get().containsKey(name);
  }

  @Override
  public String keyId(String agency) {
    return keys(agency).newest();
  }

  @Override
  public String keyIdOf(byte[] jwe) {
    String text = new String(jwe, StandardCharsets.US_ASCII);
    try {
      return JWEHeader.parse(new Base64URL(text.substring(0, text.indexOf('.')))).getKeyID();
    } catch (ParseException | RuntimeException e) {
      throw new IllegalArgumentException("not a JWE in compact serialisation");
    }
  }

  @Override
  public byte[] encrypt(String agency, byte[] plain) {
    AgencyKeys keys = keys(agency);
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(keys.newest())
            .build();
    JWEObject jwe = new JWEObject(header, new Payload(plain));
    try {
      jwe.encrypt(new DirectEncrypter(keys.keys().get(keys.newest())));
    } catch (JOSEException e) {
      throw new IllegalStateException("A message cannot be encrypted", e);
    }
    return jwe.serialize().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] decrypt(String agency, String keyId, byte[] jwe) throws NotDecipherable {
    refuseUnless(jwe.length <= LONGEST, "longer than 1 MiB");
    JWEObject parsed = parsed(jwe);
    checkHeader(parsed.getHeader(), keyId);
    AgencyKeys keys = agencies.get().get(agency);
    SecretKey key = keys == null ? null : keys.keys().get(keyId);
    refuseUnless(key != null, "under a key that the agency does not have");
    return decrypted(parsed, key);
  }

  private static void checkHeader(JWEHeader header, String keyId) throws NotDecipherable {
    refuseUnless(JWEAlgorithm.DIR.equals(header.getAlgorithm()), "not alg dir");
    refuseUnless(EncryptionMethod.A256GCM.equals(header.getEncryptionMethod()), "not enc A256GCM");
    // a small body must not unpack to a large one
    refuseUnless(header.getCompressionAlgorithm() == null, "compressed");
    refuseUnless(header.getKeyID() != null, "without a key id");
    refuseUnless(header.getKeyID().equals(keyId), "of another key id than its message's header");
  }

  private static void refuseUnless(boolean right, String what) throws NotDecipherable {
    if (!right) {
      throw new NotDecipherable(what);
    }
  }

  private static JWEObject parsed(byte[] jwe) throws NotDecipherable {
    try {
      return JWEObject.parse(new String(jwe, StandardCharsets.US_ASCII));
    } catch (ParseException | RuntimeException e) {
      // the library answers some forged headers with its own null pointers
      throw new NotDecipherable("not a JWE in compact serialisation");
    }
  }

  private static byte[] decrypted(JWEObject jwe, SecretKey key) throws NotDecipherable {
    try {
      jwe.decrypt(new DirectDecrypter(key));
      return jwe.getPayload().toBytes();
    } catch (JOSEException | RuntimeException e) {
      throw new NotDecipherable("changed, or encrypted with another key");
    }
  }

  private AgencyKeys keys(String agency) {
    AgencyKeys keys = agencies.get().get(agency);
    if (keys == null) {
      throw new IllegalArgumentException("no message key for the agency " + agency);
    }
    return keys;
  }
}
