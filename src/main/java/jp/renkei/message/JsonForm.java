package jp.renkei.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.problem.Fault;

/**
 * The JSON form of one message kind towards its agency: reads what the agency sends and writes what
 * it gets, by a schema for each. Safe for many threads.
 */
public final class JsonForm {

  private static final int DEEPEST = 16;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // no number is rounded into one that was not told
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private final PayloadSchema inquiry;
  private final PayloadSchema reply;

  /**
   * @param inquiry the class path name of the schema of what is sent
   * @param reply the class path name of the schema of what comes back
   */
  public JsonForm(String inquiry, String reply) {
    this.inquiry = new PayloadSchema(inquiry, "");
    this.reply = new PayloadSchema(reply, "");
  }

  /**
   * Reads a reply from outside: charset, form and limits first, then the layout version, then the
   * schema.
   *
   * @param document UTF-8, at most 1 MiB
   * @param layouts the layout versions that are understood
   * @throws ReplyRefused for each of these, naming the place, never a value
   */
  public ObjectNode read(byte[] document, Set<String> layouts) throws ReplyRefused {
    ObjectNode told = parse(ReadableText.of(document));
    JsonNode layout = told.path("layout");
    if (layout.isTextual() && !layouts.contains(layout.textValue())) {
      throw new ReplyRefused(Reason.UNKNOWN_LAYOUT, "the layout of the reply is not known here");
    }
    List<Fault> faults = reply.faults(told);
    if (!faults.isEmpty()) {
      throw ReplyRefused.notValid(
          faults.stream().map(fault -> fault.pointer() + " " + fault.reason()).toList());
    }
    return told;
  }

  /**
   * Writes a message: UTF-8, the same bytes for equal content.
   *
   * @throws IllegalStateException if the content does not fit the schema; nothing is to be sent
   */
  public byte[] write(ObjectNode message) {
    List<Fault> faults = inquiry.faults(message);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the hub's own message is not valid: " + faults);
    }
    try {
      return json.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  /** The parser's own message is not used, because it quotes what it could not read. */
  private ObjectNode parse(String text) throws ReplyRefused {
    try {
      if (json.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (NumberFormatException tooGreat) {
      throw new ReplyRefused(Reason.NOT_VALID, "a number of too great a magnitude");
    } catch (JsonProcessingException malformed) {
      throw new ReplyRefused(Reason.NOT_READABLE, "not JSON, or past a limit" + place(malformed));
    }
    throw new ReplyRefused(Reason.NOT_READABLE, "not a JSON object");
  }

  private static String place(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? ""
        : " at line %d, column %d"
            .formatted(malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr());
  }
}
