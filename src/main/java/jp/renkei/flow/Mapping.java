package jp.renkei.flow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML mapping, read key by key; what nobody asked for is a fault at the end. */
final class Mapping {

  private final Place place;
  private final Map<String, Place> values = new LinkedHashMap<>();
  private final Map<String, Place> keys = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Mapping(Place place) {
    this.place = place;
  }

  /** The mapping at a place, or nothing and a fault. */
  static Optional<Mapping> of(Place place) {
    if (!(place.node() instanceof MappingNode node)) {
      place.refuse(place.key() + " is not a mapping", "write it as lines of key: value");
      return Optional.empty();
    }
    Mapping mapping = new Mapping(place);
    node.getValue().forEach(mapping::add);
    return Optional.of(mapping);
  }

  private void add(NodeTuple tuple) {
    Place key = place.inner("a key", tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
      key.refuse("a key is not a word", "write a plain word before the colon");
      return;
    }
    String name = scalar.getValue();
    if (values.containsKey(name)) {
      key.refuse(
          name + " stands twice", "keep one " + name + ", the other is on line " + line(name));
      return;
    }
    keys.put(name, key);
    values.put(name, place.inner(name, tuple.getValueNode()));
  }

  private int line(String name) {
    return keys.get(name).line();
  }

  /** Where a key's value stands; the key must be there. */
  Place at(String key) {
    return values.get(key);
  }

  /** The text of a key's value as it is written, or null where there is none. */
  String plain(String key) {
    Place value = values.get(key);
    return value != null && value.node() instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  /** Every key with its value, in the file's order. */
  Map<String, Place> entries() {
    return values;
  }

  /** The value of a key, or null and a fault. */
  <T> T required(String key, Form<T> form) {
    if (!values.containsKey(key)) {
      known.add(key);
      return place.refuse(
          key + " is missing in " + place.key(), "add " + key + ": with " + form.hint());
    }
    return optional(key, form);
  }

  /** The value of a key, null where it is left out, or null and a fault. */
  <T> T optional(String key, Form<T> form) {
    known.add(key);
    Place value = values.get(key);
    return value == null ? null : form.read(value);
  }

  /** Notes a fault at a key's value. */
  void refuse(String key, String what, String remedy) {
    values.get(key).refuse(what, remedy);
  }

  /** Refuses every key that was not asked for. */
  void refuseOthers() {
    keys.forEach(
        (name, key) -> {
          if (!known.contains(name)) {
            key.refuse(
                name + " is not a key of " + place.key(),
                "remove it, or correct it to one of " + String.join(", ", known));
          }
        });
  }
}
