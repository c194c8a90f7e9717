package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submission;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.InquiryFilter;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.SoughtNumber;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for inquiries: post, ask, wait, list, and the timeline. */
@RestController
@RequestMapping(path = "/api/v1/inquiries", produces = "application/json")
class InquiryDoor {

  private static final int LONGEST_PAGE = 500;
  private static final int LONGEST_NUMBER = 64;

  private final ReadBody bodies = new ReadBody();
  private final CallerShares shares;
  private final OpenRequests requests;
  private final ReadSubmission submissions;
  private final SubmitAndWait submitAndWait;
  private final LedgerReader reader;
  private final InquiryViews views;
  private final VisibleInquiry visible;

  InquiryDoor(
      CallerShares shares,
      OpenRequests requests,
      ReadSubmission submissions,
      SubmitAndWait submitAndWait,
      LedgerReader reader,
      InquiryViews views,
      VisibleInquiry visible) {
    this.shares = shares;
    this.requests = requests;
    this.submissions = submissions;
    this.submitAndWait = submitAndWait;
    this.reader = reader;
    this.views = views;
    this.visible = visible;
  }

  @PostMapping
  CompletableFuture<ResponseEntity<ObjectNode>> post(
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestParam(name = "wait", required = false) String wait,
      HttpServletRequest request,
      Authentication who)
      throws IOException {
    Identity identity = Identity.of(who);
    String caller = identity.callerOrRefuse();
    shares.take(identity.system());
    return requests.hold(counted(who), () -> accept(identity, caller, key, wait, request));
  }

  /** Whose requests are counted together: a caller's, whichever of its users they come from. */
  private static String counted(Authentication who) {
    String caller = Identity.of(who).caller();
    return caller == null ? who.getName() : caller;
  }

  private CompletableFuture<ResponseEntity<ObjectNode>> accept(
      Identity identity, String caller, String key, String wait, HttpServletRequest request)
      throws IOException {
    Duration longest = WaitParameter.read(wait);
    ObjectNode body = bodies.read(request, identity.system().share().largestBody());
    Submission submission = submissions.read(caller, key, "Idempotency-Key", body, Lane.SINGLE);
    return submitAndWait
        .submit(submission, longest)
        .thenApply(
            seen ->
                ResponseEntity.status(seen.inquiry().state() == State.ENDED ? 200 : 202)
                    .location(URI.create("/api/v1/inquiries/" + seen.inquiry().id()))
                    .body(views.whole(seen)));
  }

  @GetMapping("/{id}")
  CompletableFuture<ObjectNode> get(
      @PathVariable("id") String id,
      @RequestParam(name = "wait", required = false) String wait,
      Authentication who)
      throws IOException {
    return requests.hold(counted(who), () -> get(Identity.of(who), id, wait));
  }

  private CompletableFuture<ObjectNode> get(Identity identity, String id, String wait) {
    Duration longest = WaitParameter.read(wait);
    visible.toWhom(identity, id);
    return submitAndWait
        .until(id, longest)
        .thenApply(
            seen ->
                identity.role() == Role.CALLER
                    ? views.whole(seen)
                    : views.forStaff(seen.inquiry()));
  }

  @GetMapping("/{id}/events")
  ObjectNode events(@PathVariable("id") String id, Authentication who) {
    visible.toWhom(Identity.of(who), id);
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    reader.events(id).forEach(event -> items.add(views.event(event)));
    return page;
  }

  @GetMapping
  ObjectNode list(
      @RequestParam(name = "flow", required = false) String flow,
      @RequestParam(name = "state", required = false) String state,
      @RequestParam(name = "outcome", required = false) String outcome,
      @RequestParam(name = "case", required = false) String caseId,
      @RequestParam(name = "number", required = false) String number,
      @RequestParam(name = "after", required = false) String after,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      Authentication who) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new ProblemException(Problem.BAD_PARAMETER, "limit", "not from 1 to " + LONGEST_PAGE);
    }
    Identity identity = Identity.of(who);
    List<Inquiry> found =
        reader.inquiries(
            new InquiryFilter(
                identity.role() == Role.CALLER ? identity.callerOrRefuse() : null,
                flow,
                null,
                constant(State.class, "state", state),
                constant(Outcome.class, "outcome", outcome),
                caseId,
                sought(number),
                after,
                limit + 1));
    List<Inquiry> shown = found.subList(0, Math.min(limit, found.size()));
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    shown.forEach(inquiry -> items.add(views.bare(inquiry)));
    page.put("next", found.size() > limit ? shown.get(limit - 1).id() : null);
    return page;
  }

  private static SoughtNumber sought(String number) {
    if (number == null) {
      return null;
    }
    if (number.isBlank() || number.length() > LONGEST_NUMBER) {
      throw new ProblemException(
          Problem.BAD_PARAMETER, "number", "not 1 to " + LONGEST_NUMBER + " characters");
    }
    return SoughtNumber.of(number);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.BAD_PARAMETER,
          name,
          "not one of " + List.of(type.getEnumConstants()).toString().toUpperCase(Locale.ROOT));
    }
  }
}
