package jp.renkei.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * Finds repeats across a rotation of the search key, where a unique constraint over the newest hash
 * does not: under other keys, and of another node that accepts the same at this moment under
 * another one.
 */
final class ResendGuard {

  private static final String PLACE =
      "insert into resend_guard (caller, idempotency_hash) values (?, ?)";

  private static final String LIFT =
      "delete from resend_guard where caller = ? and idempotency_hash = ?";

  private static final String STORED =
      "select idempotency_hash from inquiry where caller = ? and idempotency_hash = any(?)";

  private final Connection connection;
  private final List<Object[]> placed;

  private ResendGuard(Connection connection, List<Object[]> placed) {
    this.connection = connection;
    this.placed = placed;
  }

  /**
   * Holds every other node that accepts one of these until the transaction ends; in one order, so
   * that two nodes cannot deadlock. Where there is one key, the unique constraint does.
   *
   * @param inquiries no two of one caller and key
   */
  static ResendGuard place(Connection connection, List<NewInquiry> inquiries) throws SQLException {
    List<Object[]> rows =
        inquiries.stream()
            .filter(inquiry -> inquiry.idempotencyKeys().size() > 1)
            .map(inquiry -> new Object[] {inquiry.caller(), shared(inquiry).value()})
            .sorted(Comparator.comparing(row -> name((String) row[0], (String) row[1])))
            .toList();
    Sql.each(connection, PLACE, rows);
    return new ResendGuard(connection, rows);
  }

  /** Leaves nothing behind for the commit. */
  void lift() throws SQLException {
    Sql.each(connection, LIFT, placed);
  }

  /** The hash that every node with the same keys chooses, whichever of them is its newest. */
  private static KeyedHash shared(NewInquiry inquiry) {
    return inquiry.idempotencyKeys().stream()
        .min(Comparator.comparingInt(KeyedHash::keyVersion))
        .orElseThrow();
  }

  /** The hashes under other keys than the newest that are stored already, each with its caller. */
  Set<String> storedUnderOthers(List<NewInquiry> inquiries) throws SQLException {
    Map<String, List<String>> others = new HashMap<>();
    for (NewInquiry inquiry : inquiries) {
      List<KeyedHash> keys = inquiry.idempotencyKeys();
      for (KeyedHash each : keys.subList(1, keys.size())) {
        others.computeIfAbsent(inquiry.caller(), caller -> new ArrayList<>()).add(each.value());
      }
    }
    Set<String> stored = new HashSet<>();
    for (Map.Entry<String, List<String>> each : others.entrySet()) {
      addStored(each.getKey(), each.getValue(), stored);
    }
    return stored;
  }

  private void addStored(String caller, List<String> hashes, Set<String> stored)
      throws SQLException {
    Array values = connection.createArrayOf("varchar", hashes.toArray());
    try (PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setString(1, caller);
      select.setArray(2, values);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stored.add(name(caller, row.getString("idempotency_hash")));
        }
      }
    } finally {
      values.free();
    }
  }

  /** A caller's hash as one text. */
  static String name(String caller, String hash) {
    return caller + " " + hash;
  }
}
