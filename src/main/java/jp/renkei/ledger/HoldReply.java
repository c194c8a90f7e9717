package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * Keeps a reply that is not delivered, and says why. The same one again adds an event, not a row.
 *
 * @param inquiryId the inquiry that it names, or null
 * @param flow that inquiry's flow, or null
 * @param reason why
 * @param detail the place of the fault, without a value, or null
 * @param awaits the hash of the receipt number that it waits for, or null
 */
public record HoldReply(
    String inquiryId,
    String flow,
    ArrivedReply reply,
    EventKind reason,
    String detail,
    KeyedHash awaits)
    implements Command<Void> {

  private static final String INSERT =
      """
      insert into held_reply (inquiry_id, agency, reason, fingerprint_key_version, fingerprint,
        received_at, content, awaits_key_version, awaits)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing""";

  private static final String HELD =
      "select 1 from held_reply where agency = ? and reason = ? and fingerprint = ?";

  /** Keeps a reply that waits for nothing. */
  public HoldReply(
      String inquiryId, String flow, ArrivedReply reply, EventKind reason, String detail) {
    this(inquiryId, flow, reply, reason, detail, null);
  }

  /** What the content of a held reply is bound to when it is encrypted. */
  public static String boundTo(String fingerprint) {
    return "held/" + fingerprint;
  }

  @Override
  public String key() {
    return inquiryId == null ? "" : inquiryId;
  }

  static List<Void> run(Connection connection, List<HoldReply> commands) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (HoldReply command : commands) {
      if (!command.isHeldUnderOtherKey(connection)) {
        rows.add(command.row());
      }
    }
    Sql.each(connection, INSERT, rows);
    EventRows.insert(connection, commands.stream().map(HoldReply::event).toList());
    return Collections.nCopies(commands.size(), null);
  }

  /** Looks under the other keys only: under the newest the unique constraint decides. */
  private boolean isHeldUnderOtherKey(Connection connection) throws SQLException {
    for (KeyedHash other : reply.fingerprints().subList(1, reply.fingerprints().size())) {
      try (PreparedStatement select = connection.prepareStatement(HELD)) {
        Sql.bind(select, reply.agency(), reason.name(), other.value());
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Object[] row() {
    return new Object[] {
      inquiryId,
      reply.agency(),
      reason.name(),
      reply.fingerprints().get(0).keyVersion(),
      reply.fingerprints().get(0).value(),
      Sql.at(reply.at()),
      reply.content().get(),
      awaits == null ? null : awaits.keyVersion(),
      awaits == null ? null : awaits.value()
    };
  }

  private Event event() {
    return new Event(inquiryId, flow, reply.agency(), reply.at(), reason, reply.agency(), detail);
  }
}
