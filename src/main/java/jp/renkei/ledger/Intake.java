package jp.renkei.ledger;

import java.util.Optional;
import jp.renkei.problem.Problem;

/** Whether inquiries are accepted: not where what happens to them could not be kept. */
public final class Intake {

  private final SealLag seals;
  private final DiskWatch disk;

  Intake(SealLag seals, DiskWatch disk) {
    this.seals = seals;
    this.disk = disk;
  }

  /** Why nothing is accepted, or nothing. */
  public Optional<Problem> closedBy() {
    if (disk.isNearlyFull()) {
      return Optional.of(Problem.DISK_NEARLY_FULL);
    }
    return seals.isTooLong() ? Optional.of(Problem.EVIDENCE_BEHIND) : Optional.empty();
  }
}
