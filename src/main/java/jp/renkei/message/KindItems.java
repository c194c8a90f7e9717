package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.flow.Items;

/** Takes a kind's items from its two schemas towards the caller. */
final class KindItems {

  private KindItems() {}

  static Items of(MessageKind kind) {
    JsonNode payload = kind.payloadSchema();
    JsonNode answer =
        new PayloadSchema("/schemas/" + kind.id() + ".reply.schema.json", "/reply").document();
    Set<String> needed = new TreeSet<>();
    payload.path("required").forEach(name -> needed.add(name.textValue()));
    Set<String> numbers = new TreeSet<>(individualNumbers(payload));
    numbers.addAll(individualNumbers(answer));
    return new Items(names(payload), needed, names(answer), numbers);
  }

  /** The fields that a schema marks by their format. */
  private static Set<String> individualNumbers(JsonNode schema) {
    Set<String> numbers = new TreeSet<>();
    schema
        .path("properties")
        .forEachEntry(
            (name, field) -> {
              if (field.path("format").asText().equals("individual-number")) {
                numbers.add(name);
              }
            });
    return numbers;
  }

  private static Set<String> names(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
