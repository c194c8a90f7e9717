package jp.renkei.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.OwnerKind;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for the catalogue. */
@RestController
@RequestMapping(path = "/api/v1/flows", produces = "application/json")
class FlowDoor {

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final ObjectMapper json;

  FlowDoor(Catalogue catalogue, MessageKinds kinds, ObjectMapper json) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.json = json;
  }

  @GetMapping
  ArrayNode flows() {
    ArrayNode flows = JsonNodeFactory.instance.arrayNode();
    catalogue.flows().forEach(flow -> flows.add(brief(flow)));
    return flows;
  }

  @GetMapping("/{id}")
  ObjectNode flow(@PathVariable("id") String id) {
    Flow flow = catalogue.flow(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    ObjectNode view = brief(flow);
    MessageKind kind = kinds.byId(flow.kind()).orElseThrow();
    ArrayNode agencies = view.putArray("agencies");
    flow.agencies().forEach(agency -> agencies.add(agency.id()));
    view.set("payloadSchema", kind.payloadSchema());
    if (kind instanceof OwnerKind told) {
      view.set("answerSchema", told.answerSchema());
    }
    view.set("keyedSchema", kind.keyedSchema());
    view.set("example", flow.example());
    view.put("deadline", flow.deadline().length());
    view.put("deadlineCounts", flow.deadline().business() ? "business" : "clock");
    view.set("legalBasis", json.valueToTree(flow.legalBasis()));
    flow.callers().forEach(view.putArray("callers")::add);
    return view;
  }

  private ObjectNode brief(Flow flow) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", flow.id());
    view.set("title", json.valueToTree(flow.title()));
    view.put("area", flow.area().id());
    view.put("pattern", flow.pattern().name().toLowerCase(Locale.ROOT));
    view.put("agency", flow.agency().id());
    view.put("channel", flow.agency().transport().name().toLowerCase(Locale.ROOT));
    view.put("place", flow.place());
    return view;
  }
}
