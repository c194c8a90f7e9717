package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiskWatchTest {

  private static final long GIB = 1L << 30;

  @TempDir Path folder;
  private long free = 100 * GIB;
  private boolean silent;

  @ParameterizedTest
  @CsvSource({
    // setting, the store's GiB, closes below and opens from, in MiB
    "'', 1000, 1024, 1126",
    "'', 10, 512, 563",
    "2GB, 10, 2048, 2252",
    "500MB, 1000, 500, 550"
  })
  void closesBelowTheReserveAndOpensAboveIt(String setting, long whole, long closes, long opens) {
    DiskWatch watch = watch(setting, whole * GIB);

    List<Boolean> seen = new ArrayList<>();
    for (long mib : new long[] {closes, closes - 1, closes, opens - 1}) {
      free = mib << 20;
      watch.look();
      seen.add(watch.isNearlyFull());
    }
    assertThat(seen).containsExactly(false, true, true, true);

    free = (opens + 1) << 20;
    watch.look();
    assertThat(watch.isNearlyFull()).isFalse();
    assertThat(watch.free()).isEqualTo(free);
    assertThat(watch.reserve()).isEqualTo(closes << 20);
  }

  @Test
  void oneFullDiskOfSeveralCloses() {
    Path other = folder.resolve("other/not-there-yet");
    DiskWatch watch =
        new DiskWatch(
            List.of(folder, other),
            DiskReserve.of("1GB"),
            path -> new StoreSpace.Space(path.equals(folder) ? 2 * GIB : GIB - 1, 10 * GIB));
    watch.look();
    // what is not there lies where its parent does
    assertThat(watch.isNearlyFull()).isFalse();

    assertThat(folder.resolve("other").toFile().mkdir()).isTrue();
    watch.look();
    assertThat(watch.isNearlyFull()).isTrue();
    assertThat(watch.free()).isEqualTo(GIB - 1);
  }

  @Test
  void aDiskThatTellsNothingChangesNothing() {
    DiskWatch watch = watch("1GB", 10 * GIB);
    free = 0;
    watch.look();
    silent = true;

    assertThatThrownBy(watch::look).isInstanceOf(UncheckedIOException.class);

    assertThat(watch.isNearlyFull()).isTrue();
  }

  @Test
  void theOperatingSystemTellsIt() throws IOException {
    StoreSpace.Space space = StoreSpace.REAL.of(folder);

    assertThat(space.free()).isPositive().isLessThanOrEqualTo(space.whole());
  }

  @Test
  void theBrokerStopsLast() {
    assertThat(DiskReserve.of("1GB").brokerStopsBelow(new StoreSpace.Space(0, 10 * GIB)))
        .isEqualTo(GIB / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "1KB", "-1GB", "0"})
  void aSettingThatIsNoSizeIsRefused(String setting) {
    assertThatThrownBy(() -> DiskReserve.of(setting)).isInstanceOf(StartRefused.class);
  }

  private DiskWatch watch(String setting, long whole) {
    return new DiskWatch(
        List.of(folder),
        DiskReserve.of(setting),
        path -> {
          if (silent) {
            throw new IOException("no answer");
          }
          return new StoreSpace.Space(free, whole);
        });
  }
}
