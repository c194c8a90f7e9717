package jp.renkei.routing;

import java.util.stream.Stream;
import jp.renkei.ledger.LedgerUnavailable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells the faults of one record of a reply file, which is then held alone, from those of the hub
 * at this moment, after which the file comes again: the ledger is away, or a route is stopped.
 */
public final class RecordFaults {

  RecordFaults() {}

  /**
   * Returns where the record itself cannot be taken, now or ever.
   *
   * @throws Exception the fault, where it is of the moment
   */
  public void check(Exception fault) throws Exception {
    if (NotRunning.is(fault)
        || Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
            .anyMatch(RecordFaults::isOfTheMoment)) {
      throw fault;
    }
  }

  private static boolean isOfTheMoment(Throwable cause) {
    return cause instanceof LedgerUnavailable
        || cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof NonTransientDataAccessResourceException
        || cause instanceof TransactionException
        || cause instanceof InterruptedException;
  }
}
