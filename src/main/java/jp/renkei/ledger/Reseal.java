package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a content that was sealed anew in the place of the one that was read. Without effect where
 * another stands there by now, or none. Tells whether it did.
 *
 * @param before what was read
 * @param after the same content, sealed anew
 */
public record Reseal(SealedContent before, byte[] after) implements Command<Boolean> {

  private static final String PART =
      "update payload set content = ? where inquiry_id = ? and part = ? and content = ?";

  private static final String HELD =
      "update held_reply set content = ? where id = ? and content = ?";

  private static final String DELIVERY =
      "update delivery set content = ? where id = ? and content = ?";

  private static final String FILE =
      "update bulk_file set content = ? where id = ? and content = ?";

  @Override
  public String key() {
    return before.boundTo();
  }

  static List<Boolean> run(Connection connection, List<Reseal> commands) throws SQLException {
    List<Boolean> results = new ArrayList<>();
    for (Reseal command : commands) {
      results.add(command.run(connection) == 1);
    }
    return results;
  }

  private int run(Connection connection) throws SQLException {
    if (before.deliveryId() != null) {
      return Keyed.change(connection, DELIVERY, after, before.deliveryId(), before.content());
    }
    if (before.bulkFile() != null) {
      return Keyed.change(connection, FILE, after, before.bulkFile(), before.content());
    }
    return before.inquiryId() == null
        ? Keyed.change(connection, HELD, after, before.heldReply(), before.content())
        : Keyed.change(
            connection, PART, after, before.inquiryId(), before.part().name(), before.content());
  }
}
