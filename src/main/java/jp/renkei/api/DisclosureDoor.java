package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.flow.LegalBasis;
import jp.renkei.flow.Permission;
import jp.renkei.flow.Span;
import jp.renkei.inquiry.Disclose;
import jp.renkei.ledger.DisclosedInquiry;
import jp.renkei.ledger.Inquiry;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for a person's request of disclosure (開示請求). The person's number comes in the body,
 * because URLs are written down on the way.
 */
@RestController
@RequestMapping(path = "/api/v1/disclosures", produces = "application/json")
class DisclosureDoor {

  private static final int LONGEST_PAGE = 500;
  private static final int LAST_YEAR = 9_998;
  private static final String NUMBER = "residentNumber";
  private static final Pattern RESIDENT_NUMBER = Pattern.compile("(?=.*[1-9])[0-9]{1,15}");

  private final ReadAct acts = new ReadAct();
  private final Disclose disclose;
  private final Catalogue catalogue;
  private final ObjectMapper json;

  DisclosureDoor(Disclose disclose, Catalogue catalogue, ObjectMapper json) {
    this.disclose = disclose;
    this.catalogue = catalogue;
    this.json = json;
  }

  @PostMapping
  ObjectNode list(HttpServletRequest request, Authentication who) throws IOException {
    ObjectNode act = acts.read(request, NUMBER, "from", "to", "after", "limit");
    int limit = limit(act.get("limit"));
    List<DisclosedInquiry> found =
        disclose.disclose(
            residentNumber(act),
            asked(act),
            ReadAct.text(act, "", "after"),
            limit,
            who.getName(),
            act.get(ReadAct.REASON).textValue());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    found.forEach(each -> items.add(view(each)));
    page.put("next", found.size() == limit ? found.get(limit - 1).inquiry().id() : null);
    return page;
  }

  private static String residentNumber(ObjectNode act) {
    String number = ReadAct.text(act, "", NUMBER);
    if (number == null || !RESIDENT_NUMBER.matcher(number).matches()) {
      throw new ProblemException(
          Problem.INVALID_FIELD, "/" + NUMBER, "required: 1 to 15 digits, not all zeros");
    }
    return number;
  }

  /** Days of Japan, both included. */
  private static Span asked(ObjectNode act) {
    LocalDate from = day(act, "from", LocalDate.EPOCH);
    LocalDate to = day(act, "to", LocalDate.of(LAST_YEAR, 1, 1));
    if (to.isBefore(from)) {
      throw new ProblemException(Problem.INVALID_FIELD, "/to", "before /from");
    }
    return new Span(JapaneseTime.midnight(from), JapaneseTime.midnight(to.plusDays(1)));
  }

  private static LocalDate day(ObjectNode act, String name, LocalDate otherwise) {
    String text = ReadAct.text(act, "", name);
    if (text == null) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // refused like a year that no calendar has
    }
    throw new ProblemException(Problem.INVALID_FIELD, "/" + name, "not a date such as 2026-04-01");
  }

  private static int limit(JsonNode given) {
    if (given == null || given.isNull()) {
      return LONGEST_PAGE;
    }
    if (!given.isInt() || given.intValue() < 1 || given.intValue() > LONGEST_PAGE) {
      throw new ProblemException(
          Problem.INVALID_FIELD, "/limit", "not a whole number from 1 to " + LONGEST_PAGE);
    }
    return given.intValue();
  }

  private ObjectNode view(DisclosedInquiry disclosed) {
    Inquiry inquiry = disclosed.inquiry();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("inquiry", inquiry.id());
    view.put("number", inquiry.number());
    view.put("receiptNumber", disclosed.receiptNumber());
    view.put("caller", inquiry.caller());
    view.put("flow", inquiry.flow());
    catalogue.flow(inquiry.flow()).ifPresent(flow -> describe(view, flow, inquiry.caller()));
    view.put("agency", inquiry.agency());
    view.put("provider", inquiry.provider());
    view.put("accepted", InquiryViews.time(inquiry.accepted()));
    view.put("sent", InquiryViews.time(inquiry.sent()));
    view.put("ended", InquiryViews.time(inquiry.ended()));
    view.put("outcome", inquiry.outcome() == null ? null : inquiry.outcome().name());
    ArrayNode items = view.putArray("items");
    if (disclosed.items() != null) {
      disclosed.items().given().forEach(items::add);
    }
    view.put("nonDisclosable", disclosed.nonDisclosable());
    return view;
  }

  /** What the catalogue says today; of a flow that is no longer there only its id is known. */
  private void describe(ObjectNode view, Flow flow, String caller) {
    view.set("title", json.valueToTree(flow.title()));
    LegalBasis basis =
        flow.permission(caller).map(Permission::legalBasis).orElseGet(flow::legalBasis);
    view.set("legalBasis", json.valueToTree(basis));
  }
}
