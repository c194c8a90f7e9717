package jp.renkei.operations.console;

import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.operations.figures.AgencyFigures;
import jp.renkei.operations.figures.Figures;
import jp.renkei.operations.figures.Waiting;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;

/** An agency as operators see it: its flows together, and the way to it. */
@ManagedResource(description = "照会先 an agency")
public final class AgencyBean extends InquiryCounts {

  private final Agency agency;
  private final AgencyFigures figures;
  private final Waiting waiting;

  AgencyBean(Agency agency, List<String> flows, Figures figures, Waiting waiting) {
    super(flows.stream().map(figures::flow).toList(), () -> waiting.of(flows));
    this.agency = agency;
    this.figures = figures.agency(agency.id());
    this.waiting = waiting;
  }

  @ManagedAttribute(description = "照会先の名称 the agency's title")
  public String getTitle() {
    return agency.title().ja();
  }

  @ManagedAttribute(description = "経路 the path that it is reached by")
  public String getPath() {
    return agency.path();
  }

  @ManagedAttribute(description = "状態 how it is: OPEN, CLOSED, PAUSED or BROKEN")
  public String getState() {
    return figures.state().name();
  }

  @ManagedAttribute(description = "未回答の件数 inquiries that it has not answered, about")
  public int getWindowUsed() {
    return figures.windowUsed();
  }

  @ManagedAttribute(description = "未回答の上限 the most that it may have")
  public int getWindowSize() {
    return figures.windowSize();
  }

  @ManagedAttribute(
      description =
          "未送信件数(全ノード) messages not yet sent, of all nodes; empty while the ledger is away")
  public Long getUnsent() {
    return waiting.unsent(agency.id()).map(Waiting.Unsent::messages).orElse(null);
  }

  @ManagedAttribute(
      description =
          "未送信の一括照会ファイル数(全ノード) bulk request files not yet uploaded, of all nodes; empty while the"
              + " ledger is away")
  public Long getUnsentFiles() {
    return waiting.files(agency.id()).map(Waiting.UnsentFiles::files).orElse(null);
  }

  @ManagedAttribute(description = "次の再送時刻 when the next postponed sending is due")
  public String getNextDue() {
    return waiting
        .unsent(agency.id())
        .map(Waiting.Unsent::nextDue)
        .map(Told::time)
        .orElse(Told.NOTHING);
  }

  @ManagedAttribute(description = "送信箱の使用数 places taken in this node's outbox")
  public int getOutboxUsed() {
    return figures.outboxUsed();
  }

  @ManagedAttribute(description = "送信箱の容量 places in this node's outbox")
  public int getOutboxSize() {
    return figures.outboxSize();
  }

  @ManagedAttribute(description = "送信処理中の件数 sends on their way at this moment")
  public int getInFlight() {
    return figures.inFlight();
  }

  @ManagedAttribute(description = "直近の異常(起動以後) what went wrong last since the start")
  public String getLastError() {
    return Told.mishap(figures.lastError());
  }
}
