package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import jp.renkei.ledger.AuditEvents;
import jp.renkei.ledger.ExportEvents;
import jp.renkei.ledger.SealedEvent;
import jp.renkei.ledger.VerifyEvents;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.evidence.EventRow;
import jp.renkei.protection.evidence.SealFault;
import jp.renkei.protection.evidence.Verification;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The auditors' door: what happened, and whether the evidence of it holds. */
@RestController
@RequestMapping("/api/v1/events")
class EventDoor {

  private static final int LONGEST_PAGE = 500;
  private static final int LAST_YEAR = 9_999;
  private static final int BUFFER = 64 * 1024;

  private final AuditEvents auditing;
  private final VerifyEvents verifying;
  private final ExportEvents exporting;

  EventDoor(AuditEvents auditing, VerifyEvents verifying, ExportEvents exporting) {
    this.auditing = auditing;
    this.verifying = verifying;
    this.exporting = exporting;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode list(
      @RequestParam(name = "inquiry", required = false) String inquiry,
      @RequestParam(name = "from", required = false) String from,
      @RequestParam(name = "after", defaultValue = "0") long after,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new ProblemException(Problem.BAD_PARAMETER, "limit", "not from 1 to " + LONGEST_PAGE);
    }
    List<SealedEvent> found = auditing.events(inquiry, instant(from), after, limit + 1);
    List<SealedEvent> shown = found.subList(0, Math.min(limit, found.size()));
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    shown.forEach(event -> items.add(view(event)));
    page.put(
        "next", found.size() > limit ? Long.toString(shown.get(limit - 1).event().id()) : null);
    return page;
  }

  /**
   * Written as it is read: it may be larger than memory. What fails on the way breaks the
   * connection, and the last line is missing.
   */
  @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
  void export(
      @RequestParam(name = "fromBlock", defaultValue = "1") long fromBlock,
      HttpServletResponse response)
      throws IOException {
    if (fromBlock < 1) {
      throw new ProblemException(Problem.BAD_PARAMETER, "fromBlock", "not from 1");
    }
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    exporting.export(fromBlock, out);
    out.flush();
  }

  @GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode verify() {
    Verification found = verifying.verify();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("ok", found.ok());
    view.put("blocks", found.blocks());
    view.put("events", found.events());
    view.put("sealedTo", InquiryViews.time(found.sealedTo()));
    view.put("heads", found.heads());
    if (!found.ok()) {
      view.put("faultCount", found.faultCount());
      ArrayNode faults = view.putArray("faults");
      found.faults().forEach(fault -> faults.add(view(fault)));
    }
    return view;
  }

  private static Instant instant(String from) {
    if (from == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(from);
      if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeParseException e) {
      // refused like a year that no calendar has
    }
    throw new ProblemException(
        Problem.BAD_PARAMETER, "from", "not a date and time with its offset");
  }

  private static ObjectNode view(SealedEvent sealed) {
    EventRow event = sealed.event();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", event.id());
    view.put("at", InquiryViews.time(event.at()));
    view.put("what", event.what());
    view.put("who", event.who());
    view.put("detail", event.detail());
    view.put("inquiry", event.inquiryId());
    view.put("flow", event.flow());
    view.put("agency", event.agency());
    view.put("block", sealed.block());
    view.put("position", sealed.position());
    return view;
  }

  private static ObjectNode view(SealFault fault) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("what", fault.kind().name());
    view.put("title", fault.kind().en());
    view.put("titleJa", fault.kind().ja());
    view.put("block", fault.block());
    view.put("position", fault.position());
    view.put("event", fault.event());
    return view;
  }
}
