package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a node tells of the keyset that it uses, by the keys' ids: what the command {@code keyset}
 * must know before it takes the next step. Holds no key.
 *
 * @param at when it was told
 * @param olderUnused whether no content lies under a key older than the primary
 */
record KeysetReport(Instant at, KeyIds content, boolean olderUnused, KeyIds search) {

  static final String NAME = "keyset-report.json";

  private static final String OLDER_UNUSED = "olderUnused";

  /**
   * Reads a report.
   *
   * @throws jp.renkei.problem.StartRefused when it is none
   */
  static KeysetReport of(SecretSource source) {
    JsonNode json = source.read();
    KeyIds content = KeyIds.of(json.path("content"));
    KeyIds search = KeyIds.of(json.path("search"));
    try {
      Instant at = Instant.parse(json.path("at").asText());
      if (content.all().contains(content.primary()) && search.all().contains(search.primary())) {
        return new KeysetReport(at, content, json.path(OLDER_UNUSED).asBoolean(), search);
      }
    } catch (DateTimeParseException e) {
      // refused below with all that is no report
    }
    throw source.refuse(
        "is no report of a hub on its keyset", "Name the " + NAME + " of a node's data folder");
  }

  /** The keys of both keysets that the node can open and find with. */
  List<Long> all() {
    return Stream.concat(content.all().stream(), search.all().stream()).toList();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", at.toString());
    json.set("content", content.json());
    json.put(OLDER_UNUSED, olderUnused);
    json.set("search", search.json());
    return json;
  }
}
