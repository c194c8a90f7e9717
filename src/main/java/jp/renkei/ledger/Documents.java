package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the ledger knows of inquiries on paper. */
public final class Documents {

  private final JdbcClient jdbc;
  private final CommitGate gate;

  Documents(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /** An inquiry's document. */
  public Optional<DocumentRow> of(String inquiryId) {
    return gate.told(
        jdbc.sql(DocumentRow.SELECT + "where d.inquiry_id = :id")
            .param("id", inquiryId)
            .query((row, n) -> DocumentRow.read(row))
            .optional());
  }

  /** The inquiry that a document belongs to, by its id. */
  public Optional<String> inquiryOf(DocumentNumber number) {
    return gate.told(
        jdbc.sql("select inquiry_id from document where form = :form and form_serial = :serial")
            .param("form", number.form())
            .param("serial", number.serial())
            .query(String.class)
            .optional());
  }

  /** Sent and unanswered, with a reminder due that no node is writing; the longest due first. */
  public List<DocumentRow> toBeReminded(Instant now, int limit) {
    return gate.told(
        jdbc.sql(
                DocumentRow.SELECT
                    + """
                    join inquiry i on i.id = d.inquiry_id
                    where d.reminder_due > :always and d.reminder_due <= :now and i.state = 'SENT' and i.deadline > :now
                      and (d.claimed_until is null or d.claimed_until <= :now)
                    order by d.reminder_due limit :limit""")
            .param("always", Sql.at(Instant.EPOCH))
            .param("now", Sql.at(now))
            .param("limit", limit)
            .query((row, n) -> DocumentRow.read(row))
            .list());
  }
}
