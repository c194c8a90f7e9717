package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jp.renkei.inquiry.AskAgain;
import jp.renkei.inquiry.Cancel;
import jp.renkei.inquiry.LegalHold;
import jp.renkei.inquiry.Replays;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.InquiryFilter;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for what people do to inquiries: cancel, replay, ask again, keep by an order. */
@RestController
@RequestMapping(produces = "application/json")
class ActDoor {

  private static final int MOST_PER_SECOND = 1_000;
  private static final int MOST_AGAIN = 500;
  private static final String FILTER = "/filter";
  private static final int USUAL_PER_SECOND = 10;

  private final ReadAct acts = new ReadAct();
  private final VisibleInquiry visible;
  private final Cancel cancel;
  private final Replays replays;
  private final AskAgain askAgain;
  private final LegalHold legalHold;
  private final InquiryViews views;

  ActDoor(
      VisibleInquiry visible,
      Cancel cancel,
      Replays replays,
      AskAgain askAgain,
      LegalHold legalHold,
      InquiryViews views) {
    this.visible = visible;
    this.cancel = cancel;
    this.replays = replays;
    this.askAgain = askAgain;
    this.legalHold = legalHold;
    this.views = views;
  }

  @PostMapping("/api/v1/inquiries/{id}/cancel")
  ObjectNode cancel(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Identity identity = Identity.of(who);
    Inquiry inquiry = visible.toWhom(identity, id);
    String reason = acts.read(request).get(ReadAct.REASON).textValue();
    cancel.cancel(inquiry, who.getName(), reason);
    return views.bare(visible.toWhom(identity, id));
  }

  @PostMapping("/api/v1/inquiries/{id}/replay")
  ObjectNode replay(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Identity identity = Identity.of(who);
    Inquiry inquiry = visible.toWhom(identity, id);
    String reason = acts.read(request).get(ReadAct.REASON).textValue();
    replays.one(inquiry, who.getName(), reason);
    return views.bare(visible.toWhom(identity, id));
  }

  @PostMapping("/api/v1/inquiries/{id}/legal-hold")
  ObjectNode placeHold(
      @PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Inquiry inquiry = visible.toWhom(Identity.of(who), id);
    legalHold.place(inquiry, who.getName(), acts.read(request).get(ReadAct.REASON).textValue());
    return views.forStaff(inquiry);
  }

  @PostMapping("/api/v1/inquiries/{id}/legal-hold/lift")
  ObjectNode liftHold(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Inquiry inquiry = visible.toWhom(Identity.of(who), id);
    legalHold.lift(inquiry, who.getName(), acts.read(request).get(ReadAct.REASON).textValue());
    return views.forStaff(inquiry);
  }

  @PostMapping("/api/v1/inquiries:replay")
  ObjectNode replayMany(HttpServletRequest request, Authentication who) throws IOException {
    ObjectNode act = acts.read(request, "filter", "perSecond", "dryRun");
    boolean dryRun = dryRun(act.get("dryRun"));
    Replays.Told told =
        replays.many(
            filter(act.get("filter")),
            who.getName(),
            act.get(ReadAct.REASON).textValue(),
            perSecond(act.get("perSecond")),
            dryRun);
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("dryRun", dryRun);
    view.put("matched", told.matched());
    view.put("replayed", told.replayed());
    view.put("purged", told.purged());
    return view;
  }

  @PostMapping("/api/v1/inquiries:again")
  ObjectNode again(HttpServletRequest request, Authentication who) throws IOException {
    ObjectNode act = acts.read(request, "filter");
    AskAgain.Told told =
        askAgain.ask(again(act.get("filter")), who.getName(), act.get(ReadAct.REASON).textValue());
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode items = view.putArray("items");
    told.fresh().forEach(inquiry -> items.add(views.bare(inquiry)));
    view.put("purged", told.purged());
    view.put("refused", told.refused());
    view.put("next", told.next());
    return view;
  }

  /** Without a flow or a case one would ask everything again: one of them must be named. */
  private static InquiryFilter again(JsonNode given) {
    ObjectNode filter = object(given);
    ReadAct.refuseUnknown(
        filter, FILTER, "flow", "agency", "case", "caller", "outcome", "after", "limit");
    String flow = ReadAct.text(filter, FILTER, "flow");
    String caseId = ReadAct.text(filter, FILTER, "case");
    if (flow == null && caseId == null) {
      throw new ProblemException(Problem.INVALID_FIELD, FILTER, "names neither a flow nor a case");
    }
    return new InquiryFilter(
        ReadAct.text(filter, FILTER, "caller"),
        flow,
        ReadAct.text(filter, FILTER, "agency"),
        State.ENDED,
        InquiryDoor.constant(
            Outcome.class, "filter.outcome", ReadAct.text(filter, FILTER, "outcome")),
        caseId,
        ReadAct.text(filter, FILTER, "after"),
        limit(filter.get("limit")));
  }

  private static int limit(JsonNode given) {
    if (given == null || given.isNull()) {
      return MOST_AGAIN;
    }
    if (!given.isInt() || given.intValue() < 1 || given.intValue() > MOST_AGAIN) {
      throw new ProblemException(
          Problem.INVALID_FIELD, FILTER + "/limit", "not a whole number from 1 to " + MOST_AGAIN);
    }
    return given.intValue();
  }

  private static ObjectNode object(JsonNode given) {
    if (given instanceof ObjectNode object) {
      return object;
    }
    if (given != null && !given.isNull()) {
      throw new ProblemException(Problem.INVALID_FIELD, FILTER, "not an object");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /** Only what failed can be replayed, whatever else the filter says. */
  private static InquiryFilter filter(JsonNode given) {
    ObjectNode filter = object(given);
    ReadAct.refuseUnknown(filter, FILTER, "flow", "agency", "case", "caller");
    return new InquiryFilter(
        ReadAct.text(filter, FILTER, "caller"),
        ReadAct.text(filter, FILTER, "flow"),
        ReadAct.text(filter, FILTER, "agency"),
        State.ENDED,
        Outcome.FAILED,
        ReadAct.text(filter, FILTER, "case"),
        null,
        1);
  }

  /** What is meant as yes and written otherwise must not be done. */
  private static boolean dryRun(JsonNode given) {
    if (given == null || given.isNull()) {
      return false;
    }
    if (!given.isBoolean()) {
      throw new ProblemException(Problem.INVALID_FIELD, "/dryRun", "neither true nor false");
    }
    return given.booleanValue();
  }

  private static int perSecond(JsonNode given) {
    if (given == null || given.isNull()) {
      return USUAL_PER_SECOND;
    }
    if (!given.isInt() || given.intValue() < 1 || given.intValue() > MOST_PER_SECOND) {
      throw new ProblemException(
          Problem.INVALID_FIELD, "/perSecond", "not a whole number from 1 to " + MOST_PER_SECOND);
    }
    return given.intValue();
  }
}
