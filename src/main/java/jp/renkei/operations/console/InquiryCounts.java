package jp.renkei.operations.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.renkei.ledger.Outcome;
import jp.renkei.operations.figures.FlowFigures;
import jp.renkei.operations.figures.Waiting;
import org.springframework.jmx.export.annotation.ManagedAttribute;

/** The counts that flows, agencies and the ledger tell alike. */
public abstract class InquiryCounts {

  private final List<FlowFigures> flows;
  private final Supplier<Optional<Waiting.Open>> open;

  InquiryCounts(List<FlowFigures> flows, Supplier<Optional<Waiting.Open>> open) {
    this.flows = flows;
    this.open = open;
  }

  @ManagedAttribute(description = "受付件数(起動以後) inquiries accepted since the start")
  public long getAccepted() {
    return flows.stream().mapToLong(FlowFigures::accepted).sum();
  }

  @ManagedAttribute(description = "終了件数(起動以後、結果別) inquiries ended since the start, by outcome")
  public String getEnded() {
    Map<Outcome, Long> all =
        flows.stream()
            .flatMap(flow -> flow.ended().entrySet().stream())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
    return Told.outcomes(all);
  }

  @ManagedAttribute(
      description = "滞留件数(未終了、全ノード) open inquiries of all nodes; empty while the ledger is away")
  public Long getWaiting() {
    return open.get().map(Waiting.Open::inquiries).orElse(null);
  }

  @ManagedAttribute(description = "最古の滞留の受付時刻 when the oldest open inquiry was accepted")
  public String getOldestWaiting() {
    return open.get().map(Waiting.Open::oldest).map(Told::time).orElse(Told.NOTHING);
  }

  @ManagedAttribute(description = "次の回答期限 the nearest deadline of an open inquiry")
  public String getNextDeadline() {
    return open.get().map(Waiting.Open::nextDeadline).map(Told::time).orElse(Told.NOTHING);
  }
}
