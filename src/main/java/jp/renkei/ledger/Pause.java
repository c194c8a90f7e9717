package jp.renkei.ledger;

import java.time.Instant;

/**
 * Why nothing goes to a path, an agency or one of its providers.
 *
 * @param path the way that it stands on
 * @param agency the agency, or empty for all on the path
 * @param provider the provider's code, or empty for the whole agency
 * @param since when it began
 * @param who the user, or {@code hub}
 * @param reason why: an operator's words, or the name of what went wrong
 * @param probeDue when one inquiry may try whether it goes again, or null where a person lifts it
 * @param probes how often that was tried
 */
public record Pause(
    String path,
    String agency,
    String provider,
    Cause cause,
    Instant since,
    String who,
    String reason,
    Instant probeDue,
    int probes) {

  /** What made it; each has a row of its own, so that lifting one leaves the others. */
  public enum Cause {
    /** An operator says so. */
    OPERATOR,
    /** The path does not work: errors of sending, errors in replies, or silence. */
    BROKEN,
    /** The provider says that it is stopped. */
    STOPPED
  }

  /** Whether it holds back an inquiry. */
  public boolean holdsBack(String itsPath, String itsAgency, String itsProvider) {
    return path.equals(itsPath)
        && (agency.isEmpty() || agency.equals(itsAgency))
        && (provider.isEmpty() || provider.equals(itsProvider));
  }

  /** Whether it holds back all of an agency. */
  public boolean holdsBackAllOf(String itsPath, String itsAgency) {
    return provider.isEmpty() && holdsBack(itsPath, itsAgency, null);
  }
}
