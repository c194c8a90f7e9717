package jp.renkei.operations.figures;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All figures of this node: those of each flow, of each agency, and of the ledger's writer. */
public final class Figures {

  private final Map<String, FlowFigures> flows = new ConcurrentHashMap<>();
  private final Map<String, AgencyFigures> agencies = new ConcurrentHashMap<>();
  private final Map<String, DeliveryFigures> deliveries = new ConcurrentHashMap<>();
  private final Function<String, FlowFigures> newFlow;
  private final Function<String, AgencyFigures> newAgency;
  private final Function<String, DeliveryFigures> newDelivery;
  private final WriterFigures writer;

  Figures(
      Function<String, FlowFigures> newFlow,
      Function<String, AgencyFigures> newAgency,
      Function<String, DeliveryFigures> newDelivery,
      WriterFigures writer) {
    this.newFlow = newFlow;
    this.newAgency = newAgency;
    this.newDelivery = newDelivery;
    this.writer = writer;
  }

  /** A flow's, also of one that has left the catalogue while its inquiries are open. */
  public FlowFigures flow(String id) {
    return flows.computeIfAbsent(id, newFlow);
  }

  /** An agency's. */
  public AgencyFigures agency(String id) {
    return agencies.computeIfAbsent(id, newAgency);
  }

  /** Those of a queue that a caller reads. */
  public DeliveryFigures delivery(String address) {
    return deliveries.computeIfAbsent(address, newDelivery);
  }

  public WriterFigures writer() {
    return writer;
  }
}
