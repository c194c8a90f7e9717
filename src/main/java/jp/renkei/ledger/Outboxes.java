package jp.renkei.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/** The outboxes of this node, one an agency. */
public final class Outboxes {

  private static final int CAPACITY = 4_096;

  private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();
  private final ToIntFunction<String> windows;

  /**
   * @param windows the most unanswered inquiries that an agency may have, by its id
   */
  public Outboxes(ToIntFunction<String> windows) {
    this.windows = windows;
  }

  /** The agency's outbox. */
  public Outbox of(String agency) {
    return outboxes.computeIfAbsent(agency, id -> new Outbox(id, CAPACITY, windows.applyAsInt(id)));
  }

  /** All that have been asked for. */
  public Collection<Outbox> all() {
    return outboxes.values();
  }
}
