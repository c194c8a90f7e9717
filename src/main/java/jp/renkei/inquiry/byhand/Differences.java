package jp.renkei.inquiry.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two answers differ, as JSON pointers; never what they say. */
final class Differences {

  private Differences() {}

  /**
   * Compares field by field and entry by entry.
   *
   * @param at the pointer of both, e.g. {@code /reply}
   * @return the deepest places that differ, or that only one has; empty where both are the same
   */
  static List<String> between(JsonNode one, JsonNode other, String at) {
    List<String> places = new ArrayList<>();
    if (one.isObject() && other.isObject()) {
      names(one, other)
          .forEach(
              name -> places.addAll(between(one.path(name), other.path(name), at + "/" + name)));
    } else if (one.isArray() && other.isArray()) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        places.addAll(between(one.path(i), other.path(i), at + "/" + i));
      }
    } else if (!same(one, other)) {
      places.add(at);
    }
    return places;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }

  private static Set<String> names(JsonNode one, JsonNode other) {
    Set<String> names = new TreeSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
