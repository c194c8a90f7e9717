package jp.renkei.routing;

/**
 * Where a consumer of the ledger takes its work from: an agency's outbox, or what a caller is to
 * get.
 *
 * @param <W> the work
 */
interface WorkSource<W> {

  /** For the thread that takes from it. */
  String name();

  /** What is to be tried although nothing else goes, or null. */
  W probe();

  /** The next work, or null when none came in time. */
  W next(long millis) throws InterruptedException;

  /** Takes back what was not begun. */
  void putBack(W work);

  /** The work is off the consumer's hands, whatever became of it. */
  void done(W work);

  /** What the work is about, for the log. */
  String described(W work);
}
