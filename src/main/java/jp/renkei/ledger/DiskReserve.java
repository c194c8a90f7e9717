package jp.renkei.ledger;

import jp.renkei.problem.StartRefused;
import org.springframework.util.unit.DataSize;

/**
 * How much of a disk is kept free for what was accepted, so that it can end.
 *
 * @param bytes as set, or 0 for the usual: 1 GiB, or a twentieth of a smaller store
 */
public record DiskReserve(long bytes) {

  private static final long USUAL = 1L << 30;
  private static final int USUAL_PART = 20;

  /** Above the reserve by this part of it, intake opens again: it must not flutter. */
  private static final int MARGIN = 10;

  /** How much of the reserve the broker may use before it takes no more, either. */
  private static final int BROKERS_PART = 4;

  /**
   * Reads a setting such as {@code 2GB}.
   *
   * @throws StartRefused where it is no size from 1 MB on
   */
  public static DiskReserve of(String setting) {
    if (setting.isBlank()) {
      return new DiskReserve(0);
    }
    try {
      DataSize size = DataSize.parse(setting.strip());
      if (size.toMegabytes() >= 1) {
        return new DiskReserve(size.toBytes());
      }
    } catch (IllegalArgumentException e) {
      // refused like what is too small
    }
    throw new StartRefused(
        "RENKEI_DISK_RESERVE is no size from 1MB on",
        "Write it as 2GB or 500MB, or leave it out for the usual");
  }

  /** Below this intake stops. */
  long closesBelow(StoreSpace.Space store) {
    return bytes > 0 ? bytes : Math.min(USUAL, store.whole() / USUAL_PART);
  }

  /** From this on it opens again. */
  long opensFrom(StoreSpace.Space store) {
    long closes = closesBelow(store);
    return closes + closes / MARGIN;
  }

  /** Below this a broker on the same store takes nothing more: what is left is the ledger's. */
  public long brokerStopsBelow(StoreSpace.Space store) {
    return closesBelow(store) / BROKERS_PART;
  }
}
