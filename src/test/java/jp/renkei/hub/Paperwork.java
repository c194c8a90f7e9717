package jp.renkei.hub;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;

/** Inquiries on paper at the hub under test, as callers and operators handle them. */
public final class Paperwork {

  /** The flow. */
  public static final String FLOW = "assessment.insured-income";

  /** A reply that fits the form. */
  public static final String REPLY =
      """
      {"result": "DECLARED", "declaredOn": "2020-11-20",
       "incomes": [{"kind": "SALARY", "amount": 1200000}]}""";

  private final ObjectMapper json = new ObjectMapper();
  private final HubClient hub;

  public Paperwork(HubClient hub) {
    this.hub = hub;
  }

  /** A body that the flow accepts, about a resident. */
  public ObjectNode inquiry(String residentNumber) {
    ObjectNode body = json.createObjectNode().put("flow", FLOW);
    ObjectNode payload = body.putObject("payload");
    payload.put("residentNumber", residentNumber).put("year", 2026).put("nonDisclosable", false);
    ObjectNode addressee = payload.putObject("addressee");
    addressee.put("name", "髙﨑 \uD842\uDFB7子").put("postalCode", "000-0000");
    addressee.putArray("address").add("○○市東区本町二丁目3番4号");
    return body;
  }

  /** Posts one and waits until its letter is out. */
  public Asked ask(String residentNumber, String deadline) {
    ObjectNode body = inquiry(residentNumber).put("deadline", deadline);
    JsonNode posted = hub.read(hub.post(HubClient.newKey(), null, body.toString()));
    String id = posted.get("id").textValue();
    await().until(() -> state(id).equals("SENT"));
    String number =
        StreamSupport.stream(events(id).spliterator(), false)
            .filter(event -> event.get("what").textValue().equals("DOCUMENT_NUMBERED"))
            .map(event -> event.get("detail").textValue())
            .findFirst()
            .orElseThrow();
    return new Asked(id, number);
  }

  /** Its timeline. */
  public JsonNode events(String id) {
    return hub.read(hub.get("operator", path(id) + "/events")).get("items");
  }

  /** How far it is. */
  public String state(String id) {
    return hub.read(hub.get("operator", path(id))).get("state").textValue();
  }

  /** Keys an answer in, or confirms it, as the door says. */
  public HttpRequest.Builder answer(String user, String id, String door, String body) {
    return hub.request(user, path(id) + door)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  public HttpResponse<String> key(String user, Asked asked, String reply) {
    return hub.send(answer(user, asked.id(), "/answer", asked.body(reply)));
  }

  public HttpResponse<String> confirm(String user, Asked asked, String reply) {
    return hub.send(answer(user, asked.id(), "/answer/confirm", asked.body(reply)));
  }

  public static String path(String id) {
    return "/api/v1/inquiries/" + id;
  }

  /**
   * An inquiry whose letter is out.
   *
   * @param number the document number
   */
  public record Asked(String id, String number) {

    public String body(String reply) {
      return "{\"documentNumber\": \"" + number + "\", \"reply\": " + reply + "}";
    }
  }
}
