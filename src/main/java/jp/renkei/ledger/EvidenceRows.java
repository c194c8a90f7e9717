package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.EventRow;
import jp.renkei.protection.evidence.SealedRow;

/** The rows of events, seals and blocks. */
final class EvidenceRows {

  static final String EVENT = "e.id, e.inquiry_id, e.flow, e.agency, e.at, e.what, e.who, e.detail";

  static final String BLOCK =
      "b.number, b.event_count, b.root_hash, b.previous_hash, b.sealed_at, b.hash";

  private static final InsertRows INSERT_BLOCK =
      InsertRows.into(
          "event_block",
          "number bigint, event_count integer, root_hash text, previous_hash text,"
              + " sealed_at time, hash text");

  private static final InsertRows INSERT_SEALS =
      InsertRows.into(
          "event_seal", "event_id bigint, block bigint, position integer, row_hash text");

  private EvidenceRows() {}

  static EventRow event(ResultSet row) throws SQLException {
    return new EventRow(
        row.getLong("id"),
        row.getString("inquiry_id"),
        row.getString("flow"),
        row.getString("agency"),
        Sql.instant(row, "at"),
        row.getString("what"),
        row.getString("who"),
        row.getString("detail"));
  }

  /** A seal and its event, which may be gone. */
  static SealedRow sealed(ResultSet row) throws SQLException {
    return new SealedRow(
        row.getLong("block"),
        row.getInt("position"),
        row.getLong("event_id"),
        row.getString("row_hash"),
        row.getObject("id") == null ? null : event(row));
  }

  static Block block(ResultSet row) throws SQLException {
    return new Block(
        row.getLong("number"),
        row.getInt("event_count"),
        row.getString("root_hash"),
        row.getString("previous_hash"),
        Sql.instant(row, "sealed_at"),
        row.getString("hash"));
  }

  static Optional<Block> newest(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select " + BLOCK + " from event_block b order by b.number desc limit 1");
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? Optional.of(block(rows)) : Optional.empty();
    }
  }

  /** An event, and whether it has its seal. */
  record FoundEvent(EventRow row, boolean sealed) {}

  /**
   * Adds the events of a range of ids, lowest first, until so many are there.
   *
   * @param most how many there may be with those that are there already
   */
  static void find(Connection connection, long first, long last, int most, List<FoundEvent> found)
      throws SQLException {
    if (found.size() >= most) {
      return;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select "
                + EVENT
                + """
                , s.event_id as sealed
                from event e left join event_seal s on s.event_id = e.id
                where e.id between ? and ? order by e.id limit ?""")) {
      Sql.bind(select, first, last, most - found.size());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(new FoundEvent(event(rows), rows.getObject("sealed") != null));
        }
      }
    }
  }

  static void insert(Connection connection, Block block, List<EventRow> events, List<String> hashes)
      throws SQLException {
    INSERT_BLOCK.run(
        connection,
        List.<Object[]>of(
            new Object[] {
              block.number(),
              block.count(),
              block.root(),
              block.previous(),
              Sql.at(block.sealedAt()),
              block.hash()
            }));
    INSERT_SEALS.run(
        connection,
        IntStream.range(0, events.size())
            .mapToObj(i -> new Object[] {events.get(i).id(), block.number(), i + 1, hashes.get(i)})
            .toList());
  }
}
