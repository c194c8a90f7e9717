package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.ledger.VerifyEvents;
import jp.renkei.protection.evidence.SealFault;
import jp.renkei.protection.evidence.Verification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The auditors' door: the evidence, whether it holds. */
@RestController
@RequestMapping(path = "/api/v1/events", produces = "application/json")
class EventDoor {

  private final VerifyEvents verifying;

  EventDoor(VerifyEvents verifying) {
    this.verifying = verifying;
  }

  @GetMapping("/verify")
  ObjectNode verify() {
    Verification found = verifying.verify();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("ok", found.ok());
    view.put("blocks", found.blocks());
    view.put("events", found.events());
    view.put("sealedTo", InquiryViews.time(found.sealedTo()));
    if (!found.ok()) {
      view.put("faultCount", found.faultCount());
      ArrayNode faults = view.putArray("faults");
      found.faults().forEach(fault -> faults.add(view(fault)));
    }
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
