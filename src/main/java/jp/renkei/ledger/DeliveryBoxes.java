package jp.renkei.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The delivery boxes of this node, one a queue. */
public final class DeliveryBoxes {

  private static final int CAPACITY = 1_024;

  private final Map<String, DeliveryBox> boxes = new ConcurrentHashMap<>();

  /** The box of a queue. */
  public DeliveryBox of(String address) {
    return boxes.computeIfAbsent(address, name -> new DeliveryBox(name, CAPACITY));
  }

  /** All that have been asked for. */
  public Collection<DeliveryBox> all() {
    return boxes.values();
  }
}
