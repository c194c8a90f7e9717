package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;

/**
 * T3: gives an inquiry its outcome, if it has none, whatever its progress. A reply that comes
 * second is named by what came before it, and held unless it is the same.
 *
 * @param caseKey the case that the inquiry belongs to, or null
 * @param failure the code of the problem that makes it fail, with FAILED, else null
 * @param accepted when the inquiry was accepted
 * @param sent when the agency's queue had it, as far as was known when the end came, or null
 * @param reply the reply that ends it, or null where a deadline or a person does
 * @param answer what the caller gets, sealed, or null
 * @param items the items of the answer, given and removed
 * @param who the agency, the user or the hub's own part that ends it
 * @param delivery what its caller is told by queue, or null
 */
public record End(
    String inquiryId,
    String flow,
    String agency,
    CaseKey caseKey,
    Outcome outcome,
    String failure,
    Instant accepted,
    Instant sent,
    Instant at,
    ArrivedReply reply,
    byte[] answer,
    GivenItems items,
    String who,
    Delivery delivery)
    implements Command<End.Result> {

  /** An end of which its caller is told nothing by queue. */
  public End(
      String inquiryId,
      String flow,
      String agency,
      CaseKey caseKey,
      Outcome outcome,
      String failure,
      Instant accepted,
      Instant sent,
      Instant at,
      ArrivedReply reply,
      byte[] answer,
      GivenItems items,
      String who) {
    this(
        inquiryId, flow, agency, caseKey, outcome, failure, accepted, sent, at, reply, answer,
        items, who, null);
  }

  /** What became of it. */
  public enum Result {
    /** The inquiry has this outcome. */
    ENDED,
    /** The inquiry has this outcome, and its reply was the first to tell that it had been sent. */
    SENT_AND_ENDED,
    /** It had ended before; this changed nothing. */
    ENDED_BEFORE
  }

  /** The same end, with what its caller is told by queue. */
  public End telling(Delivery its) {
    return new End(
        inquiryId, flow, agency, caseKey, outcome, failure, accepted, sent, at, reply, answer,
        items, who, its);
  }

  /** What is told of the items that were removed, or nothing. */
  List<Event> removedItems() {
    return items.removed().isEmpty()
        ? List.of()
        : List.of(
            new Event(
                inquiryId,
                flow,
                agency,
                at,
                EventKind.ITEMS_REMOVED,
                "hub",
                items.removed().size() + ": " + String.join(", ", items.removed())));
  }

  @Override
  public String key() {
    return inquiryId;
  }
}
