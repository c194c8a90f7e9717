package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.renkei.protection.SearchKeys.KeyedHash;

/** Finds the inquiry that a caller posted earlier under the same key. */
final class EarlierInquiry {

  private static final String SELECT =
      "select "
          + InquiryRows.COLUMNS
          + ", i.fingerprint_key_version, i.fingerprint from "
          + InquiryRows.TABLES
          + " where i.caller = ? and i.idempotency_hash = ?";

  private EarlierInquiry() {}

  /** The inquiry under any of its hashes, or null. */
  static Acceptance findAny(Connection connection, NewInquiry inquiry) throws SQLException {
    for (KeyedHash key : inquiry.idempotencyKeys()) {
      Acceptance earlier = find(connection, inquiry.caller(), key, inquiry.fingerprints());
      if (earlier != null) {
        return earlier;
      }
    }
    return null;
  }

  /** The inquiry and whether its body was the same, or null where there is none. */
  static Acceptance find(
      Connection connection, String caller, KeyedHash key, List<KeyedHash> fingerprints)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      Sql.bind(select, caller, key.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        KeyedHash stored =
            new KeyedHash(row.getInt("fingerprint_key_version"), row.getString("fingerprint"));
        return new Acceptance(InquiryRows.read(row), false, fingerprints.contains(stored));
      }
    }
  }
}
