package jp.renkei.operations.console;

import java.util.List;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.operations.figures.FlowFigures;
import jp.renkei.operations.figures.Waiting;
import jp.renkei.operations.figures.WriterFigures;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;

/** The ledger as operators see it: all flows together, and the writer. */
@ManagedResource(description = "台帳 the ledger")
public final class LedgerBean extends InquiryCounts {

  private final WriterFigures figures;
  private final LedgerWriter writer;

  LedgerBean(List<FlowFigures> flows, WriterFigures figures, LedgerWriter writer, Waiting waiting) {
    super(flows, waiting::all);
    this.figures = figures;
    this.writer = writer;
  }

  @ManagedAttribute(description = "書込待ちの命令数 commands waiting for the writer")
  public int getQueueLength() {
    return writer.queueLength();
  }

  @ManagedAttribute(description = "確定回数(起動以後) groups committed since the start")
  public long getGroups() {
    return figures.groups();
  }

  @ManagedAttribute(description = "失敗した確定の回数(起動以後) groups that failed since the start")
  public long getFailedGroups() {
    return figures.failedGroups();
  }

  @ManagedAttribute(description = "直近の異常(起動以後) what went wrong last since the start")
  public String getLastError() {
    return Told.mishap(figures.lastError());
  }
}
