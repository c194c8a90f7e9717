package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.renkei.inquiry.ParseObject;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Share;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads one JSON object from a request, of at most so many bytes. */
final class ReadBody {

  private final ParseObject objects = new ParseObject();

  ObjectNode read(HttpServletRequest request) {
    return read(request, Share.MOST_BYTES);
  }

  /** Reads a body of at most so many bytes. */
  ObjectNode read(HttpServletRequest request, int most) {
    refuseOtherTypes(request.getContentType(), MediaType.APPLICATION_JSON);
    return objects.parse(bytes(request, most));
  }

  /**
   * Reads the bytes of a body, at most so many. Whoever goes away, or is silent, in the middle of
   * it has sent no body; that is the caller's matter and no trouble of the hub.
   */
  static byte[] bytes(HttpServletRequest request, int most) {
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(most + 1);
    } catch (IOException e) {
      throw new ProblemException(Problem.MALFORMED, "", "the body breaks off");
    }
    if (body.length > most) {
      throw tooLarge(most);
    }
    return body;
  }

  /** Reads a body that came by another way than HTTP, of at most so many bytes. */
  ObjectNode read(byte[] body, int most) {
    if (body.length > most) {
      throw tooLarge(most);
    }
    return objects.parse(body);
  }

  /** Refuses what is said to be something else, or not UTF-8. */
  static void refuseOtherTypes(String contentType, MediaType taken) {
    try {
      MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
      if (type != null
          && taken.equalsTypeAndSubtype(type)
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // refused like any other type
    }
    throw new ProblemException(
        Problem.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "not " + taken + " in UTF-8");
  }

  private static ProblemException tooLarge(int most) {
    return new ProblemException(Problem.TOO_LARGE, "", "more than " + most + " bytes");
  }
}
