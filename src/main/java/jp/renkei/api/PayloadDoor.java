package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import jp.renkei.inquiry.LookInside;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Part;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.Role;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door behind which an inquiry's content can be looked at, with a reason. */
@RestController
class PayloadDoor {

  private final VisibleInquiry visible;
  private final LookInside inside;
  private final MaskNumbers mask;

  PayloadDoor(VisibleInquiry visible, LookInside inside, MessageKinds kinds) {
    this.visible = visible;
    this.inside = inside;
    this.mask = new MaskNumbers(kinds);
  }

  @GetMapping(path = "/api/v1/inquiries/{id}/payload", produces = "application/json")
  ObjectNode payload(
      @PathVariable("id") String id,
      @RequestParam(name = ReadAct.REASON, required = false) String reason,
      Authentication who) {
    Identity identity = Identity.of(who);
    Inquiry inquiry = visible.toWhom(identity, id);
    Map<Part, JsonNode> found =
        inside.look(inquiry, who.getName(), ReadAct.reasonParameter(reason));
    if (identity.role() != Role.CALLER) {
      found.values().forEach(mask::in);
    }
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", inquiry.id());
    view.put("number", inquiry.number());
    view.set("request", found.get(Part.REQUEST));
    // one person's word, which nobody has confirmed, is no answer that a caller could take
    view.set("keyed", identity.role() == Role.CALLER ? null : found.get(Part.KEYED));
    view.set("reply", found.get(Part.ANSWER));
    return view;
  }
}
