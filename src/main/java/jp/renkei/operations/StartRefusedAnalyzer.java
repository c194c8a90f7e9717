package jp.renkei.operations;

import jp.renkei.problem.StartRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why the hub does not start and what to do instead of a stack trace. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
    return new FailureAnalysis(cause.why(), cause.remedy(), cause);
  }
}
