package jp.renkei.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Share;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Reads one JSON object from a request: UTF-8, at most so many bytes, no name twice, nothing behind
 * it.
 */
final class ReadBody {

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

  ObjectNode read(HttpServletRequest request) throws IOException {
    return read(request, Share.MOST_BYTES);
  }

  /** Reads a body of at most so many bytes. */
  ObjectNode read(HttpServletRequest request, int most) throws IOException {
    refuseOtherTypes(request.getContentType());
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      throw tooLarge(most);
    }
    return parse(body);
  }

  private ObjectNode parse(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode node = json.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw malformed("not a JSON object");
    } catch (CharacterCodingException e) {
      throw malformed("not UTF-8");
    } catch (JsonProcessingException e) {
      throw malformed(
          e.getLocation() == null
              ? "not JSON"
              : "not JSON from line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private static void refuseOtherTypes(String contentType) {
    try {
      MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
      if (type != null
          && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // refused like any other type
    }
    throw new ProblemException(
        Problem.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "not application/json in UTF-8");
  }

  private static ProblemException malformed(String reason) {
    return new ProblemException(Problem.MALFORMED, "", reason);
  }

  private static ProblemException tooLarge(int most) {
    return new ProblemException(Problem.TOO_LARGE, "", "more than " + most + " bytes");
  }
}
