package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys from outside that are read anew while the hub runs. What has changed and cannot be used
 * leaves what was read before in use; that is told once, and once when it is over.
 *
 * @param <T> what is made of them
 */
public final class ReadAnew<T> {

  private static final Logger log = LoggerFactory.getLogger(ReadAnew.class);

  private final String name;
  private final SecretSource source;
  private final Function<JsonNode, T> understand;
  private final Clock clock;
  private JsonNode taken;
  private Instant read;
  private volatile T value;
  private volatile boolean current = true;

  /**
   * Reads for the first time.
   *
   * @param name what they are called in the log and in the metrics
   * @param understand makes something of them, or refuses them
   * @throws StartRefused when they cannot be used
   * @throws KeyLost when they do not open what they must
   */
  ReadAnew(String name, SecretSource source, Function<JsonNode, T> understand, Clock clock) {
    this.name = name;
    this.source = source;
    this.understand = understand;
    this.clock = clock;
    this.taken = source.read();
    this.value = understand.apply(taken);
    this.read = clock.instant();
  }

  /** What they are called, e.g. {@code keyset}. */
  public String name() {
    return name;
  }

  /** Whether what is in use is what lies outside, as far as it was looked at. */
  public boolean isCurrent() {
    return current;
  }

  T now() {
    return value;
  }

  /** Reads anew where it is time, or where the clock was set back, and takes what has changed. */
  public synchronized void turn() {
    Instant now = clock.instant();
    if (!now.isBefore(read) && now.isBefore(read.plus(source.every()))) {
      return;
    }
    read = now;
    try {
      take(source.read());
    } catch (StartRefused | KeyLost e) {
      if (current) {
        current = false;
        log.error(
            "鍵を読み直せません。以前の鍵を使い続けます。{} cannot be read anew, the keys before stay in use; this is said once: {}",
            name,
            e.getMessage());
      }
    }
  }

  private void take(JsonNode read) {
    if (!read.equals(taken)) {
      value = understand.apply(read);
      taken = read;
      log.info("鍵を読み直しました。{} was read anew", name);
    } else if (!current) {
      log.info("以前と同じ鍵に戻りました。{} is again as it was", name);
    }
    current = true;
  }
}
