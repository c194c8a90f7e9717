package jp.renkei.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The city tax system, which asks the insurance's own system how premiums were paid. */
public final class TaxQuestions {

  public static final String FLOW = "collection.city-tax-payment-status";

  public static final String NONE = "{\"result\": \"NONE\"}";

  public static final String PAID =
      """
      {"result": "FOUND", "asOf": "2026-11-01", "instalments": [
        {"number": 1, "dueOn": "2026-06-30", "assessed": 12000, "paid": 7000, "unpaid": 5000,
         "paidOn": ["2026-06-25"], "demandSentOn": "2026-07-20"}]}""";

  private final HubClient hub;

  public TaxQuestions(HubClient hub) {
    this.hub = hub;
  }

  /** Asks about a resident; what was accepted. */
  public JsonNode ask(String resident) {
    return ask(FLOW, resident, false, "");
  }

  /**
   * Asks about a resident.
   *
   * @param flow one of the flows that the insurance's own system answers
   * @param kept whether it is to be kept from the person's own view
   * @param more other fields of the body, each with a comma behind it
   */
  public JsonNode ask(String flow, String resident, boolean kept, String more) {
    String body =
        """
        {%s "payload": {"residentNumber": "%s", "year": 2026, "nonDisclosable": %s}}"""
            .formatted(more, resident, kept);
    HttpResponse<String> response =
        post("tax", "/api/v1/questions/" + flow, HubClient.newKey(), body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return hub.read(response);
  }

  /** What was asked, as it is now. */
  public JsonNode now(JsonNode asked) {
    return hub.read(hub.get("tax", "/api/v1/inquiries/" + asked.get("id").textValue()));
  }

  /** Its timeline. */
  public List<String> events(JsonNode asked) {
    List<String> events = new ArrayList<>();
    hub.read(hub.get("tax", "/api/v1/inquiries/" + asked.get("id").textValue() + "/events"))
        .get("items")
        .forEach(event -> events.add(event.get("what").textValue()));
    return events;
  }

  public void cancel(JsonNode asked) {
    String path = "/api/v1/inquiries/" + asked.get("id").textValue() + "/cancel";
    assertThat(post("tax", path, null, "{\"reason\": \"by mistake\"}").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(String user, String path, String key, String body) {
    HttpRequest.Builder request =
        hub.request(user, path).header("Content-Type", "application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return hub.send(request.POST(BodyPublishers.ofString(body)));
  }
}
