package jp.renkei.operations.console;

import jp.renkei.inquiry.Delivering;
import jp.renkei.operations.figures.DeliveryFigures;
import jp.renkei.operations.figures.Waiting;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;

/** A queue that a caller reads, as operators see it. */
@ManagedResource(description = "配信 what a caller gets by queue")
public final class DeliveryBean {

  private final DeliveryFigures figures;

  DeliveryBean(DeliveryFigures figures) {
    this.figures = figures;
  }

  @ManagedAttribute(
      description =
          "未配信件数(全ノード) deliveries that wait, of all nodes; empty while the ledger is away")
  public Long getWaiting() {
    return figures.undelivered().map(Waiting.Undelivered::deliveries).orElse(null);
  }

  @ManagedAttribute(description = "最も古い未配信の時刻 since when the oldest waits")
  public String getOldestWaiting() {
    return figures
        .undelivered()
        .map(Waiting.Undelivered::oldest)
        .map(Told::time)
        .orElse(Told.NOTHING);
  }

  @ManagedAttribute(description = "配信件数(起動以後) delivered since the start")
  public long getDelivered() {
    return figures.delivered();
  }

  @ManagedAttribute(
      description = "停滞の開始 since when the queue takes nothing: unread, or the broker is away")
  public String getStoppedSince() {
    return figures.heldUp().map(Delivering.HeldUp::since).map(Told::time).orElse(Told.NOTHING);
  }

  @ManagedAttribute(description = "停滞の理由 why it takes nothing")
  public String getWhy() {
    return figures.heldUp().map(Delivering.HeldUp::why).orElse(Told.NOTHING);
  }
}
