package jp.renkei.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message key that the caller nhi and a demo hub have agreed, and what the caller does with it.
 */
public final class AgreedKey {

  public static final String ID = "nhi-1";

  private static final String USER = "caller-nhi";
  private static final byte[] KEY = new byte[32];

  private final ObjectMapper json = new ObjectMapper();
  private final Path file;

  /**
   * @param data the hub's data folder
   */
  public AgreedKey(Path data) {
    this.file = data.resolve("demo/agency-keys.json");
  }

  /** Writes it into the demo's file, which is made where it is missing. */
  public void agree() {
    ObjectNode all = read();
    all.putObject(USER)
        .put("newest", ID)
        .putObject("keys")
        .put(ID, Base64.getUrlEncoder().withoutPadding().encodeToString(KEY));
    write(all);
  }

  /** Takes it out again. */
  public void revoke() {
    ObjectNode all = read();
    all.remove(USER);
    write(all);
  }

  /** A body as the caller encrypts it. */
  public byte[] encrypted(String body) {
    JWEObject jwe =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(ID).build(),
            new Payload(body));
    try {
      jwe.encrypt(new DirectEncrypter(new SecretKeySpec(KEY, "AES")));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwe.serialize().getBytes(StandardCharsets.US_ASCII);
  }

  /** What a message of the hub says, which must be encrypted. */
  public JsonNode decrypted(Message message) throws JMSException {
    try {
      JWEObject jwe =
          JWEObject.parse(new String(BrokerClient.body(message), StandardCharsets.US_ASCII));
      jwe.decrypt(new DirectDecrypter(new SecretKeySpec(KEY, "AES")));
      return json.readTree(jwe.getPayload().toBytes());
    } catch (ParseException | JOSEException | IOException e) {
      throw new AssertionError("not encrypted with the agreed key", e);
    }
  }

  private ObjectNode read() {
    try {
      return Files.exists(file)
          ? (ObjectNode) json.readTree(file.toFile())
          : json.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ObjectNode all) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, json.writeValueAsBytes(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
