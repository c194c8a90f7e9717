package jp.renkei.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.Operating;
import jp.renkei.ledger.Backlog;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Pause;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Role;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for agencies: how they are, and what operators do about it. */
@RestController
@RequestMapping(path = "/api/v1/agencies", produces = "application/json")
class AgencyDoor {

  private static final String PROVIDER = "provider";

  private final ReadAct acts = new ReadAct();
  private final Catalogue catalogue;
  private final Gates gates;
  private final Operating operating;
  private final Outboxes outboxes;
  private final Backlog backlog;
  private final ObjectMapper json;
  private final Clock clock;

  AgencyDoor(
      Catalogue catalogue,
      Gates gates,
      Operating operating,
      Outboxes outboxes,
      Backlog backlog,
      ObjectMapper json,
      Clock clock) {
    this.catalogue = catalogue;
    this.gates = gates;
    this.operating = operating;
    this.outboxes = outboxes;
    this.backlog = backlog;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping
  ArrayNode agencies(Authentication who) {
    Identity identity = Identity.of(who);
    Map<String, Backlog.Unsent> unsent =
        backlog.unsent(clock.instant()).stream()
            .collect(Collectors.toMap(Backlog.Unsent::agency, Function.identity()));
    ArrayNode views = JsonNodeFactory.instance.arrayNode();
    catalogue.agencies().stream()
        .filter(agency -> identity.role() != Role.CALLER || asks(identity.caller(), agency))
        .forEach(agency -> views.add(view(agency, unsent.get(agency.id()))));
    return views;
  }

  @PostMapping("/{id}/pause")
  ObjectNode pause(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Agency agency = agency(id);
    ObjectNode act = acts.read(request, PROVIDER);
    operating.pause(
        agency, provider(agency, act), who.getName(), act.get(ReadAct.REASON).textValue());
    return view(agency);
  }

  @PostMapping("/{id}/resume")
  ObjectNode resume(@PathVariable("id") String id, HttpServletRequest request, Authentication who)
      throws IOException {
    Agency agency = agency(id);
    ObjectNode act = acts.read(request, PROVIDER);
    operating.resume(
        agency, provider(agency, act), who.getName(), act.get(ReadAct.REASON).textValue());
    return view(agency);
  }

  private Agency agency(String id) {
    return catalogue.agency(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  private static String provider(Agency agency, ObjectNode act) {
    String code = ReadAct.text(act, "", PROVIDER);
    if (code == null) {
      return "";
    }
    if (!agency.hasProvider(code)) {
      throw new ProblemException(
          Problem.INVALID_FIELD, "/" + PROVIDER, "not a provider of this agency");
    }
    return code;
  }

  private boolean asks(String caller, Agency agency) {
    return catalogue.flows().stream()
        .anyMatch(flow -> flow.asks(agency.id()) && flow.callers().contains(caller));
  }

  private ObjectNode view(Agency agency) {
    return view(
        agency,
        backlog.unsent(clock.instant()).stream()
            .filter(line -> line.agency().equals(agency.id()))
            .findFirst()
            .orElse(null));
  }

  private ObjectNode view(Agency agency, Backlog.Unsent unsent) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", agency.id());
    view.set("title", json.valueToTree(agency.title()));
    view.put("path", agency.path());
    view.put("state", gates.stateOf(agency).name());
    view.putObject("window")
        .put("size", agency.limits().window())
        .put("used", outboxes.of(agency.id()).window().used());
    view.put("waiting", unsent == null ? 0 : unsent.messages());
    view.put("oldestWaiting", unsent == null ? null : InquiryViews.time(unsent.oldest()));
    view.putObject("hours")
        .put("open", gates.inHours(agency))
        .put("until", InquiryViews.time(gates.turns(agency)));
    ArrayNode providers = view.putArray("providers");
    agency
        .providers()
        .forEach(
            member ->
                providers
                    .addObject()
                    .put("code", member.code())
                    .set("title", json.valueToTree(member.title())));
    List<Pause> pauses = gates.pauses(agency);
    ArrayNode held = view.putArray("pauses");
    pauses.forEach(pause -> held.add(view(pause)));
    return view;
  }

  private static ObjectNode view(Pause pause) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put(PROVIDER, pause.provider().isEmpty() ? null : pause.provider());
    view.put("cause", pause.cause().name());
    view.put("since", InquiryViews.time(pause.since()));
    view.put("who", pause.who());
    view.put("reason", pause.reason());
    view.put("nextProbe", InquiryViews.time(pause.probeDue()));
    return view;
  }
}
