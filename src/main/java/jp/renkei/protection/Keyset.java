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
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfKey;
import java.security.GeneralSecurityException;

/**
 * The keys for what lies in the ledger. In each keyset those before the primary are older and only
 * open or find; those after it are announced: they will be the primary once every node has them.
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

  /** The keyset that a source holds now. */
  static Keyset of(SecretSource source) {
    return of(source, source.read());
  }

  /**
   * The keyset of what was read from a source.
   *
   * @throws jp.renkei.problem.StartRefused when it is none
   */
  static Keyset of(SecretSource source, JsonNode json) {
    try {
      Keyset keyset = new Keyset(parsed(json.path("content")), parsed(json.path("search")));
      if (keyset.marks()) {
        return keyset;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // refused below, without a cause: its message may quote a key
    }
    throw source.refuse(
        "does not hold the two Tink keysets \"content\" and \"search\"",
        "Put back the keyset that this hub's data were written with");
  }

  /** Whether what a key encrypts begins with a mark of it, and every hash key can be used. */
  private boolean marks() {
    for (int i = 0; i < content.size(); i++) {
      if (!(content.getAt(i).getKey() instanceof AeadKey key)
          || key.getOutputPrefix().size() == 0) {
        return false;
      }
    }
    for (int i = 0; i < search.size(); i++) {
      if (!(search.getAt(i).getKey() instanceof PrfKey)) {
        return false;
      }
    }
    return true;
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
