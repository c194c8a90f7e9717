package jp.renkei.protection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The faults that were found: all are counted, the first {@value #MOST_KEPT} are kept. */
public final class Findings implements Consumer<SealFault> {

  /** The most faults that are named. */
  public static final int MOST_KEPT = 100;

  private final List<SealFault> kept = new ArrayList<>();
  private long count;

  @Override
  public void accept(SealFault fault) {
    count++;
    if (kept.size() < MOST_KEPT) {
      kept.add(fault);
    }
  }

  public long count() {
    return count;
  }

  public List<SealFault> kept() {
    return List.copyOf(kept);
  }
}
