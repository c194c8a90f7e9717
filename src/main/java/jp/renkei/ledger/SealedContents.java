package jp.renkei.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads every sealed content of the ledger, a page at a time: what inquiries carry, then held
 * replies.
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
   * @param limit how many inquiries, or held replies
   * @return empty where there are no more
   */
  public List<SealedContent> page(SealedContent after, int limit) {
    if (after == null || after.inquiryId() != null) {
      List<SealedContent> parts = parts(after == null ? "" : after.inquiryId(), limit);
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    return held(after == null ? 0 : after.heldReply(), limit);
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
