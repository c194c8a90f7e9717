package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.EventRow;

/**
 * Seals events (promise 8): what has no seal yet becomes the next block, at most {@link
 * Block#MOST_ROWS} events in the order of their ids. Every node may run it; one at a time has the
 * turn. It has a connection of its own beside the writer's, so that nobody who waits for a commit
 * waits for hashes, and what it has sealed is as durable. Used by one thread.
 */
public final class SealEvents {

  /** A round ends after so many, however much there is: it is to see how far it is behind. */
  private static final int MOST_BLOCKS = 50;

  private final GroupCommit commit;
  private final String node;
  private final SealLag lag;
  private final Clock clock;
  private final Sweeps sweeps = new Sweeps();

  SealEvents(GroupCommit commit, String node, SealLag lag, Clock clock) {
    this.commit = commit;
    this.node = node;
    this.lag = lag;
    this.clock = clock;
  }

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
    boolean sweep = sweeps.begin(clock.instant());
    if (!sweep && oldestUnsealed(false).isEmpty()) {
      return Optional.empty();
    }
    int sealed = Block.MOST_ROWS;
    for (int blocks = 0; blocks < MOST_BLOCKS && sealed == Block.MOST_ROWS; blocks++) {
      sealed = commit.durably("a block of events", connection -> sealBlock(connection, sweep));
    }
    return oldestUnsealed(sweep);
  }

  private int sealBlock(Connection connection, boolean sweep) throws SQLException {
    Instant now = clock.instant();
    if (!SealTurn.take(connection, node, now)) {
      return 0;
    }
    Optional<Block> before = EvidenceRows.newest(connection);
    List<EventRow> events =
        EvidenceRows.unsealed(connection, from(connection, sweep), Block.MOST_ROWS);
    if (!events.isEmpty()) {
      List<String> hashes = events.stream().map(EventRow::hash).toList();
      Block block = Block.after(before.orElse(null), hashes, now);
      EvidenceRows.insert(connection, block, events, hashes);
    }
    if (sweep && events.size() < Block.MOST_ROWS) {
      SealTurn.swept(connection, sweeps.done(now, newestSealed(connection)));
    }
    return events.size();
  }

  private Optional<Instant> oldestUnsealed(boolean sweep) throws SQLException {
    return commit.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("select min(e.at) as at " + EvidenceRows.UNSEALED)) {
            Sql.bind(select, from(connection, sweep));
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return Optional.ofNullable(Sql.instant(row, "at"));
            }
          }
        });
  }

  private static long from(Connection connection, boolean sweep) throws SQLException {
    long swept = SealTurn.swept(connection);
    return sweep ? swept : Math.max(swept, newestSealed(connection));
  }

  /** The last event of the newest block: later ones have, but for stragglers, higher ids. */
  private static long newestSealed(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select event_id from event_seal
                where block = (select max(number) from event_block)
                order by position desc limit 1""");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
