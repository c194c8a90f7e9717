package jp.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.flow.Agency;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The request files of the bulk channels: which inquiries are in which file is fixed here, before
 * the file is uploaded. What is in a file is no longer among the agency's own work ({@link
 * Claims}): its SEND and AWAIT rows have the destination {@link #destination}, so that files count
 * neither against the agency's window nor as its silence.
 *
 * <p>Each change is a transaction of its own; H2 brings it to the disk with the next commit of the
 * {@link LedgerWriter}, which the caller waits for before anything leaves.
 */
public final class BulkFiles {

  private static final String DUE =
      """
      select d.inquiry_id, d.provider, d.attempt, i.number, i.caller, i.flow, i.accepted_at,
        i.deadline
      from dispatch d join inquiry i on i.id = d.inquiry_id
      where d.destination = :agency and d.what = 'SEND' and d.lane = :lane and d.due <= :now
        and (d.claimed_until is null or d.claimed_until < :now)
        and i.flow in (:flows) and i.outcome is null and i.deadline > :now""";

  private static final String TAKE =
      """
      update dispatch set destination = ?
      where inquiry_id = ? and what = 'SEND' and destination = ? and attempt = ?
        and (claimed_until is null or claimed_until < ?)""";

  private static final String LINE =
      """
      insert into bulk_line (file_id, line, inquiry_id, attempt, agency, requested, information,
        resident_key_version, resident)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String FILE =
      """
      insert into bulk_file (id, agency, name, made_at, lines, content, failures, due)
      values (:id, :agency, :name, :at, :lines, :content, 0, :at)""";

  private static final String OPEN =
      """
      select id, name, lines, failures from bulk_file
      where agency = :agency and sent_at is null and due <= :now
        and (claimed_until is null or claimed_until < :now)
      order by name""";

  private static final String CLAIM =
      """
      update bulk_file set claimed_by = :incarnation, claimed_until = :until
      where id = :id and sent_at is null and (claimed_until is null or claimed_until < :now)""";

  private static final String UNNOTED =
      """
      select id, name, lines, failures from bulk_file
      where agency = :agency and sent_at is not null and noted_at is null order by name""";

  private static final String UNSENT_LINES =
      """
      select l.inquiry_id, i.flow, l.attempt, i.accepted_at, f.sent_at
      from bulk_line l join bulk_file f on f.id = l.file_id
        join inquiry i on i.id = l.inquiry_id
        join dispatch d
          on d.inquiry_id = l.inquiry_id and d.what = 'SEND' and d.attempt = l.attempt
      where l.file_id = :id order by l.line""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TransactionTemplate transactions;
  private final Incarnation incarnation;
  private final Clock clock;

  BulkFiles(
      JdbcTemplate batches,
      TransactionTemplate transactions,
      Incarnation incarnation,
      Clock clock) {
    this.jdbc = JdbcClient.create(batches);
    this.batches = batches;
    this.transactions = transactions;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /** The destination of what is in an agency's files. */
  public static String destination(String agency) {
    return agency + "/bulk";
  }

  /**
   * What may go into a file, the longest due first.
   *
   * @param flows those that go by file
   * @param stopped the codes of the providers that may not be asked
   */
  public List<BulkCandidate> due(Agency agency, Set<String> flows, Set<String> stopped, int most) {
    if (flows.isEmpty()) {
      return List.of();
    }
    String conditions =
        stopped.isEmpty() ? "" : " and (d.provider is null or d.provider not in (:stopped))";
    JdbcClient.StatementSpec statement =
        jdbc.sql(DUE + conditions + " order by d.due, d.inquiry_id limit :most")
            .param("agency", agency.id())
            .param("lane", Lane.BULK.ordinal())
            .param("now", Sql.at(clock.instant()))
            .param("flows", flows)
            .param("most", most);
    return (stopped.isEmpty() ? statement : statement.param("stopped", stopped))
        .query(
            (row, n) ->
                new BulkCandidate(
                    row.getString("inquiry_id"),
                    row.getString("number"),
                    row.getString("caller"),
                    row.getString("flow"),
                    row.getString("provider"),
                    row.getInt("attempt"),
                    Sql.instant(row, "accepted_at"),
                    Sql.instant(row, "deadline")))
        .list();
  }

  /**
   * Keeps a file and takes its inquiries out of the agency's own work, all or nothing.
   *
   * @param content encrypted, bound to {@link BulkFile#boundTo}
   * @return false where another node took one of them first; nothing was changed
   */
  public boolean keep(BulkFile file, List<BulkLine> lines, byte[] content, Instant at) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              boolean taken = take(file, lines, at);
              if (taken) {
                insert(file, lines, content, at);
              } else {
                status.setRollbackOnly();
              }
              return taken;
            }));
  }

  private boolean take(BulkFile file, List<BulkLine> lines, Instant at) {
    int[] taken =
        batches.batchUpdate(
            TAKE,
            lines.stream()
                .map(
                    line ->
                        new Object[] {
                          destination(file.agency()),
                          line.inquiryId(),
                          file.agency(),
                          line.attempt(),
                          Sql.at(at)
                        })
                .toList());
    return Arrays.stream(taken).allMatch(count -> count == 1);
  }

  private void insert(BulkFile file, List<BulkLine> lines, byte[] content, Instant at) {
    jdbc.sql(FILE)
        .param("id", file.id())
        .param("agency", file.agency())
        .param("name", file.name())
        .param("at", Sql.at(at))
        .param("lines", file.lines())
        .param("content", content)
        .update();
    AtomicInteger number = new AtomicInteger();
    batches.batchUpdate(
        LINE,
        lines.stream()
            .map(
                line ->
                    new Object[] {
                      file.id(),
                      number.incrementAndGet(),
                      line.inquiryId(),
                      line.attempt(),
                      file.agency(),
                      line.requested(),
                      line.information(),
                      line.resident().keyVersion(),
                      line.resident().value()
                    })
            .toList());
  }

  /**
   * Claims the next file that is due, for one upload: a claim is held no longer than one file
   * takes.
   */
  public Optional<BulkFile> claim(String agency) {
    Instant now = clock.instant();
    return files(jdbc.sql(OPEN).param("agency", agency).param("now", Sql.at(now)), agency).stream()
        .filter(file -> isWon(file, now))
        .findFirst();
  }

  private static List<BulkFile> files(JdbcClient.StatementSpec statement, String agency) {
    return statement
        .query(
            (row, n) ->
                new BulkFile(
                    row.getString("id"),
                    agency,
                    row.getString("name"),
                    row.getInt("lines"),
                    row.getInt("failures")))
        .list();
  }

  private boolean isWon(BulkFile file, Instant now) {
    return jdbc.sql(CLAIM)
            .param("incarnation", incarnation.id())
            .param("until", Sql.at(incarnation.claimUntil()))
            .param("id", file.id())
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /** The encrypted bytes of a file that is not uploaded. */
  public byte[] content(BulkFile file) {
    return jdbc.sql("select content from bulk_file where id = :id")
        .param("id", file.id())
        .query(byte[].class)
        .single();
  }

  /** That the agency has the file which this node claimed, to be submitted. */
  Command<Boolean> uploaded(BulkFile file, Instant at) {
    return new MarkUploaded(file, incarnation.id(), at);
  }

  /** The files that the agency has while not all of their inquiries are known to be noted. */
  List<BulkFile> unnoted(String agency) {
    return files(jdbc.sql(UNNOTED).param("agency", agency), agency);
  }

  /** T2 for the inquiries of an uploaded file that are not sent yet, to be submitted. */
  List<MarkSent> unsentLines(BulkFile file) {
    return jdbc.sql(UNSENT_LINES)
        .param("id", file.id())
        .query(
            (row, n) ->
                new MarkSent(
                    row.getString("inquiry_id"),
                    row.getString("flow"),
                    file.agency(),
                    row.getInt("attempt"),
                    Sql.instant(row, "accepted_at"),
                    Sql.instant(row, "sent_at")))
        .list();
  }

  /** All inquiries of a file are noted. */
  void noted(BulkFile file) {
    jdbc.sql("update bulk_file set noted_at = :at where id = :id and noted_at is null")
        .param("at", Sql.at(clock.instant()))
        .param("id", file.id())
        .update();
  }

  /**
   * The file could not be uploaded; it is due again later, by the same name.
   *
   * @return false where it is not this node's any more, which changes nothing
   */
  public boolean postpone(BulkFile file, Instant due) {
    return jdbc.sql(
                """
                update bulk_file set failures = failures + 1, due = :due, claimed_by = null,
                  claimed_until = null
                where id = :id and sent_at is null and claimed_by = :incarnation""")
            .param("due", Sql.at(due))
            .param("id", file.id())
            .param("incarnation", incarnation.id())
            .update()
        == 1;
  }

  /**
   * The inquiry that a reply's record is about.
   *
   * @param residents the hash of its resident number under every live key
   * @return its line, or nothing where no line of a file asked this
   */
  public Optional<AskedLine> inquiry(
      String agency, String requested, String information, List<String> residents) {
    return jdbc.sql(
            """
            select inquiry_id, attempt from bulk_line
            where agency = :agency and requested = :requested and information = :information
              and resident in (:residents)""")
        .param("agency", agency)
        .param("requested", requested)
        .param("information", information)
        .param("residents", residents)
        .query((row, n) -> new AskedLine(row.getString("inquiry_id"), row.getInt("attempt")))
        .optional();
  }

  /** An inquiry in a file, and which of its attempts that is. */
  public record AskedLine(String inquiryId, int attempt) {}

  /** What waits to be uploaded, a line for each agency with any. */
  public List<Unsent> unsent() {
    return jdbc.sql(
            """
            select agency, count(*) as files, sum(lines) as inquiries, min(made_at) as oldest,
              max(failures) as failures
            from bulk_file where sent_at is null group by agency""")
        .query(
            (row, n) ->
                new Unsent(
                    row.getString("agency"),
                    row.getLong("files"),
                    row.getLong("inquiries"),
                    Sql.instant(row, "oldest"),
                    row.getInt("failures")))
        .list();
  }

  /**
   * An agency's files that wait to be uploaded.
   *
   * @param files how many, at least 1
   * @param inquiries how many they have in all
   * @param oldest when the oldest was made
   * @param failures how often in a row uploading one of them has failed, at most
   */
  public record Unsent(String agency, long files, long inquiries, Instant oldest, int failures) {}
}
