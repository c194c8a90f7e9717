package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Pattern;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submission;
import jp.renkei.inquiry.owner.FetchQuestions;
import jp.renkei.inquiry.owner.FindQuestion;
import jp.renkei.inquiry.owner.OwnerEntrance;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for questions that a caller answers: one caller asks, the owner fetches and answers. */
@RestController
@RequestMapping(path = "/api/v1/questions", produces = "application/json")
class QuestionDoor {

  private static final int LONGEST_PAGE = 500;

  private final ReadBody bodies = new ReadBody();
  private final Catalogue catalogue;
  private final OpenRequests requests;
  private final CallerShares shares;
  private final ReadSubmission submissions;
  private final SubmitAndWait submitAndWait;
  private final InquiryViews views;
  private final FetchQuestions questions;
  private final FindQuestion find;
  private final OwnerEntrance answers;

  QuestionDoor(
      Catalogue catalogue,
      OpenRequests requests,
      CallerShares shares,
      ReadSubmission submissions,
      SubmitAndWait submitAndWait,
      InquiryViews views,
      FetchQuestions questions,
      FindQuestion find,
      OwnerEntrance answers) {
    this.catalogue = catalogue;
    this.requests = requests;
    this.shares = shares;
    this.submissions = submissions;
    this.submitAndWait = submitAndWait;
    this.views = views;
    this.questions = questions;
    this.find = find;
    this.answers = answers;
  }

  @PostMapping("/{flow}")
  CompletableFuture<ResponseEntity<ObjectNode>> ask(
      @PathVariable("flow") String flowId,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestParam(name = "wait", required = false) String wait,
      HttpServletRequest request,
      Authentication who)
      throws IOException {
    Identity identity = Identity.of(who);
    String caller = identity.callerOrRefuse();
    Flow flow =
        catalogue
            .flow(flowId)
            .filter(known -> known.pattern() == Pattern.ANSWER)
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    return requests.hold(caller, () -> accept(identity, key, flow, wait, request));
  }

  private CompletableFuture<ResponseEntity<ObjectNode>> accept(
      Identity identity, String key, Flow flow, String wait, HttpServletRequest request)
      throws IOException {
    shares.take(identity.system());
    Duration longest = WaitParameter.read(wait);
    ObjectNode body = bodies.read(request, identity.system().share().largestBody());
    Submission submission =
        submissions.read(identity.caller(), key, "Idempotency-Key", flow, body, Lane.SINGLE);
    return submitAndWait
        .submit(submission, longest)
        .thenApply(
            seen ->
                ResponseEntity.status(seen.inquiry().state() == State.ENDED ? 200 : 202)
                    .location(URI.create("/api/v1/inquiries/" + seen.inquiry().id()))
                    .body(views.whole(seen)));
  }

  @GetMapping
  ObjectNode list(
      @RequestParam(name = "state", defaultValue = QuestionForm.OPEN) String state,
      @RequestParam(name = "after", required = false) String after,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      Authentication who) {
    if (!state.equals(QuestionForm.OPEN)) {
      throw new ProblemException(Problem.BAD_PARAMETER, "state", "not " + QuestionForm.OPEN);
    }
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new ProblemException(Problem.BAD_PARAMETER, "limit", "not from 1 to " + LONGEST_PAGE);
    }
    String owner = ownerOrRefuse(who);
    FetchQuestions.Page found = questions.fetch(owner, after, limit);
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    found.items().forEach(question -> items.add(QuestionForm.open(question)));
    page.put("next", found.next());
    return page;
  }

  @PostMapping("/{id}/answer")
  ObjectNode answer(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    String owner = ownerOrRefuse(who);
    Inquiry question = find.forOwner(owner, id);
    ObjectNode body = bodies.read(request);
    answers.arrive(QuestionForm.answer(question, owner, body));
    return QuestionForm.answered(question);
  }

  private String ownerOrRefuse(Authentication who) {
    String caller = Identity.of(who).callerOrRefuse();
    if (!questions.isOwner(caller)) {
      throw new ProblemException(Problem.NOT_PERMITTED);
    }
    return caller;
  }
}
