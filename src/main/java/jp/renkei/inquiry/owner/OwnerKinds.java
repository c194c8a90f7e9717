package jp.renkei.inquiry.owner;

import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Transport;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.OwnerKind;
import jp.renkei.problem.StartRefused;

/** The message kinds of the flows that an owner answers. */
final class OwnerKinds {

  private final MessageKinds kinds;

  /**
   * @throws StartRefused where a flow of an owner has a kind that is not told by owners, or the
   *     other way round
   */
  OwnerKinds(Catalogue catalogue, MessageKinds kinds) {
    this.kinds = kinds;
    catalogue.flows().forEach(this::check);
  }

  private void check(Flow flow) {
    boolean owned = flow.agency().transport() == Transport.OWNER;
    if (owned != kind(flow) instanceof OwnerKind) {
      throw new StartRefused(
          "The flow %s %s, and its message kind %s %s"
              .formatted(
                  flow.id(),
                  owned ? "is answered by an owner" : "is not answered by an owner",
                  flow.kind(),
                  owned ? "is not for owners" : "is for owners only"),
          "Give the flow another kind, or an agency with another transport");
    }
  }

  /** The kind of a flow that an owner answers. */
  OwnerKind of(Flow flow) {
    return (OwnerKind) kind(flow);
  }

  private MessageKind kind(Flow flow) {
    return kinds.byId(flow.kind()).orElseThrow();
  }
}
