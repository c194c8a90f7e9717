package jp.renkei.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.flow.Items;

/** The message kinds that this hub speaks. */
public final class MessageKinds {

  private final Map<String, MessageKind> byId = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if two kinds have one id
   */
  public MessageKinds(List<? extends MessageKind> kinds) {
    for (MessageKind kind : kinds) {
      if (byId.putIfAbsent(kind.id(), kind) != null) {
        throw new IllegalArgumentException("two message kinds are called " + kind.id());
      }
    }
  }

  /** The kind of that id, e.g. {@code employment-insurance}. */
  public Optional<MessageKind> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What the catalogue may permit of each kind, by the kinds' ids. */
  public Map<String, Items> items() {
    Map<String, Items> items = new TreeMap<>();
    byId.forEach((id, kind) -> items.put(id, KindItems.of(kind)));
    return items;
  }

  /** All kinds, by their ids' order. */
  public Collection<MessageKind> all() {
    return List.copyOf(byId.values());
  }
}
