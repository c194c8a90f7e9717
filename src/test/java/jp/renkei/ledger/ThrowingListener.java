package jp.renkei.ledger;

import java.time.Duration;
import java.util.List;

/** Fails whatever it is told. */
final class ThrowingListener implements CommitListener {

  @Override
  public void committed(List<? extends Command<?>> commands, List<Object> told, Duration took) {
    throw new AssertionError("this listener fails");
  }

  @Override
  public void failed(int commands, Throwable cause) {
    throw new AssertionError("this listener fails");
  }
}
