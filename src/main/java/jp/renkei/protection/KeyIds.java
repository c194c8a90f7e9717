package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.KeysetHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The ids of a keyset's keys, as Tink writes them: whole numbers from 0 to 4,294,967,295. No
 * secrets.
 *
 * @param all in the order of the keyset
 * @param primary the one that is written with
 */
record KeyIds(List<Long> all, long primary) {

  KeyIds {
    all = List.copyOf(all);
  }

  static KeyIds of(KeysetHandle keyset) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < keyset.size(); i++) {
      all.add(Integer.toUnsignedLong(keyset.getAt(i).getId()));
    }
    return new KeyIds(all, Integer.toUnsignedLong(keyset.getPrimary().getId()));
  }

  static KeyIds of(JsonNode json) {
    List<Long> all = new ArrayList<>();
    json.path("keys").forEach(id -> all.add(id.asLong()));
    return new KeyIds(all, json.path("primary").asLong(-1));
  }

  /** Those before the primary: they only open or find. */
  List<Long> older() {
    return all.subList(0, all.indexOf(primary));
  }

  /** Those after the primary: they are not written with yet. */
  List<Long> announced() {
    return all.subList(all.indexOf(primary) + 1, all.size());
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("primary", primary);
    all.forEach(json.putArray("keys")::add);
    return json;
  }
}
