package jp.renkei.inquiry.file;

import java.util.concurrent.CompletableFuture;

/** Where a reply file's records are handed in, one after the other. */
@FunctionalInterface
public interface RecordEntrance {

  /**
   * Hands a record in.
   *
   * @return completes after the commit: whether the record was held. Fails where it was not taken,
   *     so that its file must come again
   */
  CompletableFuture<Boolean> arrive(IncomingRecord incoming);
}
