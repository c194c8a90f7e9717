package jp.renkei.protection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import jp.renkei.problem.StartRefused;

/** Where a secret in JSON comes from. Faults tell the place and never the content. */
interface SecretSource {

  /** Reads and writes secrets; a name that stands twice is refused, and more after the end. */
  JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * The content as it is now.
   *
   * @throws StartRefused when it cannot be had
   */
  JsonNode read();

  /** How often it is read anew while the hub runs, at most; zero for at every turn. */
  Duration every();

  /** A refusal that names the place. */
  StartRefused refuse(String why, String remedy);

  /** The JSON of what was read. */
  default JsonNode parsed(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // no cause: its message may quote a secret
      throw refuse("is not JSON at line " + e.getLocation().getLineNr(), "Correct it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
