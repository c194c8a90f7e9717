package jp.renkei.inquiry.paper;

import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Transport;
import jp.renkei.message.DocumentKind;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.problem.StartRefused;

/** The message kinds of the flows on paper. */
final class PaperKinds {

  private final MessageKinds kinds;

  /**
   * @throws StartRefused where a flow on paper has a kind that knows no letters, or the other way
   *     round
   */
  PaperKinds(Catalogue catalogue, MessageKinds kinds) {
    this.kinds = kinds;
    catalogue.flows().forEach(this::check);
  }

  private void check(Flow flow) {
    boolean onPaper = flow.agency().transport() == Transport.DOCUMENT;
    if (onPaper != kind(flow) instanceof DocumentKind) {
      throw new StartRefused(
          "The flow %s %s, and its message kind %s %s"
              .formatted(
                  flow.id(),
                  onPaper ? "is asked on paper" : "is not asked on paper",
                  flow.kind(),
                  onPaper ? "knows no letters" : "is for letters only"),
          "Give the flow another kind, or an agency with another transport");
    }
  }

  /** The kind of a flow on paper. */
  DocumentKind of(Flow flow) {
    return (DocumentKind) kind(flow);
  }

  private MessageKind kind(Flow flow) {
    return kinds.byId(flow.kind()).orElseThrow();
  }
}
