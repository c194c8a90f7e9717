package jp.renkei.ledger;

import java.util.List;
import java.util.Optional;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the receipt numbers that agencies gave, and what waits for one. */
public final class Receipts {

  private final JdbcClient jdbc;
  private final CommitGate gate;

  Receipts(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /** The inquiry to which an agency gave a receipt number. */
  public Optional<Inquiry> inquiry(String agency, String number) {
    return gate.told(
        jdbc.sql(
                "select "
                    + InquiryRows.COLUMNS
                    + " from receipt r join "
                    + InquiryRows.TABLES.replaceFirst(
                        "left join", "on i.id = r.inquiry_id left join")
                    + " where r.receipt_number = :number and r.agency = :agency")
            .param("number", number)
            .param("agency", agency)
            .query((row, n) -> InquiryRows.read(row))
            .optional());
  }

  /** The receipt number of an inquiry. */
  public Optional<String> of(String inquiryId) {
    return gate.told(
        jdbc.sql("select receipt_number from receipt where inquiry_id = :id")
            .param("id", inquiryId)
            .query(String.class)
            .optional());
  }

  /**
   * An agency's held replies that wait for a receipt number, the oldest first; none where the
   * inquiry has ended, and none that names another inquiry.
   *
   * @param number the receipt number's hash under every live key
   */
  public List<WaitingReply> waiting(String agency, String inquiryId, List<KeyedHash> number) {
    return gate.told(
        jdbc.sql(
                """
                select h.id, h.inquiry_id, h.fingerprint, h.content
                from held_reply h join inquiry i on i.id = :inquiry
                where h.awaits in (:number) and h.agency = :agency and h.content is not null
                  and (h.inquiry_id is null or h.inquiry_id = i.id) and i.outcome is null
                order by h.id""")
            .param("inquiry", inquiryId)
            .param("number", number.stream().map(KeyedHash::value).toList())
            .param("agency", agency)
            .query(
                (row, n) ->
                    new WaitingReply(
                        row.getLong("id"),
                        row.getString("inquiry_id") != null,
                        row.getString("fingerprint"),
                        row.getBytes("content")))
            .list());
  }
}
