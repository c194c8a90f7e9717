package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.EventKind;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.problem.Fault;

/**
 * Derives the caller's answer from a reply: its fields, and the facts that follow from them, as far
 * as they are permitted.
 */
public final class DeriveAnswer {

  private final Catalogue catalogue;
  private final IndividualNumberGuards guards;
  private final KeepPermitted permitted;

  DeriveAnswer(Catalogue catalogue, IndividualNumberGuards guards, KeepPermitted permitted) {
    this.catalogue = catalogue;
    this.guards = guards;
    this.permitted = permitted;
  }

  /**
   * Derives. What the agency sent is guarded whole, also the items that are then removed.
   *
   * @throws ReplyHeld where the answer holds an individual number in free text, or in a field of
   *     its own and its flow may carry none
   */
  public DerivedReply derive(UnderstoodReply understood) throws ReplyHeld {
    ObjectNode answer = understood.kind().answer(understood.question(), understood.reply());
    Flow flow = catalogue.flow(understood.inquiry().flow()).orElseThrow();
    List<Fault> faults = guards.inAnswer(understood.kind(), answer, flow.individualNumber());
    if (!faults.isEmpty()) {
      throw new ReplyHeld(
          EventKind.REPLY_INDIVIDUAL_NUMBER,
          understood.inquiry(),
          understood.arrived(),
          "in " + faults.get(0).pointer());
    }
    return new DerivedReply(understood, permitted.keep(understood.inquiry(), answer));
  }
}
