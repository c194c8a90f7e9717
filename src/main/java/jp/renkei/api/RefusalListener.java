package jp.renkei.api;

import jp.renkei.problem.Problem;

/** Is told of every problem that leaves the hub over HTTP or by queue. */
@FunctionalInterface
public interface RefusalListener {

  void refused(Problem problem);
}
