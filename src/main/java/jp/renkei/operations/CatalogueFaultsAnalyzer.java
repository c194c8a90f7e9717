package jp.renkei.operations;

import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.flow.CatalogueFault;
import jp.renkei.flow.CatalogueFaults;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the catalogue's faults and their remedies instead of a stack trace. */
class CatalogueFaultsAnalyzer extends AbstractFailureAnalyzer<CatalogueFaults> {

  @Override
  protected FailureAnalysis analyze(Throwable root, CatalogueFaults cause) {
    return new FailureAnalysis(
        "The catalogue does not fit:\n" + lines(cause, CatalogueFault::what),
        "Correct the files:\n" + lines(cause, CatalogueFault::remedy),
        cause);
  }

  private static String lines(CatalogueFaults faults, Function<CatalogueFault, String> part) {
    return faults.faults().stream()
        .map(fault -> "  " + fault.file() + ":" + fault.line() + ": " + part.apply(fault))
        .collect(Collectors.joining("\n"));
  }
}
