package jp.renkei.protection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down whoever guesses passwords, in memory and bounded. The fifth failure of a name from one
 * address and each further one closes the door to that name from that address, for twice as long
 * each time, from one second to a minute. An address that fails fifty times, with whatever names,
 * is closed in the same way to every name that has not come in from there. The same name from
 * another address is not touched.
 *
 * <p>A burst of failures begins with the first that closes the door, and is over when none has come
 * for ten minutes.
 */
public final class FailedLogins {

  /** The failure that closes the door first. */
  static final int CLOSING = 5;

  static final int CLOSING_AN_ADDRESS = 50;
  static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;
  private static final int MOST = 10_000;

  /** No user's name is longer. */
  private static final int LONGEST_NAME = 64;

  private final Clock clock;
  private final Cache<Pair, Failures> pairs;
  private final Cache<String, Failures> addresses;
  private final Cache<Pair, Boolean> known;

  public FailedLogins(Clock clock) {
    this.clock = clock;
    ClockTicker ticker = new ClockTicker(clock);
    this.pairs = bounded(ticker).expireAfterWrite(REMEMBERED).build();
    this.addresses = bounded(ticker).expireAfterWrite(REMEMBERED).build();
    this.known = bounded(ticker).expireAfterAccess(Duration.ofHours(1)).build();
  }

  private static Caffeine<Object, Object> bounded(ClockTicker ticker) {
    return Caffeine.newBuilder().maximumSize(MOST).ticker(ticker);
  }

  /** How long the door stays closed to a name from an address; zero where it is open. */
  public Duration closedFor(String name, String address) {
    Pair pair = new Pair(name, address);
    Duration closed = closedFor(pairs.getIfPresent(pair));
    return known.getIfPresent(pair) != null
        ? closed
        : longer(closed, closedFor(addresses.getIfPresent(address)));
  }

  /**
   * Notes a failure.
   *
   * @return whether a burst begins with it
   */
  public boolean failed(String name, String address) {
    Failures ofPair = more(pairs, new Pair(name, address), CLOSING);
    Failures ofAddress = more(addresses, address, CLOSING_AN_ADDRESS);
    return ofPair.count() == CLOSING || ofAddress.count() == CLOSING_AN_ADDRESS;
  }

  private <K> Failures more(Cache<K, Failures> failures, K key, int closing) {
    return failures
        .asMap()
        .compute(key, (same, before) -> one(before == null ? 0 : before.count(), closing));
  }

  private Failures one(int before, int closing) {
    int count = before + 1;
    Duration pause =
        count < closing
            ? Duration.ZERO
            : shorter(Duration.ofSeconds(1L << Math.min(count - closing, DOUBLINGS)), LONGEST);
    return new Failures(count, clock.instant().plus(pause));
  }

  private Duration closedFor(Failures failures) {
    Instant now = clock.instant();
    return failures == null || !failures.closedUntil().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, failures.closedUntil());
  }

  /** Notes that a name has come in from an address. */
  public void succeeded(String name, String address) {
    Pair pair = new Pair(name, address);
    if (known.getIfPresent(pair) == null) {
      known.put(pair, true);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** How often it has failed, and until when the door is closed. */
  private record Failures(int count, Instant closedUntil) {}

  /** A name from an address; what is too long to be a name is cut, so that memory is bounded. */
  private record Pair(String name, String address) {

    Pair {
      name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
  }
}
