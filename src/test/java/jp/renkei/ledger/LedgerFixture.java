package jp.renkei.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on a database of its own, and inquiries to put into it. */
final class LedgerFixture implements AutoCloseable {

  static final String AGENCY = "mhlw";
  static final String FLOW = "assessment.mhlw-employment";

  /** What every inquiry belongs to where nothing else is said. */
  static final CaseKey CASE = new CaseKey("nhi", "2026-004512");

  static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

  /** Everything may leave. */
  static final Admission ALL = new Admission(List.of(Lane.values()), Set.of(), List.of());

  final HikariDataSource pool;
  final JdbcClient jdbc;
  final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T01:00:00Z"));
  final CommitGate gate = new CommitGate();

  /** What was claimed, with its question as it is stored. */
  final Map<Inquiry, byte[]> claimed = new ConcurrentHashMap<>();

  final LedgerReader reader;
  final LedgerWriter writer;
  final Identifiers identifiers = new Identifiers(clock, new SecureRandom());
  private final ExecutorService completions = Executors.newFixedThreadPool(2);

  LedgerFixture(String url, String user, String password) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    config.setExceptionOverrideClassName(EvictClosed.class.getName());
    this.pool = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(pool)
        .javaMigrations(new LifecycleMigration(), new StorageMigration())
        .load()
        .migrate();
    this.jdbc = JdbcClient.create(pool);
    this.reader = new LedgerReader(new JdbcTemplate(pool), gate);
    this.writer = writer(pool);
  }

  /** A ledger on H2 in a folder: a copy of an empty one where there is none yet. */
  static LedgerFixture onH2(Path folder) throws Exception {
    EmptyLedger.copyTo(folder);
    return new LedgerFixture(h2(folder), "renkei", "");
  }

  /** Where the ledger of a folder is. */
  static String h2(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("ledger") + H2_OPTIONS;
  }

  LedgerWriter writer(DataSource dataSource, CommitListener... listeners) throws Exception {
    return new LedgerWriter(
        groupCommit(dataSource),
        completions,
        List.of(listeners),
        new IntakeRoom(IntakeRoom.MOST, Long.MAX_VALUE));
  }

  private GroupCommit groupCommit(DataSource dataSource) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      boolean h2 = "H2".equals(connection.getMetaData().getDatabaseProductName());
      return new GroupCommit(dataSource, h2, gate, CaseNews.NONE);
    }
  }

  /** What seals on a node. */
  SealEvents seals(String node) {
    return seals(node, new SealLag(() -> 0));
  }

  SealEvents seals(String node, SealLag lag) {
    try {
      return new SealEvents(groupCommit(pool), node, lag, clock);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  Cases cases() {
    return new Cases(jdbc, gate);
  }

  Incarnation incarnation(String node) {
    Incarnation incarnation = new Incarnation(jdbc, clock, identifiers.id(), node);
    incarnation.begin();
    return incarnation;
  }

  PollClaims pollClaims(Incarnation incarnation) {
    return new PollClaims(
        jdbc, new TransactionTemplate(new JdbcTransactionManager(pool)), incarnation, clock);
  }

  BulkFiles bulkFiles(Incarnation incarnation) {
    return new BulkFiles(
        new JdbcTemplate(pool),
        new TransactionTemplate(new JdbcTransactionManager(pool)),
        incarnation,
        clock);
  }

  Claims claims(Incarnation incarnation) {
    return new Claims(
        new NamedParameterJdbcTemplate(pool),
        new TransactionTemplate(new JdbcTransactionManager(pool)),
        incarnation,
        new OpenCipher(),
        clock,
        gate,
        (inquiry, question) -> claimed.put(inquiry, question));
  }

  NewInquiry inquiry(String key, String body) {
    return inquiry(List.of(hash(1, key)), List.of(hash(1, body)));
  }

  NewInquiry inquiry(List<KeyedHash> keys, List<KeyedHash> fingerprints) {
    return inquiry(keys, fingerprints, false);
  }

  /** One that is kept from the person's own view. */
  NewInquiry keptFromView() {
    return inquiry(List.of(hash(1, "kept from view")), List.of(hash(1, "body")), true);
  }

  private NewInquiry inquiry(
      List<KeyedHash> keys, List<KeyedHash> fingerprints, boolean nonDisclosable) {
    return inquiry(CASE, FLOW, null, keys, fingerprints, nonDisclosable);
  }

  /** One of a case. */
  NewInquiry inquiry(CaseKey of, String flow, String key) {
    return inquiry(of, flow, null, List.of(hash(1, key)), List.of(hash(1, "body")), false);
  }

  /** One that asks another one of its case again. */
  NewInquiry again(NewInquiry first) {
    return inquiry(
        first.caseKey(),
        first.flow(),
        first.id(),
        List.of(hash(1, "again " + first.id())),
        List.of(hash(1, "body")),
        false);
  }

  /** The same, asked of one of its agency's members. */
  NewInquiry askedOf(NewInquiry one, String provider) {
    return changed(one, provider, one.substituted());
  }

  private NewInquiry inquiry(
      CaseKey of,
      String flow,
      String supersedes,
      List<KeyedHash> keys,
      List<KeyedHash> fingerprints,
      boolean nonDisclosable) {
    return new NewInquiry(
        identifiers.id(),
        identifiers.number(),
        of.caller(),
        flow,
        AGENCY,
        null,
        Lane.SINGLE,
        of.id(),
        supersedes,
        false,
        null,
        "test",
        hash(1, "subject"),
        nonDisclosable,
        keys,
        fingerprints,
        clock.instant(),
        clock.instant().plus(Duration.ofDays(3)),
        new byte[] {1},
        new byte[] {2, 3},
        null);
  }

  /** The same, with what its agency does not take. */
  NewInquiry losing(NewInquiry one, Substituted lost) {
    return changed(one, one.provider(), lost);
  }

  private static NewInquiry changed(NewInquiry one, String provider, Substituted lost) {
    return new NewInquiry(
        one.id(),
        one.number(),
        one.caller(),
        one.flow(),
        one.agency(),
        provider,
        one.lane(),
        one.caseId(),
        one.supersedes(),
        one.byQueue(),
        one.asked(),
        one.environment(),
        one.subject(),
        one.nonDisclosable(),
        one.idempotencyKeys(),
        one.fingerprints(),
        one.accepted(),
        one.deadline(),
        one.request(),
        one.message(),
        lost);
  }

  Acceptance accept(NewInquiry inquiry) {
    return done(writer.submit(new Accept(inquiry, null, null)));
  }

  ArrivedReply reply(String content) {
    return new ArrivedReply(
        AGENCY, List.of(hash(1, content)), clock.instant(), () -> content.getBytes());
  }

  End end(NewInquiry inquiry, Outcome outcome, String content) {
    return end(inquiry, outcome, content, GivenItems.NONE);
  }

  End end(NewInquiry inquiry, Outcome outcome, String content, GivenItems items) {
    return new End(
        inquiry.id(),
        FLOW,
        AGENCY,
        inquiry.caseKey(),
        outcome,
        null,
        inquiry.accepted(),
        null,
        clock.instant(),
        content == null ? null : reply(content),
        content == null ? null : new byte[] {4},
        items,
        AGENCY);
  }

  NewInquiry accepted() {
    NewInquiry inquiry = inquiry("key-" + count("inquiry"), "body");
    accept(inquiry);
    return inquiry;
  }

  NewInquiry endedBy(Outcome outcome, String reply) {
    NewInquiry inquiry = accepted();
    done(writer.submit(end(inquiry, outcome, reply)));
    return inquiry;
  }

  void markSent(NewInquiry inquiry) {
    done(
        writer.submit(
            new MarkSent(inquiry.id(), FLOW, AGENCY, 1, inquiry.accepted(), clock.instant())));
  }

  void postpone(NewInquiry inquiry, int failures) {
    done(
        writer.submit(
            new Postpone(
                inquiry.id(),
                FLOW,
                AGENCY,
                1,
                failures,
                clock.instant(),
                clock.instant().plusSeconds(60),
                "JMSException")));
  }

  MarkSent.Result beginPolling(NewInquiry inquiry) {
    MarkSent sent =
        new MarkSent(inquiry.id(), FLOW, AGENCY, 1, inquiry.accepted(), clock.instant());
    Instant due = clock.instant().plusSeconds(30);
    return done(writer.submit(new BeginPolling(sent, due, "https://there/1")));
  }

  void polled(PollWork work, int failures, Duration pause) {
    Instant now = clock.instant();
    Instant due = pause == null ? null : now.plus(pause);
    done(writer.submit(new Polled(work, failures, now, due, "UNREACHABLE")));
  }

  static SendWork next(Outbox outbox) {
    try {
      return outbox.next(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<EventKind> timeline(NewInquiry inquiry) {
    return reader.events(inquiry.id()).stream().map(Event::what).toList();
  }

  int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  static KeyedHash hash(int version, String value) {
    return new KeyedHash(version, value + "-v" + version);
  }

  static <T> T done(java.util.concurrent.CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    writer.close();
    completions.shutdown();
    pool.close();
  }

  /** Leaves content as it is: what is sealed is not this room's matter. */
  static final class OpenCipher implements ContentCipher {

    @Override
    public byte[] seal(byte[] plain, String boundTo) {
      return plain;
    }

    @Override
    public byte[] open(byte[] sealed, String boundTo) {
      return sealed;
    }

    @Override
    public boolean isNewest(byte[] sealed) {
      return true;
    }
  }
}
