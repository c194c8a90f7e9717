package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerIT extends LedgerContract {

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return LedgerFixture.onH2(folder);
  }

  /** The checkpoint follows the commit: in between a crash could take back what was told. */
  @Test
  void tellsNothingThatIsNotYetOnTheDisk() throws Exception {
    try (LedgerFixture ledger = open()) {
      PausedCommits paused = new PausedCommits(ledger.pool);
      NewInquiry inquiry = ledger.inquiry("key", "body");
      AtomicReference<Optional<Inquiry>> told = new AtomicReference<>();
      Thread reading =
          new Thread(() -> told.set(ledger.reader.inquiry(inquiry.id())), "reading in between");
      try (LedgerWriter writer = ledger.writer(paused)) {
        CompletableFuture<Acceptance> accepted = writer.submit(new Accept(inquiry, null, null));
        paused.committed.await();
        reading.start();
        await().until(() -> reading.getState() == Thread.State.WAITING || told.get() != null);
        assertThat(told.get()).isNull();

        paused.goOn.countDown();
        LedgerFixture.done(accepted);
      }
      await().until(() -> told.get() != null);
      assertThat(told.get()).isPresent();
    }
  }
}
