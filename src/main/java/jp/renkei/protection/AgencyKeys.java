package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One agency's message keys.
 *
 * @param newest the id of the key that new messages are encrypted with
 * @param keys every key that messages may still come with, by its id
 */
record AgencyKeys(String newest, Map<String, SecretKey> keys) {

  private static final int BYTES = 32;

  /**
   * The keys of what was read from a file.
   *
   * @param agencies those who need a key
   */
  static Map<String, AgencyKeys> of(SecretFile file, JsonNode json, Collection<String> agencies) {
    Map<String, AgencyKeys> all = new LinkedHashMap<>();
    json.properties().forEach(entry -> all.put(entry.getKey(), agency(file, entry)));
    for (String agency : agencies) {
      if (!all.containsKey(agency)) {
        throw file.refuse(
            "holds no key for the agency " + agency, "Add its keys, as agreed with the agency");
      }
    }
    return Map.copyOf(all);
  }

  private static AgencyKeys agency(SecretFile file, Map.Entry<String, JsonNode> entry) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    JsonNode own = entry.getValue().path("keys");
    own.properties().forEach(key -> keys.put(key.getKey(), key(file, key)));
    String newest = entry.getValue().path("newest").asText();
    if (!keys.containsKey(newest)) {
      throw file.refuse(
          "names a newest key of " + entry.getKey() + " that is not among its keys",
          "Write \"newest\" as one of \"keys\"");
    }
    return new AgencyKeys(newest, Map.copyOf(keys));
  }

  private static SecretKey key(SecretFile file, Map.Entry<String, JsonNode> key) {
    byte[] bytes = new byte[0];
    try {
      bytes = Base64.getUrlDecoder().decode(key.getValue().asText());
    } catch (IllegalArgumentException e) {
      // refused below with every other length
    }
    if (bytes.length != BYTES) {
      throw file.refuse(
          "holds a key " + key.getKey() + " that is not 32 bytes in base64url", "Correct the key");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Makes the demo's keys that are missing and leaves the others. */
  static void addMissing(SecretFile file, Collection<String> agencies) {
    ObjectNode json =
        file.exists() && file.read() instanceof ObjectNode earlier
            ? earlier
            : JsonNodeFactory.instance.objectNode();
    int before = json.size();
    for (String agency : agencies) {
      if (!json.has(agency)) {
        String id = agency + "-1";
        ObjectNode entry = json.putObject(agency).put("newest", id);
        entry.putObject("keys").put(id, RandomText.ofBytes(BYTES));
      }
    }
    if (json.size() > before || !file.exists()) {
      file.write(json);
    }
  }
}
