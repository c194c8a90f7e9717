package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of an {@link Accept} for a case that is completed: where the same was posted before,
 * it is that inquiry as ever; where it is new, it is refused.
 */
record RepeatOnly(Accept accept) implements Command<Acceptance> {

  @Override
  public String key() {
    return accept.key();
  }

  static List<Acceptance> run(Connection connection, List<RepeatOnly> commands)
      throws SQLException {
    List<Acceptance> results = new ArrayList<>();
    for (RepeatOnly command : commands) {
      Acceptance earlier = EarlierInquiry.findAny(connection, command.accept.inquiry());
      results.add(earlier == null ? Acceptance.CASE_COMPLETED : earlier);
    }
    return results;
  }
}
