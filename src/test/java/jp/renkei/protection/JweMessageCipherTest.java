package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jp.renkei.protection.MessageCipher.NotDecipherable;
import org.junit.jupiter.api.Test;

class JweMessageCipherTest {

  private static final byte[] PLAIN = "<照会/>".getBytes(StandardCharsets.UTF_8);
  private static final SecretKey OLD = key(1);
  private static final SecretKey NEW = key(2);
  private static final SecretKey PENSION = key(3);

  private final JweMessageCipher cipher =
      new JweMessageCipher(
          () ->
              Map.of(
                  "mhlw", new AgencyKeys("mhlw-2", Map.of("mhlw-1", OLD, "mhlw-2", NEW)),
                  "pension", new AgencyKeys("pension-1", Map.of("pension-1", PENSION))));

  @Test
  void decryptsWhatItEncrypted() throws Exception {
    byte[] jwe = cipher.encrypt("mhlw", PLAIN);

    assertThat(cipher.decrypt("mhlw", "mhlw-2", jwe)).isEqualTo(PLAIN);
    assertThat(cipher.keyId("mhlw")).isEqualTo("mhlw-2");
    assertThat(cipher.keyIdOf(jwe)).isEqualTo("mhlw-2");
  }

  @Test
  void writesCompactSerialisationWithDirAndA256Gcm() throws Exception {
    String jwe = new String(cipher.encrypt("mhlw", PLAIN), StandardCharsets.US_ASCII);

    assertThat(jwe.split("\\.", -1)).hasSize(5);
    assertThat(JWEObject.parse(jwe).getHeader().toJSONObject())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("alg", "dir", "enc", "A256GCM", "kid", "mhlw-2"));
  }

  @Test
  void anOlderKeyStillDecrypts() throws Exception {
    byte[] jwe = jwe(header("mhlw-1").build(), new DirectEncrypter(OLD), PLAIN);

    assertThat(cipher.decrypt("mhlw", "mhlw-1", jwe)).isEqualTo(PLAIN);
  }

  @Test
  void refusesEveryChangedCharacter() {
    byte[] jwe = cipher.encrypt("mhlw", PLAIN);
    // the last character of a part may hold bits that mean nothing: it is left alone
    for (int at = 0; at < jwe.length - 1; at++) {
      if (jwe[at] == '.' || jwe[at + 1] == '.') {
        continue;
      }
      byte[] changed = jwe.clone();
      changed[at] = (byte) (jwe[at] == 'A' ? 'B' : 'A');
      refuses("mhlw", "mhlw-2", changed);
    }
  }

  @Test
  void refusesAnotherAlgorithm() throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(2048);
    RSAPublicKey theirs = (RSAPublicKey) pairs.generateKeyPair().getPublic();
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
            .keyID("mhlw-2")
            .build();

    refuses("mhlw", "mhlw-2", jwe(header, new RSAEncrypter(theirs), PLAIN), "not alg dir");
  }

  @Test
  void refusesNoAlgorithm() {
    String header = "{\"alg\":\"none\",\"enc\":\"A256GCM\",\"kid\":\"mhlw-2\"}";
    String body = Base64URL.encode(header) + "...." + Base64URL.encode(PLAIN);

    refuses("mhlw", "mhlw-2", ascii(body));
    refuses(
        "mhlw", "mhlw-2", ascii(Base64URL.encode(header) + "." + Base64URL.encode(PLAIN) + "."));
    refuses(
        "mhlw", "mhlw-2", ascii(Base64URL.encode(header) + "..." + Base64URL.encode(PLAIN) + "."));
    refuses("mhlw", "mhlw-2", PLAIN);
    refuses("mhlw", "mhlw-2", new byte[0]);
  }

  @Test
  void refusesAnotherEncryption() throws Exception {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256)
            .keyID("mhlw-2")
            .build();

    refuses("mhlw", "mhlw-2", jwe(header, new DirectEncrypter(NEW), PLAIN), "not enc A256GCM");
  }

  @Test
  void refusesACompressedBody() throws Exception {
    JWEHeader header = header("mhlw-2").compressionAlgorithm(CompressionAlgorithm.DEF).build();

    refuses("mhlw", "mhlw-2", jwe(header, new DirectEncrypter(NEW), PLAIN), "compressed");
  }

  @Test
  void refusesACriticalHeaderThatItDoesNotKnow() throws Exception {
    JWEHeader header = header("mhlw-2").criticalParams(Set.of("exp")).customParam("exp", 1).build();

    refuses("mhlw", "mhlw-2", jwe(header, new DirectEncrypter(NEW), PLAIN));
  }

  @Test
  void refusesAMissingKeyId() throws Exception {
    JWEHeader header = header(null).build();

    refuses("mhlw", "mhlw-2", jwe(header, new DirectEncrypter(NEW), PLAIN), "without a key id");
    refuses("mhlw", null, jwe(header, new DirectEncrypter(NEW), PLAIN), "without a key id");
    refuses("mhlw", null, cipher.encrypt("mhlw", PLAIN));
  }

  @Test
  void refusesAKeyIdThatDiffersFromTheMessages() {
    refuses(
        "mhlw",
        "mhlw-1",
        cipher.encrypt("mhlw", PLAIN),
        "of another key id than its message's header");
  }

  @Test
  void refusesAnUnknownKeyAndAnotherAgencys() throws Exception {
    String why = "under a key that the agency does not have";

    refuses("mhlw", "mhlw-9", jwe(header("mhlw-9").build(), new DirectEncrypter(NEW), PLAIN), why);
    refuses("mhlw", "pension-1", cipher.encrypt("pension", PLAIN), why);
    refuses("nobody", "mhlw-2", cipher.encrypt("mhlw", PLAIN), why);
    refuses(
        "mhlw",
        "mhlw-2",
        jwe(header("mhlw-2").build(), new DirectEncrypter(PENSION), PLAIN),
        "changed, or encrypted with another key");
  }

  @Test
  void refusesMoreThanAMebibyte() throws Exception {
    byte[] longest = cipher.encrypt("mhlw", new byte[JweMessageCipher.LONGEST / 4 * 3 - 100]);
    assertThat(longest).hasSizeBetween(1_048_000, JweMessageCipher.LONGEST);
    assertThatNoException().isThrownBy(() -> cipher.decrypt("mhlw", "mhlw-2", longest));

    byte[] longer = cipher.encrypt("mhlw", new byte[JweMessageCipher.LONGEST / 4 * 3]);
    refuses("mhlw", "mhlw-2", longer, "longer than 1 MiB");
  }

  @Test
  void encryptsForNobodyWithoutAKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> cipher.encrypt("nobody", PLAIN));
  }

  private void refuses(String agency, String keyId, byte[] jwe) {
    assertThatExceptionOfType(NotDecipherable.class)
        .isThrownBy(() -> cipher.decrypt(agency, keyId, jwe));
  }

  private void refuses(String agency, String keyId, byte[] jwe, String why) {
    assertThatExceptionOfType(NotDecipherable.class)
        .isThrownBy(() -> cipher.decrypt(agency, keyId, jwe))
        .withMessage(why);
  }

  private static JWEHeader.Builder header(String keyId) {
    return new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(keyId);
  }

  private static byte[] jwe(JWEHeader header, JWEEncrypter encrypter, byte[] plain)
      throws JOSEException {
    JWEObject jwe = new JWEObject(header, new Payload(plain));
    jwe.encrypt(encrypter);
    return ascii(jwe.serialize());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static SecretKey key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return new SecretKeySpec(bytes, "AES");
  }
}
