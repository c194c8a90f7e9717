package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Writes and reads deliveries, in the transaction of whatever makes them true. */
final class DeliveryRows {

  static final String COLUMNS =
      """
      id, address, duplicate_id, correlation, message_type, key_id, inquiry_id, queued_at,
      keep_until, content, claimed_by, claimed_until""";

  private static final InsertRows INSERT =
      InsertRows.newInto(
          "delivery",
          "id text, address text, duplicate_id text, correlation text, message_type text,"
              + " key_id text, inquiry_id text, queued_at time, keep_until time, content bytes,"
              + " claimed_by text, claimed_until time");

  private DeliveryRows() {}

  /** Writes those that are not null; one that is there already stays as it is. */
  static void insert(Connection connection, List<Delivery> deliveries) throws SQLException {
    INSERT.run(
        connection, deliveries.stream().filter(Objects::nonNull).map(DeliveryRows::row).toList());
  }

  private static Object[] row(Delivery delivery) {
    return new Object[] {
      delivery.id(),
      delivery.address(),
      delivery.duplicateId(),
      delivery.correlation(),
      delivery.type(),
      delivery.keyId(),
      delivery.inquiryId(),
      Sql.at(delivery.queued()),
      Sql.at(delivery.keepUntil()),
      delivery.content(),
      delivery.claimedBy(),
      Sql.at(delivery.claimedUntil())
    };
  }

  static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("address"),
        row.getString("duplicate_id"),
        row.getString("correlation"),
        row.getString("message_type"),
        row.getString("key_id"),
        row.getString("inquiry_id"),
        Sql.instant(row, "queued_at"),
        Sql.instant(row, "keep_until"),
        row.getBytes("content"),
        row.getString("claimed_by"),
        Sql.instant(row, "claimed_until"));
  }
}
