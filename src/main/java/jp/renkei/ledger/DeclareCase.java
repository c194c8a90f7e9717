package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says what a case needs, and that it needs no more. A case that is not there comes to be. What is
 * expected only grows, until the case is sealed; that is never taken back.
 *
 * @param expects flows of which it needs an inquiry, beside those of before
 * @param seal whether it expects nothing more from now on
 * @param who the user
 */
public record DeclareCase(
    CaseKey caseKey, Set<String> expects, boolean seal, Instant at, String who)
    implements Command<DeclareCase.Result> {

  /** What became of it. */
  public enum Result {
    /** The case is as declared. */
    DECLARED,
    /** The case was sealed before, and does not expect all of this; nothing was changed. */
    SEALED_BEFORE
  }

  private static final String EXPECT =
      """
      insert into case_expectation (caller, case_id, flow) values (?, ?, ?)
      on conflict do nothing""";

  private static final String SEAL =
      """
      update inquiry_case set sealed_at = ?
      where caller = ? and case_id = ? and sealed_at is null""";

  @Override
  public String key() {
    return caseKey.toString();
  }

  static List<Result> run(Connection connection, List<DeclareCase> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (DeclareCase command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    if (isSealed(connection)) {
      return expected(connection).containsAll(expects) ? Result.DECLARED : Result.SEALED_BEFORE;
    }
    Sql.each(
        connection,
        EXPECT,
        expects.stream()
            .sorted()
            .map(flow -> new Object[] {caseKey.caller(), caseKey.id(), flow})
            .toList());
    if (seal) {
      Sql.each(
          connection,
          SEAL,
          List.<Object[]>of(new Object[] {Sql.at(at), caseKey.caller(), caseKey.id()}));
      EventRows.insert(
          connection,
          List.of(new Event(null, null, null, at, EventKind.CASE_SEALED, who, caseKey.toString())));
    }
    return Result.DECLARED;
  }

  private boolean isSealed(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select sealed_at from inquiry_case where caller = ? and case_id = ?")) {
      Sql.bind(select, caseKey.caller(), caseKey.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getObject("sealed_at") != null;
      }
    }
  }

  private Set<String> expected(Connection connection) throws SQLException {
    Set<String> flows = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select flow from case_expectation where caller = ? and case_id = ?")) {
      Sql.bind(select, caseKey.caller(), caseKey.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          flows.add(row.getString("flow"));
        }
      }
    }
    return flows;
  }
}
