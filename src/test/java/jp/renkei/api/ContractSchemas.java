package jp.renkei.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/**
 * The schemas of the contract, read more strictly than callers should: what has named fields has no
 * others, so that a field that the hub tells and the contract does not is found.
 */
final class ContractSchemas {

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode named;

  ContractSchemas(JsonNode document) {
    this.named = standingAlone(document.at("/components/schemas"));
  }

  /** What is wrong with a value by a schema of the contract. */
  List<String> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = standingAlone(schema);
    whole.set("$defs", named);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(whole, CONFIG)
        .validate(value)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  /** A closed copy, whose references lead to where a schema keeps others. */
  private static ObjectNode standingAlone(JsonNode schema) {
    try {
      JsonNode copy =
          new ObjectMapper()
              .readTree(schema.toString().replace("\"#/components/schemas/", "\"#/$defs/"));
      close(copy);
      return (ObjectNode) copy;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.get("properties") instanceof ObjectNode
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(ContractSchemas::close);
  }
}
