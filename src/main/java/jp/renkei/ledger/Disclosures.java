package jp.renkei.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.flow.Span;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what was asked and provided of one person, as long as events are kept: what the inquiries
 * carried may be gone.
 */
public final class Disclosures {

  private static final String NON_DISCLOSABLE = "nonDisclosable";
  private static final String AND = "; ";

  private final JdbcClient jdbc;
  private final CommitGate gate;

  Disclosures(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * The detail of {@link EventKind#ACCEPTED}: who is asked, where the agency has members, and
   * whether the question is kept from the person's view; null where there is nothing to tell.
   */
  static String accepted(NewInquiry inquiry) {
    String asked =
        inquiry.provider() == null ? "" : "asks " + inquiry.agency() + " " + inquiry.provider();
    if (!inquiry.nonDisclosable()) {
      return asked.isEmpty() ? null : asked;
    }
    return asked.isEmpty() ? NON_DISCLOSABLE : asked + AND + NON_DISCLOSABLE;
  }

  private static boolean isNonDisclosable(String detail) {
    return detail != null
        && (detail.equals(NON_DISCLOSABLE) || detail.endsWith(AND + NON_DISCLOSABLE));
  }

  /**
   * Inquiries about a person, the oldest first.
   *
   * @param subject the person's hash under every live key
   * @param asked when they were accepted
   * @param after the id after which the page begins, or null for the first page
   * @param limit the most rows
   */
  public List<DisclosedInquiry> of(List<KeyedHash> subject, Span asked, String after, int limit) {
    List<Inquiry> inquiries = gate.told(inquiries(subject, asked, after, limit));
    if (inquiries.isEmpty()) {
      return List.of();
    }
    List<String> ids = inquiries.stream().map(Inquiry::id).toList();
    Map<String, String> receipts = receipts(ids);
    Told told = told(ids);
    return inquiries.stream()
        .map(
            inquiry -> {
              GivenItems items = told.ended.get(inquiry.id());
              return new DisclosedInquiry(
                  inquiry,
                  receipts.get(inquiry.id()),
                  items,
                  told.nonDisclosable.contains(inquiry.id())
                      || items != null && items.nonDisclosable());
            })
        .toList();
  }

  private List<Inquiry> inquiries(List<KeyedHash> subject, Span asked, String after, int limit) {
    return jdbc.sql(
            "select "
                + InquiryRows.COLUMNS
                + " from "
                + InquiryRows.TABLES
                + """
                   where i.subject_hash in (:subject) and i.accepted_at >= :from
                    and i.accepted_at < :to and i.id > :after
                  order by i.id limit :limit""")
        .param("subject", subject.stream().map(KeyedHash::value).toList())
        .param("from", Sql.at(asked.from()))
        .param("to", Sql.at(asked.until()))
        .param("after", after == null ? "" : after)
        .param("limit", limit)
        .query((row, n) -> InquiryRows.read(row))
        .list();
  }

  private Map<String, String> receipts(List<String> ids) {
    Map<String, String> receipts = new HashMap<>();
    jdbc.sql("select inquiry_id, receipt_number from receipt where inquiry_id in (:ids)")
        .param("ids", ids)
        .query(
            row -> {
              receipts.put(row.getString("inquiry_id"), row.getString("receipt_number"));
            });
    return receipts;
  }

  /**
   * What was replayed, or answered after its deadline, ended more than once: the last one counts.
   * The mark of one that is kept from the person's own view (不開示) stays, whatever came later.
   */
  private Told told(List<String> ids) {
    Told told = new Told(new HashMap<>(), new HashSet<>());
    jdbc.sql(
            """
            select inquiry_id, what, detail from event
            where inquiry_id in (:ids) and what in ('ACCEPTED', 'KEPT_FROM_VIEW', 'ENDED')
            order by id""")
        .param("ids", ids)
        .query(
            row -> {
              String id = row.getString("inquiry_id");
              if (EventKind.ENDED.name().equals(row.getString("what"))) {
                GivenItems items = GivenItems.read(row.getString("detail"));
                told.ended.put(id, items);
                if (items.nonDisclosable()) {
                  told.nonDisclosable.add(id);
                }
              } else if (EventKind.KEPT_FROM_VIEW.name().equals(row.getString("what"))
                  || isNonDisclosable(row.getString("detail"))) {
                told.nonDisclosable.add(id);
              }
            });
    return told;
  }

  private record Told(Map<String, GivenItems> ended, Set<String> nonDisclosable) {}
}
