package jp.renkei.ledger;

import java.util.Comparator;

/**
 * Which case: every caller numbers its own.
 *
 * @param caller the caller whose it is
 * @param id the caller's number for it (受付番号), 1 to 64 characters
 */
public record CaseKey(String caller, String id) implements Comparable<CaseKey> {

  private static final Comparator<CaseKey> ORDER =
      Comparator.comparing(CaseKey::caller).thenComparing(CaseKey::id);

  /** The case, or null where no id is given: an inquiry need not belong to one. */
  static CaseKey of(String caller, String id) {
    return id == null ? null : new CaseKey(caller, id);
  }

  @Override
  public int compareTo(CaseKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return caller + " " + id;
  }
}
