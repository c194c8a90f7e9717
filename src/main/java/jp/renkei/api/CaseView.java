package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.cases.FlowStanding;
import jp.renkei.cases.Readiness;
import jp.renkei.ledger.Case;
import jp.renkei.ledger.CaseInquiry;

/** How a case looks from outside. */
final class CaseView {

  private final Case its;
  private final Readiness readiness;
  private final int most;

  /**
   * @param most how many inquiries are told one by one; one more of them in the case says that
   *     there are others
   */
  CaseView(Case its, int most) {
    this.its = its;
    this.readiness = Readiness.of(its);
    this.most = most;
  }

  /** For the caller whose it is. */
  ObjectNode own() {
    return fill(JsonNodeFactory.instance.objectNode());
  }

  /** For all others, with whose it is. */
  ObjectNode forStaff() {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("caller", its.key().caller());
    return fill(view);
  }

  private ObjectNode fill(ObjectNode view) {
    view.put("case", its.key().id());
    view.put("state", state());
    view.put("ready", readiness.isReady());
    view.put("openInquiries", readiness.open());
    view.put("opened", InquiryViews.time(its.opened()));
    view.put("sealed", InquiryViews.time(its.sealed()));
    view.put("completed", InquiryViews.time(its.completed()));
    ArrayNode expects = view.putArray("expects");
    its.expects().forEach(expects::add);
    ArrayNode missing = view.putArray("missing");
    readiness.missing().forEach(flow -> missing.add(missing(flow)));
    ArrayNode flows = view.putArray("flows");
    readiness.flows().forEach(flow -> flows.add(flow(flow)));
    view.put("more", its.inquiries().size() > most);
    return view;
  }

  private String state() {
    return its.completed() != null ? "COMPLETED" : its.sealed() != null ? "SEALED" : "OPEN";
  }

  private static ObjectNode missing(FlowStanding flow) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("flow", flow.flow());
    view.put("standing", flow.standing().name());
    ArrayNode outcomes = view.putArray("outcomes");
    flow.unanswered().forEach(outcome -> outcomes.add(outcome.name()));
    return view;
  }

  private ObjectNode flow(FlowStanding flow) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("flow", flow.flow());
    view.put("expected", flow.expected());
    view.put("standing", flow.standing().name());
    ArrayNode inquiries = view.putArray("inquiries");
    its.inquiries().stream()
        .limit(most)
        .filter(inquiry -> inquiry.flow().equals(flow.flow()))
        .forEach(inquiry -> inquiries.add(inquiry(inquiry)));
    return view;
  }

  private static ObjectNode inquiry(CaseInquiry inquiry) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", inquiry.id());
    view.put("number", inquiry.number());
    view.put("state", inquiry.state().name());
    view.put("outcome", inquiry.outcome() == null ? null : inquiry.outcome().name());
    if (inquiry.told() != null) {
      view.put("told", inquiry.told().name());
    }
    if (inquiry.ended() != null) {
      view.put("ended", InquiryViews.time(inquiry.ended()));
    }
    if (inquiry.supersedes() != null) {
      view.put("supersedes", inquiry.supersedes());
    }
    if (inquiry.superseded()) {
      view.put("superseded", true);
    }
    return view;
  }
}
