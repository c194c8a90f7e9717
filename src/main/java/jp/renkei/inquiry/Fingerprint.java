package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes two bodies the same: flow, case, deadline as written, and the payload, whatever the
 * order of its fields and the white space between them. The result is hashed with a key before it
 * is kept.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /** What makes two answers the same, in the same way. */
  public static byte[] of(JsonNode answer) {
    StringBuilder text = new StringBuilder(256);
    write(answer, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(Submission submission) {
    StringBuilder text = new StringBuilder(256);
    text.append(submission.flow().id())
        .append('\n')
        .append(submission.caseId())
        .append('\n')
        .append(submission.deadline())
        .append('\n');
    write(submission.payload(), text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      text.append('{');
      Map<String, JsonNode> fields = new TreeMap<>();
      node.forEachEntry(fields::put);
      fields.forEach(
          (name, value) -> {
            text.append(name.length()).append(':').append(name).append('=');
            write(value, text);
          });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          element -> {
            write(element, text);
            text.append(',');
          });
      text.append(']');
    } else {
      text.append(node);
    }
  }
}
