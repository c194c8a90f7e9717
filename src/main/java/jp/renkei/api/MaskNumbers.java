package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.message.MessageKinds;

/** Puts stars in place of individual numbers (個人番号), for whoever has no right to see them. */
final class MaskNumbers {

  private static final String STARS = "*".repeat(12);

  private final Set<String> items;

  /** Knows the items by the kinds' schemas, whatever they are called. */
  MaskNumbers(MessageKinds kinds) {
    this.items =
        kinds.items().values().stream()
            .flatMap(each -> each.individualNumbers().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Changes the tree in place, however deep. */
  void in(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      items.stream().filter(object::hasNonNull).forEach(item -> object.put(item, STARS));
    }
    tree.forEach(this::in);
  }
}
