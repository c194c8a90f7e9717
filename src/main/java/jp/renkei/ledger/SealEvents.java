package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.ledger.EvidenceRows.FoundEvent;
import jp.renkei.ledger.SeenNumbers.Gap;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.EventRow;

/**
 * Seals events (promise 8): what has no seal yet becomes the next block, at most {@link
 * Block#MOST_ROWS} events in the order of their ids. Every node may run it; one at a time has the
 * turn. It has a connection of its own beside the writer's, so that nobody who waits for a commit
 * waits for hashes, and what it has sealed is as durable. Each event is read once: beyond the
 * highest number seen, and now and then where a number was missing. Used by one thread.
 */
public final class SealEvents {

  /** A round ends after so many, however much there is: it is to see how far it is behind. */
  private static final int MOST_BLOCKS = 50;

  /** How often missing numbers are looked for; in between, only what is newest. */
  static final Duration SWEEP_PERIOD = Duration.ofSeconds(15);

  private final GroupCommit commit;
  private final String node;
  private final SealLag lag;
  private final Clock clock;
  private SeenNumbers seen = SeenNumbers.upTo(0);
  private Instant swept = Instant.EPOCH;

  SealEvents(GroupCommit commit, String node, SealLag lag, Clock clock) {
    this.commit = commit;
    this.node = node;
    this.lag = lag;
    this.clock = clock;
  }

  /** What a block's transaction read, and whether there may be more. */
  private record Read(SeenNumbers seen, boolean more) {}

  /**
   * Seals all there is, block by block, and sees how far the seal is behind.
   *
   * @return when the oldest event happened that is not sealed all the same, because it is another
   *     node's turn or there was too much for a round; nothing where all is sealed
   * @throws LedgerUnavailable where the ledger cannot be read or written
   */
  public Optional<Instant> seal() {
    try {
      Optional<Instant> oldest = sealWhatIsThere();
      lag.seen(oldest.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO));
      return oldest;
    } catch (SQLException e) {
      throw new LedgerUnavailable("Events could not be sealed", e);
    }
  }

  private Optional<Instant> sealWhatIsThere() throws SQLException {
    Instant now = clock.instant();
    // a clock that was set back does not put it off
    boolean sweep = now.isBefore(swept) || !now.isBefore(swept.plus(SWEEP_PERIOD));
    if (!sweep && oldestUnsealed().isEmpty()) {
      return Optional.empty();
    }
    if (sweep) {
      swept = now;
    }
    boolean more = true;
    for (int blocks = 0; blocks < MOST_BLOCKS && more; blocks++) {
      Read read = commit.durably("a block of events", connection -> sealBlock(connection, sweep));
      seen = read.seen;
      more = read.more;
    }
    return oldestUnsealed();
  }

  private Read sealBlock(Connection connection, boolean sweep) throws SQLException {
    Instant now = clock.instant();
    if (!SealTurn.take(connection, node, now)) {
      return new Read(seen, false);
    }
    SeenNumbers known = seen.orUpTo(SealTurn.swept(connection));
    List<FoundEvent> found = find(connection, known, sweep);
    List<EventRow> open =
        found.stream().filter(event -> !event.sealed()).map(FoundEvent::row).toList();
    if (!open.isEmpty()) {
      List<String> hashes = open.stream().map(EventRow::hash).toList();
      Block before = EvidenceRows.newest(connection).orElse(null);
      EvidenceRows.insert(connection, Block.after(before, hashes, now), open, hashes);
    }
    SeenNumbers next = known.and(found.stream().map(event -> event.row().id()).toList(), now);
    boolean more = found.size() == Block.MOST_ROWS;
    if (sweep && !more) {
      next = next.lookingNoMoreAt(now);
      SealTurn.swept(connection, next.settled());
    }
    return new Read(next, more);
  }

  /** At most a block's worth: where numbers were missing, and beyond what was seen. */
  private static List<FoundEvent> find(Connection connection, SeenNumbers known, boolean sweep)
      throws SQLException {
    List<FoundEvent> found = new ArrayList<>();
    for (Gap gap : sweep ? known.gaps() : List.<Gap>of()) {
      EvidenceRows.find(connection, gap.first(), gap.last(), Block.MOST_ROWS, found);
    }
    EvidenceRows.find(connection, known.highest() + 1, Long.MAX_VALUE, Block.MOST_ROWS, found);
    return found;
  }

  /** Where another node seals, what it has sealed last is where one looks. */
  private Optional<Instant> oldestUnsealed() throws SQLException {
    return commit.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select e.at from event e where e.id > ? order by e.id limit 1")) {
            SeenNumbers known = seen.orUpTo(SealTurn.swept(connection));
            Sql.bind(select, Math.max(known.highest(), newestSealed(connection)));
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(Sql.instant(row, "at")) : Optional.empty();
            }
          }
        });
  }

  /** The highest number in the newest block. */
  private static long newestSealed(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select coalesce(max(event_id), 0) from event_seal
                where block = (select max(number) from event_block)""");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
