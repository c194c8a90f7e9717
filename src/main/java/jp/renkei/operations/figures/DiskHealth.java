package jp.renkei.operations.figures;

import jp.renkei.ledger.DiskWatch;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Whether the disks have room for more inquiries. */
final class DiskHealth extends AbstractHealthIndicator {

  private final DiskWatch disk;

  DiskHealth(DiskWatch disk) {
    this.disk = disk;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.status(disk.isNearlyFull() ? Status.DOWN : Status.UP);
  }
}
