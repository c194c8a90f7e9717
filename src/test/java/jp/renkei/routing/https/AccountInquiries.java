package jp.renkei.routing.https;

import static jp.renkei.hub.HubClient.newKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.hub.HubClient;

/** Inquiries about receiving accounts, as a caller posts and reads them. */
public final class AccountInquiries {

  /** What the timeline says where one is answered, with the items that were given. */
  public static final String ANSWERED =
      "ENDED ANSWERED: residentNumber, result, registered, usable, account, holderMatches, basis,"
          + " flags, nonDisclosable";

  public static final String FLOW = "collection.receiving-account";
  public static final String AGENCY = "digital-agency";

  private final HubClient hub;

  public AccountInquiries(HubClient hub) {
    this.hub = hub;
  }

  /** A body that the flow accepts, about a resident. */
  public static ObjectNode body(String residentNumber) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flow", FLOW);
    body.putObject("payload")
        .put("residentNumber", residentNumber)
        .put("nameKana", "ヤマダ タロウ")
        .put("wish", true)
        .put("nonDisclosable", false);
    return body;
  }

  /** Posts one and waits for its end. */
  public JsonNode ask(String residentNumber) {
    return hub.read(hub.post(newKey(), "20s", body(residentNumber).toString()));
  }

  /** Posts one and does not wait. */
  public JsonNode post(String residentNumber) {
    return hub.read(hub.post(newKey(), null, body(residentNumber).toString()));
  }

  public JsonNode get(JsonNode inquiry, String wait) {
    String id = inquiry.get("id").textValue();
    return hub.read(
        hub.get("caller", "/api/v1/inquiries/" + id + (wait == null ? "" : "?wait=" + wait)));
  }

  /** What happened, each with its detail where it has one. */
  public List<String> timeline(JsonNode inquiry) {
    String id = inquiry.get("id").textValue();
    List<String> timeline = new ArrayList<>();
    hub.read(hub.get("caller", "/api/v1/inquiries/" + id + "/events"))
        .get("items")
        .forEach(
            event ->
                timeline.add(
                    event.get("what").textValue()
                        + (event.get("detail").isNull()
                            ? ""
                            : " " + event.get("detail").textValue())));
    // tests that share a hub ask for the same residents
    timeline.removeIf(event -> event.startsWith("ASKED_TWICE"));
    return timeline;
  }

  /** Puts a body to a door of the mock agency. */
  public void mock(String door, String body) {
    hub.mock(AGENCY, door, body);
  }

  /** Lets the mock agency behave again. */
  public void behave() {
    hub.send(hub.request("admin", "/mock/agencies/" + AGENCY + "/faults").DELETE());
    mock("replies", "[]");
  }
}
