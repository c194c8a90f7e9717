package jp.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims the answers that are due to be asked for; what has ended is asked for no more. */
public final class PollClaims {

  private static final String FORGET =
      """
      delete from dispatch
      where destination = :agency and what = 'POLL' and due <= :now and exists
        (select 1 from inquiry i where i.id = dispatch.inquiry_id and i.outcome is not null)""";

  private static final String DUE =
      """
      select d.inquiry_id, d.failures, d.location, i.number, i.flow
      from dispatch d join inquiry i on i.id = d.inquiry_id
      where d.destination = :agency and d.what = 'POLL' and d.due <= :now
        and (d.claimed_until is null or d.claimed_until < :now)
      order by d.due limit :most""";

  private static final String CLAIM =
      """
      update dispatch set claimed_by = :incarnation, claimed_until = :until
      where inquiry_id = :id and what = 'POLL'
        and (claimed_until is null or claimed_until < :now)""";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Incarnation incarnation;
  private final Clock clock;

  public PollClaims(
      JdbcClient jdbc, TransactionTemplate transactions, Incarnation incarnation, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /** What is due for an agency and now claimed, the longest due first, at most so many. */
  public List<PollWork> claim(String agency, int most) {
    return transactions.execute(status -> claimRows(agency, most));
  }

  private List<PollWork> claimRows(String agency, int most) {
    Instant now = clock.instant();
    jdbc.sql(FORGET).param("agency", agency).param("now", Sql.at(now)).update();
    return jdbc
        .sql(DUE)
        .param("agency", agency)
        .param("now", Sql.at(now))
        .param("most", most)
        .query(
            (row, n) ->
                new PollWork(
                    row.getString("inquiry_id"),
                    row.getString("number"),
                    row.getString("flow"),
                    agency,
                    row.getInt("failures"),
                    row.getString("location")))
        .list()
        .stream()
        .filter(work -> isWon(work, now))
        .toList();
  }

  private boolean isWon(PollWork work, Instant now) {
    return jdbc.sql(CLAIM)
            .param("incarnation", incarnation.id())
            .param("until", Sql.at(incarnation.claimUntil()))
            .param("id", work.inquiryId())
            .param("now", Sql.at(now))
            .update()
        == 1;
  }
}
