package jp.renkei.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the ledger knows of answers that people keyed in. */
public final class KeyedAnswers {

  private final JdbcClient jdbc;
  private final CommitGate gate;

  KeyedAnswers(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * What confirmed answers told, by the inquiries' ids; those of which it is not kept are not in
   * it.
   *
   * @param inquiryIds at least one
   */
  public Map<String, Outcome> told(List<String> inquiryIds) {
    Map<String, Outcome> told = new HashMap<>();
    jdbc.sql(
            "select inquiry_id, told from keyed_answer"
                + " where inquiry_id in (:ids) and told is not null")
        .param("ids", inquiryIds)
        .query(
            (RowCallbackHandler)
                row -> told.put(row.getString("inquiry_id"), Sql.outcome(row, "told")));
    return gate.told(told);
  }

  /** The one to an inquiry; empty where none was ever keyed in. */
  public Optional<KeyedAnswer> of(String inquiryId) {
    return gate.told(
        jdbc.sql(
                "select source, keyed, keyed_by, keyed_at, told from keyed_answer where inquiry_id = :id")
            .param("id", inquiryId)
            .query(
                (row, n) ->
                    new KeyedAnswer(
                        inquiryId,
                        row.getString("source"),
                        row.getInt("keyed"),
                        row.getString("keyed_by"),
                        Sql.instant(row, "keyed_at"),
                        Sql.outcome(row, "told")))
            .optional());
  }
}
