package jp.renkei.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events for auditors, in the order of their ids. */
public final class AuditEvents {

  private final JdbcClient jdbc;
  private final CommitGate gate;

  AuditEvents(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * Events that fit.
   *
   * @param inquiry of this inquiry, or null
   * @param from that happened then or later, or null
   * @param after with a higher id
   * @param limit the most events
   */
  public List<SealedEvent> events(String inquiry, Instant from, long after, int limit) {
    StringBuilder sql =
        new StringBuilder(
            "select s.block, s.position, "
                + EvidenceRows.EVENT
                + " from event e left join event_seal s on s.event_id = e.id where e.id > ?");
    List<Object> values = new ArrayList<>();
    values.add(from == null ? after : Math.max(after, numberedBefore(from)));
    if (from != null) {
      sql.append(" and e.at >= ?");
      values.add(Sql.at(from));
    }
    if (inquiry != null) {
      sql.append(" and e.inquiry_id = ?");
      values.add(inquiry);
    }
    sql.append(" order by e.id limit ?");
    values.add(limit);
    return gate.told(
        jdbc.sql(sql.toString())
            .params(values)
            .query(
                (row, n) ->
                    new SealedEvent(
                        EvidenceRows.event(row),
                        row.getObject("block", Long.class),
                        row.getObject("position", Integer.class)))
            .list());
  }

  /**
   * A number that was given before a time, so that the years before are not searched: what was
   * sealed by then had its number by then. Clocks of nodes differ by less than a transaction lasts.
   */
  private long numberedBefore(Instant time) {
    return jdbc.sql(
            """
            select coalesce(max(event_id), 0) from event_seal
            where block = (select max(number) from event_block where sealed_at < ?)""")
        .param(Sql.at(time.minus(SeenNumbers.LONGEST_TRANSACTION)))
        .query(Long.class)
        .single();
  }
}
