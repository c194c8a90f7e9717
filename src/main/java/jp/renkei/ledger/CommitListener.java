package jp.renkei.ledger;

import java.time.Duration;
import java.util.List;

/**
 * Is told what the {@link LedgerWriter} did, once it is done: it is how others count without the
 * ledger knowing them. It is told on the threads that complete the futures, after they are
 * completed, and by several of them at a time; what it throws harms nobody but is logged.
 */
public interface CommitListener {

  /**
   * A group is durable.
   *
   * @param commands what the group did, at least one
   * @param results what became of each, in the same order: of an {@link Accept} an {@link
   *     Acceptance}, of a {@link MarkSent} its {@link MarkSent.Result}, of an {@link End} its
   *     {@link End.Result}, of all others null
   * @param took from the first statement until it was durable
   */
  void committed(List<? extends Command<?>> commands, List<Object> results, Duration took);

  /**
   * A group was not written, or nobody knows whether it was.
   *
   * @param commands how many it had
   * @param cause why
   */
  void failed(int commands, Throwable cause);
}
