package jp.renkei.protection.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/**
 * One line of exported evidence, a JSON object with exactly one of these.
 *
 * @param evidence the first line
 * @param block a block
 * @param seal an event's place in the block before
 * @param end the last line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceLine(Header evidence, Block block, SealedRow seal, End end) {

  static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * What the file is.
   *
   * @param version of these lines
   * @param from the number of the first block
   */
  record Header(int version, long from) {}

  /** How much came before. */
  record End(long blocks, long seals) {}

  static EvidenceLine of(Header header) {
    return new EvidenceLine(header, null, null, null);
  }

  static EvidenceLine of(Block block) {
    return new EvidenceLine(null, block, null, null);
  }

  static EvidenceLine of(SealedRow seal) {
    return new EvidenceLine(null, null, seal, null);
  }

  static EvidenceLine of(End end) {
    return new EvidenceLine(null, null, null, end);
  }

  /** UTF-8, without the line's end. */
  byte[] toBytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws JsonProcessingException where it is not one, or has a field that nobody would verify
   */
  static EvidenceLine read(String line) throws JsonProcessingException {
    return JSON.readValue(line, EvidenceLine.class);
  }
}
