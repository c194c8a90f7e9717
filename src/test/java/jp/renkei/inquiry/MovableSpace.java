package jp.renkei.inquiry;

import java.io.IOException;
import java.nio.file.Path;
import jp.renkei.ledger.StoreSpace;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/** Room on disks as the operating system tells it, until the test takes it away. */
@TestConfiguration(proxyBeanMethods = false)
@Primary
class MovableSpace implements StoreSpace {

  private volatile long free = Long.MAX_VALUE;

  void leave(long bytes) {
    free = bytes;
  }

  void giveBack() {
    free = Long.MAX_VALUE;
  }

  @Override
  public Space of(Path folder) throws IOException {
    Space real = REAL.of(folder);
    return new Space(Math.min(free, real.free()), real.whole());
  }
}
