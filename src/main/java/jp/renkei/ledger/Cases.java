package jp.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads cases. What is open and ended is counted by the database: a case may be large. */
public final class Cases {

  /** Whether an inquiry is asked again by another one of its case. */
  private static final String SUPERSEDED =
      """
      id in (select supersedes from inquiry
        where case_id = :id and caller = :caller and supersedes is not null) as superseded
      """;

  private static final String COUNTS =
      "select flow, outcome, superseded, count(*) as inquiries"
          + " from (select flow, coalesce(told, outcome) as outcome, "
          + SUPERSEDED
          + """
             from inquiry left join keyed_answer on inquiry_id = id
             where case_id = :id and caller = :caller) each
            group by flow, outcome, superseded""";

  private static final String NEWEST =
      "select id, number, flow, state, outcome, told, supersedes, ended_at, "
          + SUPERSEDED
          + """
             from inquiry left join keyed_answer on inquiry_id = id
             where case_id = :id and caller = :caller order by id desc limit :most""";

  private final JdbcClient jdbc;
  private final CommitGate gate;

  Cases(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * A case, or nothing where no inquiry names it and nobody declared it.
   *
   * @param most how many of its inquiries are told one by one
   */
  public Optional<Case> find(CaseKey key, int most) {
    return gate.told(
        about(
                key,
                """
                select opened_at, sealed_at, completed_at from inquiry_case
                where caller = :caller and case_id = :id""")
            .query(Cases::standing)
            .optional()
            .map(standing -> standing.with(key, expects(key), counts(key), newest(key, most))));
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "sealed_at"),
        Sql.instant(row, "completed_at"));
  }

  private record Standing(Instant opened, Instant sealed, Instant completed) {

    Case with(
        CaseKey key, List<String> expects, List<CaseCount> counts, List<CaseInquiry> inquiries) {
      return new Case(key, opened, sealed, completed, expects, counts, inquiries);
    }
  }

  private List<String> expects(CaseKey key) {
    return about(
            key,
            "select flow from case_expectation"
                + " where caller = :caller and case_id = :id order by flow")
        .query(String.class)
        .list();
  }

  private List<CaseCount> counts(CaseKey key) {
    return about(key, COUNTS)
        .query(
            (row, n) ->
                new CaseCount(
                    row.getString("flow"),
                    Sql.outcome(row, "outcome"),
                    row.getBoolean("superseded"),
                    row.getInt("inquiries")))
        .list();
  }

  private List<CaseInquiry> newest(CaseKey key, int most) {
    return about(key, NEWEST)
        .param("most", most)
        .query(
            (row, n) ->
                new CaseInquiry(
                    row.getString("id"),
                    row.getString("number"),
                    row.getString("flow"),
                    State.valueOf(row.getString("state")),
                    Sql.outcome(row, "outcome"),
                    Sql.outcome(row, "told"),
                    row.getString("supersedes"),
                    row.getBoolean("superseded"),
                    Sql.instant(row, "ended_at")))
        .list();
  }

  private JdbcClient.StatementSpec about(CaseKey key, String sql) {
    return jdbc.sql(sql).param("caller", key.caller()).param("id", key.id());
  }
}
