package jp.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.protection.ContentCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recovery: claims SEND rows that are due and that nobody holds, as many as the outbox has room
 * for. These are what a crash left, what was postponed, and what found no room in memory when it
 * was accepted; the way of an ordinary inquiry never comes through here.
 */
public final class Claims {

  private static final Logger log = LoggerFactory.getLogger(Claims.class);

  private static final String DUE =
      """
      select d.inquiry_id, d.attempt, d.failures, i.number, i.flow, i.accepted_at, i.deadline
      from dispatch d join inquiry i on i.id = d.inquiry_id
      where d.destination = :agency and d.what = 'SEND' and d.due <= :now
        and (d.claimed_until is null or d.claimed_until < :now)
      order by d.lane, d.due limit :limit""";

  private static final String CLAIM =
      """
      update dispatch set claimed_by = :incarnation, claimed_until = :until
      where inquiry_id = :id and what = 'SEND' and attempt = :attempt
        and (claimed_until is null or claimed_until < :now)""";

  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Incarnation incarnation;
  private final ContentCipher cipher;
  private final LedgerReader reader;
  private final Clock clock;

  public Claims(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Incarnation incarnation,
      ContentCipher cipher,
      LedgerReader reader,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.incarnation = incarnation;
    this.cipher = cipher;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Claims what is due for the outbox's agency, until nothing is due or the outbox is full.
   *
   * @return how many were claimed
   */
  public int claim(Outbox outbox) {
    int claimed = 0;
    for (int batch = MOST; batch == MOST; claimed += batch) {
      batch = claimBatch(outbox);
    }
    return claimed;
  }

  private int claimBatch(Outbox outbox) {
    int room = outbox.reserveUpTo(MOST);
    if (room == 0) {
      return 0;
    }
    List<SendWork> work = List.of();
    try {
      work = transactions.execute(status -> claimRows(outbox.agency(), room));
    } finally {
      outbox.free(room - work.size());
    }
    for (SendWork claimed : work) {
      try {
        outbox.put(withMessage(claimed));
      } catch (RuntimeException e) {
        outbox.free();
        log.error("Inquiry {} cannot be sent: {}", claimed.inquiryId(), e.toString());
      }
    }
    return work.size();
  }

  private List<SendWork> claimRows(String agency, int room) {
    Instant now = clock.instant();
    Instant until = incarnation.claimUntil();
    List<SendWork> due =
        jdbc.sql(DUE)
            .param("agency", agency)
            .param("now", Sql.at(now))
            .param("limit", room)
            .query(
                (row, n) ->
                    new SendWork(
                        row.getString("inquiry_id"),
                        row.getString("number"),
                        row.getString("flow"),
                        agency,
                        row.getInt("attempt"),
                        row.getInt("failures"),
                        Sql.instant(row, "accepted_at"),
                        Sql.instant(row, "deadline"),
                        until,
                        null))
            .list();
    List<SendWork> claimed = new ArrayList<>();
    for (SendWork work : due) {
      int won =
          jdbc.sql(CLAIM)
              .param("incarnation", incarnation.id())
              .param("until", Sql.at(until))
              .param("id", work.inquiryId())
              .param("attempt", work.attempt())
              .param("now", Sql.at(now))
              .update();
      if (won == 1) {
        claimed.add(work);
      }
    }
    return claimed;
  }

  private SendWork withMessage(SendWork work) {
    byte[] sealed =
        reader
            .payload(work.inquiryId(), Part.MESSAGE)
            .orElseThrow(() -> new IllegalStateException("An open inquiry has no message"));
    return new SendWork(
        work.inquiryId(),
        work.number(),
        work.flow(),
        work.agency(),
        work.attempt(),
        work.failures(),
        work.accepted(),
        work.deadline(),
        work.claimedUntil(),
        cipher.open(sealed, Part.MESSAGE.boundTo(work.inquiryId())));
  }
}
