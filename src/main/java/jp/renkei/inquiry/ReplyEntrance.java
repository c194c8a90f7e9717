package jp.renkei.inquiry;

import java.util.concurrent.CompletableFuture;

/** Where a door hands in what an agency brings by its own call. */
@FunctionalInterface
public interface ReplyEntrance {

  /**
   * Hands a reply in.
   *
   * @return completes after the commit: whether the reply names an inquiry of this agency. One that
   *     does not is held all the same. Fails with {@link jp.renkei.ledger.LedgerUnavailable}
   */
  CompletableFuture<Boolean> arrive(IncomingReply reply);
}
