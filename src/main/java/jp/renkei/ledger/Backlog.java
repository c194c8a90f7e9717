package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what waits in the ledger, each with one query on an index. */
public final class Backlog {

  private final JdbcClient jdbc;

  public Backlog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open inquiries, a line for each flow that has any. */
  public List<Open> open() {
    return jdbc.sql(
            """
            select flow, count(*) as inquiries, min(accepted_at) as oldest,
              min(until) as next_deadline
            from open_inquiry group by flow""")
        .query(
            (row, n) ->
                new Open(
                    row.getString("flow"),
                    row.getLong("inquiries"),
                    Sql.instant(row, "oldest"),
                    Sql.instant(row, "next_deadline")))
        .list();
  }

  /** The messages that no agency's queue is known to have, a line for each agency with any. */
  public List<Unsent> unsent(Instant now) {
    return jdbc.sql(
            """
            select destination, count(*) as messages, min(due) as oldest,
              min(case when due > :now then due end) as next_due
            from dispatch where what = 'SEND' group by destination""")
        .param("now", Sql.at(now))
        .query(
            (row, n) ->
                new Unsent(
                    row.getString("destination"),
                    row.getLong("messages"),
                    Sql.instant(row, "oldest"),
                    Sql.instant(row, "next_due")))
        .list();
  }

  /** What callers are still to get by queue, a line for each queue with any. */
  public List<Undelivered> undelivered() {
    return jdbc.sql(
            """
            select address, count(*) as deliveries, min(queued_at) as oldest
            from delivery group by address""")
        .query(
            (row, n) ->
                new Undelivered(
                    row.getString("address"),
                    row.getLong("deliveries"),
                    Sql.instant(row, "oldest")))
        .list();
  }

  /**
   * What an agency owes; asked every second, so from one range of an index.
   *
   * @param heard when the agency was heard last
   */
  public Owed owed(String agency, Instant heard) {
    return jdbc.sql(
            """
            select count(*) as inquiries, min(case when due > :heard then due end) as unheard
            from dispatch
            where destination = :agency and what = 'AWAIT'""")
        .param("agency", agency)
        .param("heard", Sql.at(heard))
        .query((row, n) -> new Owed(row.getLong("inquiries"), Sql.instant(row, "unheard")))
        .single();
  }

  /**
   * A queue's deliveries that the broker is not known to have.
   *
   * @param deliveries how many, at least 1
   * @param oldest when the oldest of them became true
   */
  public record Undelivered(String address, long deliveries, Instant oldest) {}

  /**
   * What an agency owes.
   *
   * @param inquiries how many it has not answered
   * @param unheard when the first of them was sent after which nothing was heard, or null
   */
  public record Owed(long inquiries, Instant unheard) {}

  /**
   * A flow's open inquiries.
   *
   * @param inquiries how many, at least 1
   * @param oldest when the oldest of them was accepted
   * @param nextDeadline the nearest deadline of them, which may have just passed
   */
  public record Open(String flow, long inquiries, Instant oldest, Instant nextDeadline) {}

  /**
   * An agency's unsent messages.
   *
   * @param messages how many, at least 1
   * @param oldest when the first of them is, or was, due
   * @param nextDue when the next postponed one is due, or null where all are due now
   */
  public record Unsent(String agency, long messages, Instant oldest, Instant nextDue) {}
}
