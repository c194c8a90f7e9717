package jp.renkei.ledger;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has the pool give up connections to an H2 that has closed itself, as it does where its disk is
 * full: they still look valid, and none of them works again; a new one opens the file anew.
 */
public final class EvictClosed implements SQLExceptionOverride {

  /** H2's state for a database that is closed under its connections. */
  static final String CLOSED = "90098";

  @java.lang.Override
  public Override adjudicate(SQLException fault) {
    return CLOSED.equals(fault.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
