package jp.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the ledger knows of questions to owners among the callers. */
public final class Questions {

  private final JdbcClient jdbc;
  private final CommitGate gate;

  Questions(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  private static final String OPEN =
      """
      select q.id, q.flow, q.agency, q.offered_at, q.kept, min(i.deadline) as deadline,
        count(case when i.state = 'ACCEPTED' then 1 end) as unseen
      from question q
        join question_asker a on a.question_id = q.id
        join inquiry i on i.id = a.inquiry_id
      where q.id in (select question_id from question_open) and i.outcome is null""";

  /**
   * The questions that somebody waits for, the oldest first.
   *
   * @param agencies whose they are
   * @param after only those behind this id, or null
   */
  public List<OpenQuestion> open(Collection<String> agencies, String after, int limit) {
    return gate.told(
        agencies.isEmpty()
            ? List.of()
            : jdbc.sql(
                    OPEN
                        + """
                         and q.agency in (:agencies) and q.id > :after
                        group by q.id, q.flow, q.agency, q.offered_at, q.kept
                        order by q.id limit :limit""")
                .param("agencies", agencies)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list());
  }

  /** A question, where somebody waits for it. */
  public Optional<OpenQuestion> open(String id) {
    return gate.told(
        jdbc.sql(OPEN + " and q.id = :id group by q.id, q.flow, q.agency, q.offered_at, q.kept")
            .param("id", id)
            .query((row, n) -> read(row))
            .optional());
  }

  private static OpenQuestion read(ResultSet row) throws SQLException {
    return new OpenQuestion(
        row.getString("id"),
        row.getString("flow"),
        row.getString("agency"),
        Sql.instant(row, "offered_at"),
        Sql.instant(row, "deadline"),
        row.getInt("unseen") > 0,
        row.getBoolean("kept"));
  }

  /**
   * The questions that are due to be told to an owner who takes them by queue, the first due first.
   */
  public List<String> untold(String agency, Instant now, int limit) {
    return gate.told(
        jdbc.sql(
                """
                select id from question where agency = :agency and tell_at <= :now
                order by tell_at, id limit :limit""")
            .param("agency", agency)
            .param("now", Sql.at(now))
            .param("limit", limit)
            .query(String.class)
            .list());
  }

  /** The question that an inquiry asks, where it is due to be told to such an owner. */
  public Optional<String> untold(String inquiryId, Instant now) {
    return gate.told(
        jdbc.sql(
                """
                select q.id from question_asker a join question q on q.id = a.question_id
                where a.inquiry_id = :id and q.tell_at <= :now""")
            .param("id", inquiryId)
            .param("now", Sql.at(now))
            .query(String.class)
            .optional());
  }

  /** What was promised of a question, and has not left. */
  public record Promised(String question, String delivery) {}

  /** What was promised of an agency's questions by another queue than this one. */
  public List<Promised> promisedElsewhere(String agency, String address) {
    return gate.told(
        jdbc.sql(
                """
                select q.id, d.id as delivery
                from delivery d join question q on q.delivery_id = d.id
                where q.agency = :agency and d.address <> :address order by q.id""")
            .param("agency", agency)
            .param("address", address)
            .query((row, n) -> new Promised(row.getString("id"), row.getString("delivery")))
            .list());
  }

  /** Whether a delivery is still owed: one that was taken back is not. */
  public boolean isOwed(String deliveryId) {
    return gate.told(
        jdbc.sql("select 1 from delivery where id = :id")
            .param("id", deliveryId)
            .query(Integer.class)
            .optional()
            .isPresent());
  }

  /** The question that an inquiry asks, by the question's id; a question's own id is one, too. */
  public Optional<String> askedBy(String inquiryId) {
    return gate.told(
        // who asked it first may be purged while others still wait
        jdbc.sql(
                """
                select question_id from question_asker where inquiry_id = :id
                union select id from question where id = :id""")
            .param("id", inquiryId)
            .query(String.class)
            .optional());
  }

  /**
   * Whether it is kept from the person's own view (不開示), because anybody who ever asked it wants it
   * so or its owner does; never for what asks no owner.
   *
   * @param id a question's, or that of an inquiry which asks it
   */
  public boolean isKept(String id) {
    return gate.told(
            jdbc.sql(
                    """
                    select kept from question where id = :id
                    union all
                    select q.kept from question_asker a join question q on q.id = a.question_id
                    where a.inquiry_id = :id""")
                .param("id", id)
                .query(Boolean.class)
                .list())
        .contains(true);
  }

  /** Everybody who has asked a question, in the order of the ids. */
  public List<Inquiry> askers(String questionId) {
    return gate.told(
        jdbc.sql(
                "select "
                    + InquiryRows.COLUMNS
                    + " from "
                    + InquiryRows.TABLES
                    + " where i.id in (select inquiry_id from question_asker"
                    + " where question_id = :id) order by i.id")
            .param("id", questionId)
            .query((row, n) -> InquiryRows.read(row))
            .list());
  }
}
