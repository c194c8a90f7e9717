package jp.renkei.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the ledger knows of answers that people keyed in. */
public final class KeyedAnswers {

  private final JdbcClient jdbc;
  private final CommitGate gate;

  KeyedAnswers(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /** The one to an inquiry; empty where none was ever keyed in. */
  public Optional<KeyedAnswer> of(String inquiryId) {
    return gate.told(
        jdbc.sql("select source, keyed, keyed_by, told from keyed_answer where inquiry_id = :id")
            .param("id", inquiryId)
            .query(
                (row, n) ->
                    new KeyedAnswer(
                        inquiryId,
                        row.getString("source"),
                        row.getInt("keyed"),
                        row.getString("keyed_by"),
                        Sql.outcome(row, "told")))
            .optional());
  }
}
