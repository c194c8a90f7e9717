package jp.renkei.protection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Encrypts and hashes with the keyset that is in use now: it may be read anew between two calls,
 * and what older keys wrote stays readable and found.
 */
public final class RotatingKeys implements ContentCipher, SearchKeys {

  private final ReadAnew<InUse> keys;
  private final SecretFile report;
  private final Clock clock;

  /**
   * Reads the keyset.
   *
   * @param report where it is told which keys are in use
   * @throws KeyLost when it does not open what the data beside the witness were written with
   */
  RotatingKeys(SecretSource source, KeysetWitness witness, SecretFile report, Clock clock) {
    this.report = report;
    this.clock = clock;
    this.keys =
        new ReadAnew<>(
            "keyset", source, json -> taken(Keyset.of(source, json), witness, clock), clock);
  }

  private record InUse(
      Keyset keyset, TinkContentCipher content, TinkSearchKeys search, Instant since) {}

  private InUse taken(Keyset keyset, KeysetWitness witness, Clock time) {
    InUse taken =
        new InUse(
            keyset,
            new TinkContentCipher(keyset.content()),
            new TinkSearchKeys(keyset.search()),
            time.instant());
    witness.hear(taken.content());
    tell(taken, KeyIds.of(keyset.content()).older().isEmpty());
    return taken;
  }

  /** What reads the keyset anew. */
  ReadAnew<?> readAnew() {
    return keys;
  }

  /** Since when this node has used the keyset that is in use now. */
  public Instant since() {
    return keys.now().since();
  }

  /** Whether the keyset has older keys, under which content may still lie. */
  public boolean hasOlder() {
    return !KeyIds.of(keys.now().keyset().content()).older().isEmpty();
  }

  /**
   * Tells in the report that no content lies under an older key any more.
   *
   * @param since of the keyset that was in use when that was looked at; another one since is no
   *     news
   */
  public void noteOlderUnused(Instant since) {
    InUse now = keys.now();
    if (now.since().equals(since)) {
      tell(now, true);
    }
  }

  private void tell(InUse told, boolean olderUnused) {
    report.write(
        new KeysetReport(
                clock.instant(),
                KeyIds.of(told.keyset().content()),
                olderUnused,
                KeyIds.of(told.keyset().search()))
            .json());
  }

  @Override
  public byte[] seal(byte[] plain, String boundTo) {
    return keys.now().content().seal(plain, boundTo);
  }

  @Override
  public byte[] open(byte[] sealed, String boundTo) {
    return keys.now().content().open(sealed, boundTo);
  }

  @Override
  public boolean isNewest(byte[] sealed) {
    return keys.now().content().isNewest(sealed);
  }

  @Override
  public KeyedHash hash(Use use, byte[] value) {
    return keys.now().search().hash(use, value);
  }

  @Override
  public List<KeyedHash> everyHash(Use use, byte[] value) {
    return keys.now().search().everyHash(use, value);
  }
}
