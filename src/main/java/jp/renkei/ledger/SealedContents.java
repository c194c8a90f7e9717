package jp.renkei.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads every sealed content of the ledger, a page at a time: what inquiries carry, then held
 * replies, then what is to be delivered, then request files that are not yet uploaded.
 */
public final class SealedContents {

  /** Whatever an inquiry carries, it carries its request with it. */
  private static final String PARTS =
      """
      select p.inquiry_id, p.part, p.content
      from (select inquiry_id from payload where part = 'REQUEST' and inquiry_id > :after
            order by inquiry_id limit :limit) page
        join payload p on p.inquiry_id = page.inquiry_id
      order by p.inquiry_id, p.part""";

  private static final String HELD =
      """
      select id, fingerprint, content from held_reply
      where id > :after and content is not null order by id limit :limit""";

  private static final String DELIVERIES =
      "select id, content from delivery where id > :after order by id limit :limit";

  /** One at a time: a file may have megabytes. */
  private static final String FILES =
      """
      select id, content from bulk_file
      where id > :after and content is not null order by id limit 1""";

  private final JdbcClient jdbc;
  private final CommitGate gate;

  SealedContents(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * The next contents.
   *
   * @param after the last of the page before, or null for the first page
   * @param limit how many inquiries, held replies, or deliveries
   * @return empty where there are no more
   */
  public List<SealedContent> page(SealedContent after, int limit) {
    if (after == null || after.inquiryId() != null) {
      List<SealedContent> parts = parts(after == null ? "" : after.inquiryId(), limit);
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    if (after == null || after.deliveryId() == null && after.bulkFile() == null) {
      List<SealedContent> held = held(after == null ? 0 : after.heldReply(), limit);
      if (!held.isEmpty()) {
        return held;
      }
    }
    if (after == null || after.bulkFile() == null) {
      String last = after == null || after.deliveryId() == null ? "" : after.deliveryId();
      List<SealedContent> deliveries = deliveries(last, limit);
      if (!deliveries.isEmpty()) {
        return deliveries;
      }
    }
    return files(after == null || after.bulkFile() == null ? "" : after.bulkFile());
  }

  private List<SealedContent> files(String after) {
    return gate.told(
        jdbc.sql(FILES)
            .param("after", after)
            .query((row, n) -> SealedContent.file(row.getString("id"), row.getBytes("content")))
            .list());
  }

  private List<SealedContent> deliveries(String after, int limit) {
    return gate.told(
        jdbc.sql(DELIVERIES)
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> SealedContent.delivery(row.getString("id"), row.getBytes("content")))
            .list());
  }

  private List<SealedContent> parts(String after, int limit) {
    return gate.told(
        jdbc.sql(PARTS)
            .param("after", after)
            .param("limit", limit)
            .query(
                (row, n) ->
                    SealedContent.of(
                        row.getString("inquiry_id"),
                        Part.valueOf(row.getString("part")),
                        row.getBytes("content")))
            .list());
  }

  private List<SealedContent> held(long after, int limit) {
    return gate.told(
        jdbc.sql(HELD)
            .param("after", after)
            .param("limit", limit)
            .query(
                (row, n) ->
                    SealedContent.held(
                        row.getLong("id"), row.getString("fingerprint"), row.getBytes("content")))
            .list());
  }
}
