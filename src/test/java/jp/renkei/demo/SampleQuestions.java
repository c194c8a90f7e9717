package jp.renkei.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the sample day asks on a flow: its example, and what {@code sample-day.yaml} adds. */
final class SampleQuestions {

  private final JsonNode more;

  SampleQuestions() {
    try (InputStream in =
        SampleQuestions.class.getResourceAsStream("/mock-endpoints/sample-day.yaml")) {
      this.more = new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The payloads, the example first. */
  List<JsonNode> of(String flow, JsonNode example) {
    List<JsonNode> payloads = new ArrayList<>(List.of(example));
    more.path(flow).path("also").forEach(payloads::add);
    return payloads;
  }

  /** What goes wrong on the day with one of these flows, each with what the agencies do to it. */
  List<JsonNode> troubles(List<JsonNode> flows) {
    List<JsonNode> troubles = new ArrayList<>();
    for (JsonNode trouble : more.path("troubles")) {
      flows.stream()
          .filter(flow -> flow.get("id").equals(trouble.get("id")))
          .<JsonNode>map(flow -> trouble.<ObjectNode>deepCopy().set("place", flow.get("place")))
          .forEach(troubles::add);
    }
    return troubles;
  }

  /**
   * What the table says of an outcome: with the field that tells the flow's answers apart, of a
   * fact its value.
   */
  String told(String flow, JsonNode inquiry) {
    String outcome = inquiry.path("outcome").asText();
    String field = more.path(flow).path("shows").asText();
    JsonNode told = inquiry.path("reply").path(field);
    JsonNode shown = told.isObject() ? told.path("value") : told;
    return shown.isTextual() ? outcome + " " + field + " " + shown.textValue() : outcome;
  }
}
