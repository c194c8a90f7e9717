package jp.renkei.protection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;

/**
 * The keys for what lies in the ledger; the primary of each keyset is the newest.
 *
 * @param content encrypts content (AES-256-GCM)
 * @param search makes keyed hashes (HMAC-SHA-256)
 */
record Keyset(KeysetHandle content, KeysetHandle search) {

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keyset of a file; the demo's is made where it is missing. */
  static Keyset of(SecretFile file) {
    if (file.demo() && !file.exists()) {
      file.write(made().json());
    }
    JsonNode json = file.read();
    try {
      return new Keyset(parsed(json.path("content")), parsed(json.path("search")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // no cause: its message may quote a key
      throw file.refuse(
          "does not hold the two Tink keysets \"content\" and \"search\"",
          "Put back the keyset that this hub's data were written with");
    }
  }

  static Keyset made() {
    return new Keyset(
        made(PredefinedAeadParameters.AES256_GCM), made(PredefinedPrfParameters.HMAC_SHA256_PRF));
  }

  private static KeysetHandle made(Parameters parameters) {
    try {
      return KeysetHandle.generateNew(parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeysetHandle parsed(JsonNode keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get());
  }

  ObjectNode json() {
    ObjectMapper mapper = new ObjectMapper();
    try {
      ObjectNode json = mapper.createObjectNode();
      json.set("content", mapper.readTree(written(content)));
      json.set("search", mapper.readTree(written(search)));
      return json;
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("A keyset cannot be written", e);
    }
  }

  private static String written(KeysetHandle keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
  }
}
