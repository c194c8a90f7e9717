package jp.renkei.operations.figures;

import jp.renkei.ledger.SealLag;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Whether events are sealed soon enough for inquiries to be accepted. */
final class EvidenceHealth extends AbstractHealthIndicator {

  private final SealLag lag;

  EvidenceHealth(SealLag lag) {
    this.lag = lag;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.status(lag.isTooLong() ? Status.DOWN : Status.UP);
  }
}
