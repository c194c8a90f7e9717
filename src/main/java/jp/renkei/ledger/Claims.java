package jp.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.renkei.protection.ContentCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims SEND rows that are due and that nobody holds, as many as the outbox has room for: what a
 * crash left, what was postponed or is to be tried again, and what found no room in memory or a
 * closed way when it was accepted. The way of an ordinary inquiry never comes through here.
 *
 * <p>Single inquiries are claimed before bulk, and within a lane every caller gets its share: one
 * who has posted a hundred thousand does not keep the others waiting.
 */
public final class Claims {

  private static final Logger log = LoggerFactory.getLogger(Claims.class);

  /** Reads in the order of the index, so that what it does not claim is not read either. */
  private static final String DUE =
      "select "
          + InquiryRows.COLUMNS
          + """
      , d.attempt, d.failures, p.content, q.content as question
      from (
        select d.* from dispatch d
        where d.destination = :agency and d.what = 'SEND' and d.lane = :lane and d.due <= :now
          and (d.claimed_until is null or d.claimed_until < :now)%s
        order by d.destination, d.what, d.lane, d.caller, d.due limit :limit
      ) d
      join inquiry i on i.id = d.inquiry_id
        left join payload p on p.inquiry_id = d.inquiry_id and p.part = 'MESSAGE'
        left join payload q on q.inquiry_id = d.inquiry_id and q.part = 'REQUEST'
      order by d.due""";

  private static final UpdateRows CLAIM =
      new UpdateRows(
          "dispatch",
          "claimed_by = new.incarnation, claimed_until = new.until",
          """
          dispatch.what = 'SEND' and dispatch.attempt = new.attempt
            and (dispatch.claimed_until is null or dispatch.claimed_until < new.now)""",
          "inquiry_id",
          "incarnation text, until time, inquiry_id text, attempt integer, now time");

  private static final String NOT_BY_FILE =
      " and not exists (select 1 from inquiry f where f.id = d.inquiry_id and f.flow in (:byFile))";

  private static final int MOST = 500;

  private final JdbcOperations rows;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Incarnation incarnation;
  private final ContentCipher cipher;
  private final Clock clock;
  private final CommitGate gate;
  private final ClaimListener listener;

  /** A row that is due. */
  private record Due(SendWork work, Inquiry inquiry, byte[] question) {

    Due asProbe() {
      return new Due(work.asProbe(), inquiry, question);
    }
  }

  public Claims(
      NamedParameterJdbcOperations jdbc,
      TransactionTemplate transactions,
      Incarnation incarnation,
      ContentCipher cipher,
      Clock clock,
      CommitGate gate,
      ClaimListener listener) {
    this.gate = gate;
    this.listener = listener;
    this.rows = jdbc.getJdbcOperations();
    this.jdbc = JdbcClient.create(jdbc);
    this.transactions = transactions;
    this.incarnation = incarnation;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Claims what is due for the outbox's agency, of each lane at most {@value #MOST}, so that no
   * agency's backlog keeps the others waiting. One thread at a time claims for an outbox.
   *
   * @return how many were claimed
   */
  public int claim(Outbox outbox, Admission admission) {
    int claimed = 0;
    synchronized (outbox) {
      for (Lane lane : admission.lanes()) {
        int room = outbox.reserveUpTo(MOST, lane);
        if (room > 0) {
          outbox.looked(lane);
          int batch = claim(outbox, lane, admission, room);
          if (batch < room) {
            outbox.caughtUp(lane);
          }
          claimed += batch;
        }
      }
    }
    return claimed;
  }

  private int claim(Outbox outbox, Lane lane, Admission admission, int room) {
    List<Due> work = List.of();
    Query all = admitted(outbox.agency(), lane, admission);
    try {
      // mostly nothing is due: one look instead of one for each caller
      if (anyDue(all)) {
        // what was accepted may not be on the disk yet
        work = gate.told(transactions.execute(status -> shares(all, admission.callers(), room)));
      }
    } finally {
      outbox.giveBack(room - work.size());
    }
    for (Due claimed : work) {
      opened(claimed).ifPresentOrElse(outbox::put, () -> outbox.giveBack(1));
    }
    return work.size();
  }

  /**
   * Whether anything waits that could be tried.
   *
   * @param provider the provider to be tried, or empty for any
   */
  public boolean anyToProbe(String agency, String provider, Set<String> byFile) {
    return Arrays.stream(Lane.values())
        .anyMatch(
            lane ->
                anyDue(
                    new Query(agency, lane)
                        .provider(provider)
                        .notOn(lane == Lane.BULK ? byFile : Set.of())));
  }

  private boolean anyDue(Query query) {
    Instant now = clock.instant();
    return !due(query, 1, now, now).isEmpty();
  }

  /**
   * Claims one, whatever else holds it back, to try whether the way is open again.
   *
   * @param provider the provider to be tried, or empty for any
   * @param byFile the flows whose bulk goes by file and tries no way
   */
  public Optional<SendWork> claimProbe(String agency, String provider, Set<String> byFile) {
    List<Due> work = List.of();
    for (Lane lane : Lane.values()) {
      if (work.isEmpty()) {
        Query query =
            new Query(agency, lane).provider(provider).notOn(lane == Lane.BULK ? byFile : Set.of());
        work = gate.told(transactions.execute(status -> claimRows(query, 1)));
      }
    }
    return work.stream().findFirst().map(Due::asProbe).flatMap(this::opened);
  }

  private static Query admitted(String agency, Lane lane, Admission admission) {
    Query all = new Query(agency, lane).without(admission.stopped());
    return lane == Lane.BULK ? all.notOn(admission.byFile()) : all;
  }

  private List<Due> shares(Query all, List<String> callers, int room) {
    List<Due> claimed = new ArrayList<>();
    int share = Math.max(1, room / Math.max(1, callers.size()));
    for (String caller : callers) {
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

  private List<Due> claimRows(Query query, int most) {
    Instant now = clock.instant();
    Instant until = incarnation.claimUntil();
    List<Due> due = due(query, most, now, until);
    List<Object[]> claims =
        due.stream()
            .map(Due::work)
            .map(
                work ->
                    new Object[] {
                      incarnation.id(), Sql.at(until), work.inquiryId(), work.attempt(), Sql.at(now)
                    })
            .toList();
    int[] won =
        rows.execute((ConnectionCallback<int[]>) connection -> CLAIM.run(connection, claims));
    return IntStream.range(0, won.length).filter(i -> won[i] == 1).mapToObj(due::get).toList();
  }

  private List<Due> due(Query query, int most, Instant now, Instant until) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(query.due())
            .param("agency", query.agency())
            .param("lane", query.lane().ordinal())
            .param("now", Sql.at(now))
            .param("limit", most);
    if (!query.stopped().isEmpty()) {
      statement = statement.param("stopped", query.stopped());
    }
    if (!query.byFile().isEmpty()) {
      statement = statement.param("byFile", query.byFile());
    }
    if (query.caller() != null) {
      statement = statement.param("caller", query.caller());
    }
    if (!query.provider().isEmpty()) {
      statement = statement.param("provider", query.provider());
    }
    return statement.query((row, n) -> found(row, query, until)).list();
  }

  private static Due found(ResultSet row, Query query, Instant until) throws SQLException {
    Inquiry inquiry = InquiryRows.read(row);
    return new Due(
        new SendWork(
            inquiry.id(),
            inquiry.number(),
            inquiry.caller(),
            inquiry.flow(),
            query.agency(),
            inquiry.provider(),
            query.lane(),
            row.getInt("attempt"),
            row.getInt("failures"),
            inquiry.accepted(),
            inquiry.deadline(),
            until,
            false,
            row.getBytes("content")),
        inquiry,
        row.getBytes("question"));
  }

  private Optional<SendWork> opened(Due due) {
    SendWork work = due.work();
    try {
      if (work.message() == null) {
        throw new IllegalStateException("An open inquiry has no message");
      }
      byte[] message = cipher.open(work.message(), Part.MESSAGE.boundTo(work.inquiryId()));
      listener.claimed(due.inquiry(), due.question());
      return Optional.of(work.with(message));
    } catch (RuntimeException e) {
      log.error("Inquiry {} cannot be sent / 照会を送信できません: {}", work.inquiryId(), e.toString());
      return Optional.empty();
    }
  }

  /** Which rows to look for. */
  record Query(
      String agency,
      Lane lane,
      String caller,
      String provider,
      Set<String> stopped,
      Set<String> byFile) {

    Query(String agency, Lane lane) {
      this(agency, lane, null, "", Set.of(), Set.of());
    }

    Query caller(String only) {
      return new Query(agency, lane, only, provider, stopped, byFile);
    }

    Query provider(String only) {
      return new Query(agency, lane, caller, only, stopped, byFile);
    }

    Query without(Set<String> providers) {
      return new Query(agency, lane, caller, provider, providers, byFile);
    }

    Query notOn(Set<String> flows) {
      return new Query(agency, lane, caller, provider, stopped, flows);
    }

    String due() {
      return DUE.formatted(
          (caller == null ? "" : " and d.caller = :caller")
              + (provider.isEmpty() ? "" : " and d.provider = :provider")
              + (stopped.isEmpty()
                  ? ""
                  : " and (d.provider is null or d.provider not in (:stopped))")
              + (byFile.isEmpty() ? "" : NOT_BY_FILE));
    }
  }
}
