package jp.renkei.ledger;

/**
 * What became of an {@link Accept}.
 *
 * @param inquiry the new inquiry, or the earlier one with the same key; null with {@link
 *     #CASE_COMPLETED} alone
 * @param fresh whether it is new
 * @param sameBody whether the earlier one was asked with the same body; true when it is new
 */
public record Acceptance(Inquiry inquiry, boolean fresh, boolean sameBody) {

  /** Nothing was accepted: the case that it names is completed, and nothing has its key. */
  public static final Acceptance CASE_COMPLETED = new Acceptance(null, false, false);
}
