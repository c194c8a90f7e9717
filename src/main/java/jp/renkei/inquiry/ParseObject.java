package jp.renkei.inquiry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Parses one JSON object as every door takes it: UTF-8, at most {@value #DEEPEST} levels deep, no
 * name twice, nothing behind it.
 */
public final class ParseObject {

  private static final int DEEPEST = 32;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * Parses the object.
   *
   * @throws ProblemException {@code MALFORMED}, with line and column and never a value
   */
  public ObjectNode parse(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode node = json.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw malformed("not a JSON object");
    } catch (CharacterCodingException e) {
      throw malformed("not UTF-8");
    } catch (NumberFormatException e) {
      // the parser's own, for an exponent beyond what a number can hold
      throw malformed("a number of too great a magnitude");
    } catch (JsonProcessingException e) {
      throw malformed(
          e.getLocation() == null
              ? "not JSON"
              : "not JSON from line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private static ProblemException malformed(String reason) {
    return new ProblemException(Problem.MALFORMED, "", reason);
  }
}
