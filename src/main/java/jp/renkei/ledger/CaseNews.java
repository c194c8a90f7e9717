package jp.renkei.ledger;

import java.time.Instant;
import java.util.Optional;

/** What a caller is told of its case by queue. */
@FunctionalInterface
public interface CaseNews {

  /** For whoever tells nothing by queue. */
  CaseNews NONE = (key, at) -> Optional.empty();

  /**
   * That the case is completed, to be written by the transaction that completes it.
   *
   * @param at when it was completed
   * @return unclaimed, or nothing where its caller does not take that by queue
   */
  Optional<Delivery> completed(CaseKey key, Instant at);
}
