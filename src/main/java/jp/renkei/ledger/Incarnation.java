package jp.renkei.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This start of this node: the name under which it claims work. A node is a data folder, which one
 * process at a time can own, so a new incarnation of a node knows that the earlier ones are dead
 * and takes their claims back at once; the claims of other nodes run out by themselves.
 */
public final class Incarnation {

  /** How long a claim holds. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String id;
  private final String node;

  /**
   * Names the incarnation; {@link #begin} makes it known.
   *
   * @param node the data folder's own id
   */
  public Incarnation(JdbcClient jdbc, Clock clock, String id, String node) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.id = id;
    this.node = node;
  }

  public String id() {
    return id;
  }

  /** Until when a claim made now holds. */
  public Instant claimUntil() {
    return clock.instant().plus(LEASE);
  }

  /**
   * Makes the incarnation known and frees what the node's earlier ones had claimed.
   *
   * @return how many claims were freed
   */
  public int begin() {
    jdbc.sql("insert into incarnation (id, node, started_at, alive_at) values (?, ?, ?, ?)")
        .params(id, node, Sql.at(clock.instant()), Sql.at(clock.instant()))
        .update();
    return free("dispatch") + free("delivery") + free("bulk_file");
  }

  private int free(String table) {
    return jdbc.sql(
            """
            update %s set claimed_by = null, claimed_until = null
            where claimed_by in (select id from incarnation where node = ? and id <> ?)"""
                .formatted(table))
        .params(node, id)
        .update();
  }

  /** Says that it is alive, and forgets incarnations that have been silent for a day. */
  public void beat() {
    Instant now = clock.instant();
    jdbc.sql("update incarnation set alive_at = ? where id = ?").params(Sql.at(now), id).update();
    jdbc.sql("delete from incarnation where alive_at < ?")
        .param(Sql.at(now.minus(Duration.ofDays(1))))
        .update();
  }

  /** How many incarnations of other nodes are alive. */
  public int othersAlive() {
    return jdbc.sql("select count(*) from incarnation where node <> ? and alive_at > ?")
        .params(node, Sql.at(clock.instant().minus(LEASE)))
        .query(Integer.class)
        .single();
  }
}
