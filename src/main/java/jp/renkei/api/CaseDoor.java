package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.cases.DeclareExpected;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.ledger.CaseKey;
import jp.renkei.ledger.Cases;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Role;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for cases (受付番号): what they need, how far they are, what is missing. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = "application/json")
class CaseDoor {

  private static final int MOST_EXPECTED = 100;
  private static final int MOST_INQUIRIES = 200;
  private static final String CASE = "case";
  private static final String EXPECTS = "expects";
  private static final String SEALED = "sealed";

  private final ReadBody bodies = new ReadBody();
  private final DeclareExpected declarations;
  private final Cases cases;

  CaseDoor(DeclareExpected declarations, Cases cases) {
    this.declarations = declarations;
    this.cases = cases;
  }

  @PutMapping("/{case}")
  ObjectNode declare(@PathVariable(CASE) String id, HttpServletRequest request, Authentication who)
      throws IOException {
    String caller = Identity.of(who).callerOrRefuse();
    if (!ReadSubmission.CASE.matcher(id).matches()) {
      throw new ProblemException(Problem.BAD_PARAMETER, CASE, ReadSubmission.CASE_FORM);
    }
    ObjectNode body = bodies.read(request);
    ReadAct.refuseUnknown(body, "", EXPECTS, SEALED);
    CaseKey key = new CaseKey(caller, id);
    declarations.declare(key, expects(body.get(EXPECTS)), sealed(body.get(SEALED)), who.getName());
    return view(key).own();
  }

  @GetMapping("/{case}")
  ObjectNode get(
      @PathVariable(CASE) String id,
      @RequestParam(name = "caller", required = false) String caller,
      Authentication who) {
    Identity identity = Identity.of(who);
    if (identity.role() == Role.CALLER) {
      String own = identity.callerOrRefuse();
      if (caller != null && !caller.equals(own)) {
        throw new ProblemException(Problem.NOT_FOUND);
      }
      return view(new CaseKey(own, id)).own();
    }
    if (caller == null) {
      throw new ProblemException(
          Problem.BAD_PARAMETER, "caller", "required: callers number their cases by themselves");
    }
    return view(new CaseKey(caller, id)).forStaff();
  }

  private CaseView view(CaseKey key) {
    return cases
        .find(key, MOST_INQUIRIES + 1)
        .map(its -> new CaseView(its, MOST_INQUIRIES))
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  private static List<String> expects(JsonNode given) {
    if (given == null || given.isNull()) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    if (!given.isArray() || given.size() > MOST_EXPECTED) {
      faults.add(new Fault("/" + EXPECTS, "not a list of at most " + MOST_EXPECTED + " flows"));
    }
    List<String> flows = new ArrayList<>();
    for (int i = 0; i < given.size() && faults.isEmpty(); i++) {
      if (given.get(i).isTextual()) {
        flows.add(given.get(i).textValue());
      } else {
        faults.add(new Fault("/" + EXPECTS + "/" + i, "not a text"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, faults);
    }
    return flows;
  }

  private static Boolean sealed(JsonNode given) {
    if (given == null || given.isNull()) {
      return null;
    }
    if (!given.isBoolean()) {
      throw new ProblemException(Problem.INVALID_FIELD, "/" + SEALED, "neither true nor false");
    }
    return given.booleanValue();
  }
}
