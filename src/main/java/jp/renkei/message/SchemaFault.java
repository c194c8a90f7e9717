package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import jp.renkei.problem.Fault;

/**
 * Makes a fault of what a JSON Schema check found. The reason is put together from the keyword and
 * the schema; the checker's own message is not used, because it quotes the value.
 */
final class SchemaFault {

  private SchemaFault() {}

  /**
   * @param root the pointer of what was checked, e.g. {@code /payload}; empty for a whole document
   */
  static Fault of(String root, ValidationMessage found) {
    String place = root + found.getInstanceLocation();
    return switch (found.getType()) {
      case "required" -> new Fault(place + "/" + found.getProperty(), "required");
      case "additionalProperties", "unevaluatedProperties" -> unknownField(place, found);
      default -> new Fault(place, reason(found.getType(), found.getSchemaNode()));
    };
  }

  private static Fault unknownField(String parent, ValidationMessage found) {
    String name = String.valueOf(found.getProperty());
    return new Fault(PlainName.is(name) ? parent + "/" + name : parent, "unknown field");
  }

  private static String reason(String keyword, JsonNode rule) {
    return switch (keyword) {
      case "type" -> "must be of type " + rule.asText();
      case "pattern" -> "must match " + rule.asText();
      case "format" -> "must be a " + rule.asText() + " that exists";
      case "enum" -> "must be one of " + rule;
      case "false" -> "must not be there";
      case "const" -> "must be " + rule;
      case "minLength", "minItems", "minimum" -> "must be at least " + rule + " (" + keyword + ")";
      case "maxLength", "maxItems", "maximum" -> "must be at most " + rule + " (" + keyword + ")";
      default -> "does not satisfy " + keyword;
    };
  }
}
