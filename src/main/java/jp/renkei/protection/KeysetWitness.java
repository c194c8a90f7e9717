package jp.renkei.protection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.renkei.protection.ContentCipher.KeyLost;

/**
 * A sealed word beside the data. If the keyset does not open it, neither does it open the data, and
 * the start says so instead of every later reply.
 */
final class KeysetWitness {

  private static final String PLACE = "keyset-witness";
  private static final String WORD = "renkei";

  private final SecretFile file;

  KeysetWitness(SecretFile file) {
    this.file = file;
  }

  /**
   * Checks that a keyset fits the data, and has its newest key bear witness from now on.
   *
   * @throws KeyLost when it does not
   */
  void hear(ContentCipher cipher) {
    if (file.exists() && !opens(cipher)) {
      throw new KeyLost(
          "データは別の鍵セットで書かれており、この鍵セットでは開けません。The data beside "
              + file.path()
              + " were written with another keyset, and no key of this one opens them",
          null);
    }
    byte[] sealed = cipher.seal(WORD.getBytes(StandardCharsets.US_ASCII), PLACE);
    file.write(
        JsonNodeFactory.instance
            .objectNode()
            .put("witness", Base64.getEncoder().encodeToString(sealed)));
  }

  private boolean opens(ContentCipher cipher) {
    try {
      String witness = file.read().path("witness").asText();
      byte[] word = cipher.open(Base64.getDecoder().decode(witness), PLACE);
      return WORD.equals(new String(word, StandardCharsets.US_ASCII));
    } catch (KeyLost | IllegalArgumentException e) {
      return false;
    }
  }
}
