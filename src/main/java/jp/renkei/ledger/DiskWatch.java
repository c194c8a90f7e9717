package jp.renkei.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how full the disks are on which this node writes. Below the reserve nothing new is
 * accepted, so that there is room for what was: its sending, its reply, its end. Above it by a
 * margin intake opens again by itself. Asked by every post, so what was seen last is kept in
 * memory.
 */
public final class DiskWatch {

  private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);

  private static final int MIB = 20;

  private final List<Path> folders;
  private final DiskReserve reserve;
  private final StoreSpace stores;
  private volatile Seen seen = new Seen(Long.MAX_VALUE, Long.MAX_VALUE, false);

  /** What was seen: the free bytes of the store that is nearest to its limit, and that limit. */
  private record Seen(long free, long limit, boolean nearlyFull) {

    long room() {
      return free - limit;
    }
  }

  /**
   * @param folders where this node writes; one that is not there yet is watched where it will be
   */
  DiskWatch(List<Path> folders, DiskReserve reserve, StoreSpace stores) {
    this.folders = folders.stream().map(Path::toAbsolutePath).toList();
    this.reserve = reserve;
    this.stores = stores;
  }

  /**
   * Looks.
   *
   * @throws UncheckedIOException where a store tells nothing; then what was seen before stands
   */
  public void look() {
    boolean before = seen.nearlyFull;
    Seen now =
        folders.stream()
            .map(folder -> look(folder, before))
            .min(Comparator.comparing((Seen each) -> !each.nearlyFull).thenComparing(Seen::room))
            .orElseThrow();
    seen = now;
    if (now.nearlyFull && !before) {
      log.error(
          "No inquiry is accepted: the disk has {} MiB left, less than the reserve of {} MiB"
              + " / ディスクの空きが不足したため受付を停止しました",
          now.free >> MIB,
          now.limit >> MIB);
    } else if (before && !now.nearlyFull) {
      log.info(
          "The disk has {} MiB left, and inquiries are accepted again / 受付を再開しました",
          now.free >> MIB);
    }
  }

  private Seen look(Path folder, boolean before) {
    try {
      StoreSpace.Space store = stores.of(existing(folder));
      long limit = before ? reserve.opensFrom(store) : reserve.closesBelow(store);
      return new Seen(store.free(), reserve.closesBelow(store), store.free() < limit);
    } catch (IOException e) {
      throw new UncheckedIOException("The disk of " + folder + " tells nothing", e);
    }
  }

  private static Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** Whether nothing may be accepted. */
  public boolean isNearlyFull() {
    return seen.nearlyFull;
  }

  /** The free bytes of the store that is nearest to its reserve. */
  public long free() {
    return seen.free;
  }

  /** That store's reserve, in bytes. */
  public long reserve() {
    return seen.limit;
  }
}
