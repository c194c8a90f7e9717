package jp.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.protection.ContentCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims SEND rows that are due and that nobody holds, as many as the outbox has room for: what a
 * crash left, what was postponed or is to be tried again, what found no room in memory or a closed
 * way when it was accepted, and all bulk. The way of an ordinary inquiry never comes through here.
 *
 * <p>Single inquiries are claimed before bulk, and within a lane every caller gets its share: one
 * who has posted a hundred thousand does not keep the others waiting.
 */
public final class Claims {

  private static final Logger log = LoggerFactory.getLogger(Claims.class);

  private static final String DUE =
      """
      select d.inquiry_id, d.provider, d.attempt, d.failures, i.number, i.caller, i.flow,
        i.accepted_at, i.deadline
      from dispatch d join inquiry i on i.id = d.inquiry_id
      where d.destination = :agency and d.what = 'SEND' and d.lane = :lane and d.due <= :now
        and (d.claimed_until is null or d.claimed_until < :now)""";

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
  public int claim(Outbox outbox, Admission admission) {
    int claimed = 0;
    for (Lane lane : admission.lanes()) {
      boolean roomLeft = true;
      for (int batch = 1; batch > 0 && roomLeft; claimed += batch) {
        int room = outbox.reserveUpTo(MOST, lane);
        roomLeft = room > 0;
        batch = roomLeft ? claim(outbox, lane, admission, room) : 0;
      }
      if (lane == Lane.SINGLE && roomLeft) {
        outbox.caughtUp();
      }
    }
    return claimed;
  }

  private int claim(Outbox outbox, Lane lane, Admission admission, int room) {
    List<SendWork> work = List.of();
    try {
      work = transactions.execute(status -> shares(outbox.agency(), lane, admission, room));
    } finally {
      outbox.giveBack(room - work.size());
    }
    for (SendWork claimed : work) {
      withMessage(claimed).ifPresentOrElse(outbox::put, () -> outbox.giveBack(1));
    }
    return work.size();
  }

  /**
   * Whether anything waits that could be tried.
   *
   * @param provider the provider to be tried, or empty for any
   */
  public boolean anyToProbe(String agency, String provider) {
    return Arrays.stream(Lane.values())
        .anyMatch(
            lane ->
                !due(
                        new Query(agency, lane).provider(provider),
                        1,
                        clock.instant(),
                        clock.instant())
                    .isEmpty());
  }

  /**
   * Claims one, whatever else holds it back, to try whether the way is open again.
   *
   * @param provider the provider to be tried, or empty for any
   */
  public Optional<SendWork> claimProbe(String agency, String provider) {
    List<SendWork> work = List.of();
    for (Lane lane : Lane.values()) {
      if (work.isEmpty()) {
        Query query = new Query(agency, lane).provider(provider);
        work = transactions.execute(status -> claimRows(query, 1));
      }
    }
    return work.stream().findFirst().map(SendWork::asProbe).flatMap(this::withMessage);
  }

  private List<SendWork> shares(String agency, Lane lane, Admission admission, int room) {
    List<SendWork> claimed = new ArrayList<>();
    Query all = new Query(agency, lane).without(admission.stopped());
    int share = Math.max(1, room / Math.max(1, admission.callers().size()));
    for (String caller : admission.callers()) {
      int left = Math.min(share, room - claimed.size());
      if (left > 0) {
        claimed.addAll(claimRows(all.caller(caller), left));
      }
    }
    if (claimed.size() < room) {
      claimed.addAll(claimRows(all, room - claimed.size()));
    }
    return claimed;
  }

  private List<SendWork> claimRows(Query query, int most) {
    Instant now = clock.instant();
    Instant until = incarnation.claimUntil();
    List<SendWork> claimed = new ArrayList<>();
    for (SendWork work : due(query, most, now, until)) {
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

  private List<SendWork> due(Query query, int most, Instant now, Instant until) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(DUE + query.conditions() + " order by d.due limit :limit")
            .param("agency", query.agency())
            .param("lane", query.lane().ordinal())
            .param("now", Sql.at(now))
            .param("limit", most);
    if (!query.stopped().isEmpty()) {
      statement = statement.param("stopped", query.stopped());
    }
    if (query.caller() != null) {
      statement = statement.param("caller", query.caller());
    }
    if (!query.provider().isEmpty()) {
      statement = statement.param("provider", query.provider());
    }
    return statement
        .query(
            (row, n) ->
                new SendWork(
                    row.getString("inquiry_id"),
                    row.getString("number"),
                    row.getString("caller"),
                    row.getString("flow"),
                    query.agency(),
                    row.getString("provider"),
                    query.lane(),
                    row.getInt("attempt"),
                    row.getInt("failures"),
                    Sql.instant(row, "accepted_at"),
                    Sql.instant(row, "deadline"),
                    until,
                    false,
                    null))
        .list();
  }

  private Optional<SendWork> withMessage(SendWork work) {
    try {
      byte[] sealed =
          reader
              .payload(work.inquiryId(), Part.MESSAGE)
              .orElseThrow(() -> new IllegalStateException("An open inquiry has no message"));
      return Optional.of(work.with(cipher.open(sealed, Part.MESSAGE.boundTo(work.inquiryId()))));
    } catch (RuntimeException e) {
      log.error("Inquiry {} cannot be sent: {}", work.inquiryId(), e.toString());
      return Optional.empty();
    }
  }

  /** Which rows to look for. */
  private record Query(
      String agency, Lane lane, String caller, String provider, Set<String> stopped) {

    Query(String agency, Lane lane) {
      this(agency, lane, null, "", Set.of());
    }

    Query caller(String only) {
      return new Query(agency, lane, only, provider, stopped);
    }

    Query provider(String only) {
      return new Query(agency, lane, caller, only, stopped);
    }

    Query without(Set<String> providers) {
      return new Query(agency, lane, caller, provider, providers);
    }

    String conditions() {
      return (caller == null ? "" : " and d.caller = :caller")
          + (provider.isEmpty() ? "" : " and d.provider = :provider")
          + (stopped.isEmpty() ? "" : " and (d.provider is null or d.provider not in (:stopped))");
    }
  }
}
