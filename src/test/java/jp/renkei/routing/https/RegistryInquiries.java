package jp.renkei.routing.https;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Inquiries about a person's identity, as a caller posts them. */
public final class RegistryInquiries {

  public static final String FLOW = "eligibility.registry-identity";

  private RegistryInquiries() {}

  /** A body that asks by an individual number. */
  public static ObjectNode byNumber(String residentNumber, String individualNumber) {
    ObjectNode body = body(residentNumber);
    ((ObjectNode) body.get("payload")).put("individualNumber", individualNumber);
    return body;
  }

  /** A body that asks by the four items: 山田 花子, a woman born on 1982-11-03. */
  public static ObjectNode byItems(String residentNumber, String address) {
    ObjectNode body = body(residentNumber);
    ((ObjectNode) body.get("payload"))
        .put("name", "山田 花子")
        .put("address", address)
        .put("birthDate", "1982-11-03")
        .put("sex", "2");
    return body;
  }

  private static ObjectNode body(String residentNumber) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flow", FLOW);
    body.putObject("payload").put("residentNumber", residentNumber).put("nonDisclosable", false);
    return body;
  }
}
