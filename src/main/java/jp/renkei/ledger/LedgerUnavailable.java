package jp.renkei.ledger;

/**
 * The ledger did not take a command, or nobody knows whether it did. Repeating is safe at every
 * step.
 */
public final class LedgerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
