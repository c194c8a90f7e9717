package jp.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.renkei.protection.ContentCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims deliveries that nobody holds, the oldest first, as many as their box has room for: what a
 * crash left, what the broker did not take, and what found no room in memory. The way of an
 * ordinary outcome never comes through here.
 */
public final class DeliveryClaims {

  private static final Logger log = LoggerFactory.getLogger(DeliveryClaims.class);

  private static final String FREE =
      "select "
          + DeliveryRows.COLUMNS
          + """
             from delivery
            where address = :address and (claimed_until is null or claimed_until < :now)
            order by id limit :most""";

  private static final String CLAIM =
      """
      update delivery set claimed_by = :incarnation, claimed_until = :until
      where id = :id and (claimed_until is null or claimed_until < :now)""";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Incarnation incarnation;
  private final ContentCipher cipher;
  private final Clock clock;
  private final CommitGate gate;

  DeliveryClaims(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Incarnation incarnation,
      ContentCipher cipher,
      Clock clock,
      CommitGate gate) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.incarnation = incarnation;
    this.cipher = cipher;
    this.clock = clock;
    this.gate = gate;
  }

  /**
   * Claims for a box.
   *
   * @param most how many at most
   * @return how many were claimed
   */
  public int claim(DeliveryBox box, int most) {
    int room = box.reserveUpTo(most);
    if (room == 0) {
      return 0;
    }
    List<Delivery> claimed = List.of();
    try {
      // what makes it true may not be on the disk yet
      claimed = gate.told(transactions.execute(status -> claimRows(box.address(), room)));
    } finally {
      box.free(room - claimed.size());
    }
    claimed.forEach(delivery -> handOver(box, delivery));
    if (claimed.size() < room) {
      box.caughtUp();
    }
    return claimed.size();
  }

  /** Whether a queue is owed anything, whoever has claimed it. */
  public boolean isOwed(String address) {
    return gate.told(
        jdbc.sql("select 1 from delivery where address = :address limit 1")
            .param("address", address)
            .query(Integer.class)
            .optional()
            .isPresent());
  }

  private List<Delivery> claimRows(String address, int most) {
    Instant now = clock.instant();
    Instant until = incarnation.claimUntil();
    return jdbc
        .sql(FREE)
        .param("address", address)
        .param("now", Sql.at(now))
        .param("most", most)
        .query((row, n) -> DeliveryRows.read(row))
        .list()
        .stream()
        .filter(free -> isWon(free, now, until))
        .map(free -> free.claimed(incarnation.id(), until))
        .toList();
  }

  private boolean isWon(Delivery free, Instant now, Instant until) {
    return jdbc.sql(CLAIM)
            .param("incarnation", incarnation.id())
            .param("until", Sql.at(until))
            .param("id", free.id())
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /** What cannot be opened stays claimed, and is looked at again when the claim has run out. */
  private void handOver(DeliveryBox box, Delivery claimed) {
    try {
      box.put(
          DeliveryWork.of(claimed, cipher.open(claimed.content(), Delivery.boundTo(claimed.id()))));
    } catch (RuntimeException e) {
      box.free(1);
      log.error("Delivery {} cannot be opened / 配信の内容を開けません: {}", claimed.id(), e.toString());
    }
  }
}
