package jp.renkei.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger: what callers and operators ask, and what recovery needs. */
public final class LedgerReader {

  static final String DUE =
      "select "
          + InquiryRows.COLUMNS
          + """

             from open_inquiry o join inquiry i on i.id = o.inquiry_id
               left join dispatch d on d.inquiry_id = i.id and d.what = 'SEND'
             where o.until <= :now
               and (d.inquiry_id is null or i.agency not in (:but))
             order by o.until limit :limit""";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final CommitGate gate;

  LedgerReader(JdbcTemplate template, CommitGate gate) {
    this.jdbc = JdbcClient.create(template);
    this.template = template;
    this.gate = gate;
  }

  /**
   * The inquiry that a caller posted earlier under a key.
   *
   * @param keys the key's hash under every live key
   * @param fingerprints the body's hash under every live key
   */
  public Optional<Acceptance> earlier(
      String caller, List<KeyedHash> keys, List<KeyedHash> fingerprints) {
    return gate.told(
        Optional.ofNullable(
            template.execute(
                (ConnectionCallback<Acceptance>)
                    connection -> {
                      for (KeyedHash key : keys) {
                        Acceptance earlier =
                            EarlierInquiry.find(connection, caller, key, fingerprints);
                        if (earlier != null) {
                          return earlier;
                        }
                      }
                      return null;
                    })));
  }

  /**
   * The last inquiry that asked the same, with whatever key; one that failed or was given up is
   * none, and one under the same key is a repetition and no second inquiry.
   *
   * @param question the question's hash under every live key
   * @param keys the idempotency key's hash under every live key
   */
  public Optional<Inquiry> askedBefore(
      String flow, List<KeyedHash> question, Instant since, String caller, List<KeyedHash> keys) {
    return gate.told(
        jdbc.sql(
                "select "
                    + InquiryRows.COLUMNS
                    + " from asked a join "
                    + InquiryRows.TABLES.replaceFirst(
                        "left join", "on i.id = a.inquiry_id left join")
                    + """
                      where a.flow = :flow and a.question in (:question) and a.asked_at >= :since
                        and (i.outcome is null or i.outcome in ('ANSWERED', 'PARTIAL', 'NO_DATA', 'MANUAL'))
                        and not (i.caller = :caller and i.idempotency_hash in (:keys))
                      order by a.asked_at desc limit 1""")
            .param("flow", flow)
            .param("question", values(question))
            .param("since", Sql.at(since))
            .param("caller", caller)
            .param("keys", values(keys))
            .query((row, n) -> InquiryRows.read(row))
            .optional());
  }

  private static List<String> values(List<KeyedHash> hashes) {
    return hashes.stream().map(KeyedHash::value).toList();
  }

  /** An inquiry by its id. */
  public Optional<Inquiry> inquiry(String id) {
    return gate.told(
        jdbc.sql(
                "select "
                    + InquiryRows.COLUMNS
                    + " from "
                    + InquiryRows.TABLES
                    + " where i.id = :id")
            .param("id", id)
            .query((row, n) -> InquiryRows.read(row))
            .optional());
  }

  /** An inquiry by its number. */
  public Optional<Inquiry> inquiryByNumber(String number) {
    return gate.told(
        jdbc.sql(
                "select "
                    + InquiryRows.COLUMNS
                    + " from "
                    + InquiryRows.TABLES
                    + " where i.number = :number")
            .param("number", number)
            .query((row, n) -> InquiryRows.read(row))
            .optional());
  }

  /** Inquiries that fit a filter, the newest first, at most its limit. */
  public List<Inquiry> inquiries(InquiryFilter filter) {
    StringBuilder sql =
        new StringBuilder("select ")
            .append(InquiryRows.COLUMNS)
            .append(" from ")
            .append(InquiryRows.TABLES)
            .append(" where 1 = 1");
    List<Object> values = new ArrayList<>();
    filter
        .conditions()
        .forEach(
            (condition, its) -> {
              sql.append(" and ").append(condition);
              values.addAll(its);
            });
    sql.append(" order by i.id desc limit ?");
    values.add(filter.limit());
    return gate.told(
        jdbc.sql(sql.toString()).params(values).query((row, n) -> InquiryRows.read(row)).list());
  }

  /** A part of what an inquiry carries, still sealed. */
  public Optional<byte[]> payload(String inquiryId, Part part) {
    return gate.told(
        jdbc.sql("select content from payload where inquiry_id = :id and part = :part")
            .param("id", inquiryId)
            .param("part", part.name())
            .query(byte[].class)
            .optional());
  }

  /** An inquiry's timeline, the oldest first. */
  public List<Event> events(String inquiryId) {
    return gate.told(
        jdbc.sql(
                """
            select inquiry_id, flow, agency, at, what, who, detail from event
            where inquiry_id = :id order by id""")
            .param("id", inquiryId)
            .query(
                (row, n) ->
                    new Event(
                        row.getString("inquiry_id"),
                        row.getString("flow"),
                        row.getString("agency"),
                        Sql.instant(row, "at"),
                        EventKind.valueOf(row.getString("what")),
                        row.getString("who"),
                        row.getString("detail")))
            .list());
  }

  /**
   * Open inquiries whose deadline has come, the longest overdue first.
   *
   * @param but agencies of which those are left out that have not been sent
   */
  public List<Inquiry> due(Instant now, List<String> but, int limit) {
    return gate.told(
        jdbc.sql(DUE)
            .param("now", Sql.at(now))
            .param("but", but.isEmpty() ? List.of("") : but)
            .param("limit", limit)
            .query((row, n) -> InquiryRows.read(row))
            .list());
  }

  /** Which of these inquiries have ended. */
  public List<String> ended(Collection<String> ids) {
    return gate.told(
        ids.isEmpty()
            ? List.of()
            : jdbc.sql("select id from inquiry where id in (:ids) and outcome is not null")
                .param("ids", ids)
                .query(String.class)
                .list());
  }
}
