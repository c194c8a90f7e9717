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
    Set<String> numbers = new TreeSet<>(marked(payload, "individual-number"));
    numbers.addAll(marked(answer, "individual-number"));
    return new Items(names(payload), needed, names(answer), numbers, marked(answer, "protection"));
  }

  /** The fields that a schema marks by their format. */
  private static Set<String> marked(JsonNode schema, String format) {
    Set<String> marked = new TreeSet<>();
    schema
        .path("properties")
        .forEachEntry(
            (name, field) -> {
              if (field.path("format").asText().equals(format)) {
                marked.add(name);
              }
            });
    return marked;
  }

  private static Set<String> names(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
