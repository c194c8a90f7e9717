package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.protection.IndividualNumbersInText;

/**
 * Keeps individual numbers (個人番号) out of the free text of one form (DOMAIN.md 0). Free text is what
 * the form's schema would also let words stand in; fields of numbers, dates and codes are exempt,
 * because one of ten texts of twelve digits looks like an individual number: {@code 202606150930}
 * does. Safe for many threads.
 */
final class IndividualNumberGuard {

  /** A kanji, a katakana of either width, words: no number, date or code is like these. */
  private static final List<String> WORDS = List.of("氏名", "カナ", "ｶﾅ", "a b");

  private static final String REASON = "holds what may be an individual number";

  private final PayloadSchema schema;
  private final String root;

  /**
   * @param schema the form's schema
   * @param root the pointer of what is guarded, e.g. {@code /payload}
   */
  IndividualNumberGuard(PayloadSchema schema, String root) {
    this.schema = schema;
    this.root = root;
  }

  /** One fault for each free text that holds one; empty where all is well. */
  List<Fault> faults(JsonNode form) {
    List<String> suspects = new ArrayList<>();
    collect(form, "", suspects);
    return suspects.stream()
        .filter(pointer -> isFreeText(form, pointer))
        .map(pointer -> new Fault(root + pointer, REASON))
        .toList();
  }

  private static void collect(JsonNode node, String pointer, List<String> suspects) {
    if (node.isTextual()) {
      if (IndividualNumbersInText.isIn(node.textValue())) {
        suspects.add(pointer);
      }
    } else if (node.isObject()) {
      // a field that has no plain name is in no schema, and refused by it
      node.forEachEntry(
          (name, value) -> {
            if (PlainName.is(name)) {
              collect(value, pointer + "/" + name, suspects);
            }
          });
    } else {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), pointer + "/" + i, suspects);
      }
    }
  }

  private boolean isFreeText(JsonNode form, String pointer) {
    return WORDS.stream()
        .map(words -> replaced(form, pointer, words))
        .anyMatch(
            tried ->
                schema.faults(tried).stream()
                    .noneMatch(fault -> fault.pointer().equals(root + pointer)));
  }

  private static JsonNode replaced(JsonNode form, String pointer, String words) {
    JsonNode copy = form.deepCopy();
    int last = pointer.lastIndexOf('/');
    String name = pointer.substring(last + 1);
    JsonNode parent = copy.at(pointer.substring(0, last));
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), words);
    } else {
      ((ObjectNode) parent).put(name, words);
    }
    return copy;
  }
}
