package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.inquiry.byhand.KeyAnswer;
import jp.renkei.ledger.Inquiry;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for answers by hand: one person keys in, another confirms by keying in the same. */
@RestController
@RequestMapping(path = "/api/v1/inquiries/{id}/answer", produces = "application/json")
class AnswerDoor {

  private static final String NUMBER = "documentNumber";
  private static final String REPLY = "reply";
  private static final int LONGEST_NUMBER = 64;

  private final ReadBody bodies = new ReadBody();
  private final VisibleInquiry visible;
  private final KeyAnswer answers;
  private final InquiryViews views;

  AnswerDoor(VisibleInquiry visible, KeyAnswer answers, InquiryViews views) {
    this.visible = visible;
    this.answers = answers;
    this.views = views;
  }

  @PostMapping
  ObjectNode key(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Inquiry inquiry = visible.toWhom(Identity.of(who), id);
    ObjectNode body = read(request);
    answers.key(inquiry, body.get(NUMBER).textValue(), body.get(REPLY), who.getName());
    return views.bare(visible.toWhom(Identity.of(who), id));
  }

  @PostMapping("/confirm")
  ObjectNode confirm(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Inquiry inquiry = visible.toWhom(Identity.of(who), id);
    ObjectNode body = read(request);
    answers.confirm(inquiry, body.get(NUMBER).textValue(), body.get(REPLY), who.getName());
    return views.bare(visible.toWhom(Identity.of(who), id));
  }

  private ObjectNode read(HttpServletRequest request) throws IOException {
    ObjectNode body = bodies.read(request);
    ReadAct.refuseUnknown(body, "", NUMBER, REPLY);
    List<Fault> faults = new ArrayList<>();
    JsonNode number = body.path(NUMBER);
    if (!number.isTextual() || number.textValue().length() > LONGEST_NUMBER) {
      faults.add(
          new Fault("/" + NUMBER, "required: a text of at most " + LONGEST_NUMBER + " characters"));
    }
    if (!body.path(REPLY).isObject()) {
      faults.add(new Fault("/" + REPLY, "required: an object"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, faults);
    }
    return body;
  }
}
