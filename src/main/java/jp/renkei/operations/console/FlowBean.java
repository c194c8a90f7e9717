package jp.renkei.operations.console;

import java.util.List;
import jp.renkei.flow.Flow;
import jp.renkei.operations.figures.FlowFigures;
import jp.renkei.operations.figures.Waiting;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;

/** A flow as operators see it. */
@ManagedResource(description = "連携 a flow")
public final class FlowBean extends InquiryCounts {

  private final Flow flow;
  private final FlowFigures figures;

  FlowBean(Flow flow, FlowFigures figures, Waiting waiting) {
    super(List.of(figures), () -> waiting.of(flow.id()));
    this.flow = flow;
    this.figures = figures;
  }

  @ManagedAttribute(description = "連携の名称 the flow's title")
  public String getTitle() {
    return flow.title().ja();
  }

  @ManagedAttribute(description = "業務 the business area")
  public String getArea() {
    return flow.area().title().ja();
  }

  @ManagedAttribute(description = "照会先 the agency that is asked")
  public String getAgency() {
    return flow.agency().title().ja();
  }

  @ManagedAttribute(description = "直近の異常(起動以後) what went wrong last since the start")
  public String getLastError() {
    return Told.mishap(figures.lastError());
  }
}
