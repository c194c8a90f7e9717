package jp.renkei.message.characters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import jp.renkei.flow.CharacterSet;

/**
 * Puts texts into a character set: a sign that has another code there changes to it, a variant form
 * to one that the set has (髙 to 高), a variation selector falls out, and for the rest stands a geta
 * (〓), the printers' own sign for a missing letter. Remembers what was lost.
 */
final class FitTexts {

  private static final int GETA = 0x3013;

  private final CharacterSet set;
  private final Map<List<String>, Substitution> lost = new LinkedHashMap<>();

  FitTexts(CharacterSet set) {
    this.set = set;
  }

  List<Substitution> substitutions() {
    return List.copyOf(lost.values());
  }

  JsonNode fit(JsonNode node, String pointer) {
    if (node.isTextual()) {
      return TextNode.valueOf(fit(node.textValue(), pointer));
    }
    if (node.isObject()) {
      ObjectNode fitted = JsonNodeFactory.instance.objectNode();
      node.forEachEntry((name, value) -> fitted.set(name, fit(value, pointer + "/" + name)));
      return fitted;
    }
    if (node.isArray()) {
      ArrayNode fitted = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < node.size(); i++) {
        fitted.add(fit(node.get(i), pointer + "/" + i));
      }
      return fitted;
    }
    return node;
  }

  private String fit(String text, String pointer) {
    StringBuilder fitted = new StringBuilder(text.length());
    text.codePoints().forEach(c -> fitted.append(fit(c, pointer)));
    return fitted.toString();
  }

  private String fit(int c, String pointer) {
    if (set.has(c)) {
      return Character.toString(c);
    }
    OptionalInt same = set.sameSign(c);
    if (same.isPresent()) {
      return Character.toString(same.getAsInt());
    }
    Integer other =
        VariationSelector.is(c)
            ? null
            : Integer.valueOf(VariantForms.others(c).filter(set::has).findFirst().orElse(GETA));
    String to = other == null ? null : name(other);
    lost.merge(
        List.of(pointer, name(c)), new Substitution(pointer, name(c), to, 1), Substitution::once);
    return other == null ? "" : Character.toString(other);
  }

  private static String name(int c) {
    return "U+%04X".formatted(c);
  }
}
