package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what ended inquiries still carry. */
public final class Retained {

  private static final String OLDEST =
      """
      select i.id, i.flow, i.agency, i.ended_at
      from (select inquiry_id from payload
            where part = 'REQUEST' and inquiry_id > :after and inquiry_id < :youngest
            order by inquiry_id limit :limit) p
        join inquiry i on i.id = p.inquiry_id
      order by i.id""";

  private final JdbcClient jdbc;
  private final CommitGate gate;

  Retained(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * Inquiries accepted before an instant that still carry what they were asked with, the oldest
   * first. Ids sort by age, so that this reads no further than it must, and no index beside.
   *
   * @param after the last id of the page before, or an empty text
   */
  public List<Row> acceptedBefore(Instant instant, String after, int limit) {
    return gate.told(
        jdbc.sql(OLDEST)
            .param("after", after)
            .param("youngest", Identifiers.firstIdAt(instant))
            .param("limit", limit)
            .query(
                (row, n) ->
                    new Row(
                        row.getString("id"),
                        row.getString("flow"),
                        row.getString("agency"),
                        Sql.instant(row, "ended_at")))
            .list());
  }

  /** Whether an inquiry still carries what it was asked with. */
  public boolean keeps(String inquiryId) {
    return gate.told(
        jdbc.sql("select count(*) from payload where inquiry_id = :id and part = 'REQUEST'")
                .param("id", inquiryId)
                .query(Integer.class)
                .single()
            > 0);
  }

  /** Whether an inquiry is under a legal hold. */
  public boolean isHeld(String inquiryId) {
    return gate.told(
        jdbc.sql("select count(*) from legal_hold where inquiry_id = :id")
                .param("id", inquiryId)
                .query(Integer.class)
                .single()
            > 0);
  }

  /**
   * An inquiry that carries something.
   *
   * @param ended when it ended, or null while it is open
   */
  public record Row(String id, String flow, String agency, Instant ended) {}
}
