package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the database is full all the same, as when something else fills it. H2 then closes
 * itself under every connection; what was committed is kept, and it goes on when there is room.
 */
class DatabaseDiskFullIT {

  @TempDir Path folder;

  @BeforeEach
  void mount() {
    FilePath.register(new FullDisk());
    FullDisk.isFull(false);
  }

  @AfterEach
  void unmount() {
    FullDisk.isFull(false);
    FilePath.unregister(new FullDisk());
  }

  @Test
  void nothingIsToldThatIsNotKeptAndItGoesOnWhenThereIsRoom() throws Exception {
    try (LedgerFixture ledger =
        new LedgerFixture(
            "jdbc:h2:"
                + FullDisk.SCHEME
                + ":"
                + folder.resolve("ledger")
                + LedgerFixture.H2_OPTIONS,
            "renkei",
            "")) {
      NewInquiry before = ledger.accepted();
      FullDisk.isFull(true);

      List<CompletableFuture<Acceptance>> posted =
          IntStream.range(0, 20)
              .mapToObj(i -> ledger.inquiry("full-" + i, "body"))
              .map(inquiry -> ledger.writer.submit(new Accept(inquiry, null, null)))
              .toList();
      for (CompletableFuture<Acceptance> each : posted) {
        assertThatThrownBy(() -> LedgerFixture.done(each))
            .cause()
            .isInstanceOf(LedgerUnavailable.class);
      }

      FullDisk.isFull(false);
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> ledger.accept(ledger.inquiry("after", "body")).fresh());
      assertThat(ledger.reader.inquiry(before.id())).isPresent();
      List<Boolean> fresh = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        fresh.add(ledger.accept(ledger.inquiry("full-" + i, "body")).fresh());
      }
      assertThat(fresh).hasSize(20);
      assertThat(ledger.count("inquiry")).isEqualTo(22);
      // every connection of the pool works again
      List<CompletableFuture<Integer>> readings =
          IntStream.range(0, 32)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> ledger.count("inquiry")))
              .toList();
      assertThat(readings).allSatisfy(each -> assertThat(LedgerFixture.done(each)).isEqualTo(22));
    }
  }
}
