package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts stars in place of individual numbers (個人番号), for whoever has no right to see them. */
final class MaskNumbers {

  /** The item's name in every message kind that may carry one. */
  private static final String ITEM = "individualNumber";

  private static final String STARS = "*".repeat(12);

  private MaskNumbers() {}

  /** The same tree, changed in place; null for null. */
  static JsonNode in(JsonNode tree) {
    if (tree instanceof ObjectNode object && object.hasNonNull(ITEM)) {
      object.put(ITEM, STARS);
    }
    if (tree != null) {
      tree.forEach(MaskNumbers::in);
    }
    return tree;
  }
}
