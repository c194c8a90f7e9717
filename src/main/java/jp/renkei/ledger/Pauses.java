package jp.renkei.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pauses that stand, as this node last read them. They are read again many times a second, and
 * at once after this node changed one, so that whoever asks for every message asks memory.
 */
public final class Pauses {

  private final JdbcClient jdbc;
  private volatile List<Pause> standing = List.of();

  public Pauses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that stand. */
  public List<Pause> standing() {
    return standing;
  }

  /** Reads them again. */
  public void read() {
    standing = jdbc.sql(PauseRows.SELECT).query((row, n) -> PauseRows.read(row)).list();
  }
}
