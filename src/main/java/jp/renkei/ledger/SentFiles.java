package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Notes request files that agencies have: first the file, durably, and never uploaded after that;
 * then its inquiries, in groups that the writer takes whole, for a file may have more lines than
 * the writer lets wait. What a crash leaves undone, the next {@link #noteLines} does.
 */
public final class SentFiles {

  private final BulkFiles files;
  private final LedgerWriter writer;

  SentFiles(BulkFiles files, LedgerWriter writer) {
    this.files = files;
    this.writer = writer;
  }

  /**
   * The agency has the file; waits for the commit.
   *
   * @return false where the file is claimed by another node by now, or was noted before
   */
  public boolean note(BulkFile file, Instant at) {
    return writer.submit(files.uploaded(file, at)).join();
  }

  /** T2 for the inquiries of all files that the agency has and that are not noted to their end. */
  public void noteLines(String agency) {
    for (BulkFile file : files.unnoted(agency)) {
      List<MarkSent> lines = files.unsentLines(file);
      for (int from = 0; from < lines.size(); from += LedgerWriter.GROUP) {
        List<MarkSent> group =
            lines.subList(from, Math.min(lines.size(), from + LedgerWriter.GROUP));
        CompletableFuture.allOf(
                group.stream().map(writer::submit).toArray(CompletableFuture[]::new))
            .join();
      }
      files.noted(file);
    }
  }
}
