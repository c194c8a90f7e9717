package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/**
 * One operation of the contract: a method at a path.
 *
 * @param contract what it belongs to
 * @param method in lower case, as the contract writes it
 * @param path with its parameters in braces
 * @param node what the contract says of it
 */
record Operation(Contract contract, String method, String path, JsonNode node) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Instead of a content type, where there is no content. */
  private static final String NOTHING = "-";

  /** {@code GET /api/v1/flows/{id}}. */
  String name() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  boolean takes(String method, String path) {
    return method.equalsIgnoreCase(this.method) && path.matches(expression());
  }

  /** The path with the examples of its parameters. */
  String examplePath() {
    String example = path;
    for (JsonNode parameter : parameters()) {
      example =
          example.replace(
              "{" + parameter.get("name").textValue() + "}", parameter.path("example").asText());
    }
    return example;
  }

  List<JsonNode> parameters() {
    List<JsonNode> parameters = new ArrayList<>();
    node.path("parameters").forEach(parameter -> parameters.add(contract.resolved(parameter)));
    return parameters;
  }

  boolean needsCredentials() {
    return !node.has("security");
  }

  /** The roles that it is open to. */
  Set<String> roles() {
    Set<String> roles = new TreeSet<>();
    node.path("x-roles").forEach(role -> roles.add(role.textValue()));
    return roles;
  }

  Map<String, JsonNode> responses() {
    Map<String, JsonNode> responses = new LinkedHashMap<>();
    node.get("responses")
        .properties()
        .forEach(entry -> responses.put(entry.getKey(), contract.resolved(entry.getValue())));
    return responses;
  }

  /** Every answer that may come: the name, the status, and the code where it is a problem. */
  Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    responses()
        .forEach(
            (status, response) -> {
              if (!response.has("content")) {
                answers.add(name() + " " + status + " " + NOTHING);
              }
              response
                  .path("content")
                  .properties()
                  .forEach(
                      content ->
                          answers.addAll(named(status, content.getKey(), content.getValue())));
            });
    return answers;
  }

  /** An answer that came, as {@link #answers} names it. */
  String answer(HttpResponse<String> response) {
    String type = type(response);
    return name()
        + " "
        + response.statusCode()
        + " "
        + (isProblem(type) ? json(response.body()).path("code").asText() : type);
  }

  /** What of the response does not stand in the contract. */
  List<String> faults(HttpResponse<String> response) {
    JsonNode told = responses().get(String.valueOf(response.statusCode()));
    String type = type(response);
    if (type.equals(NOTHING)) {
      return answers().contains(answer(response)) && response.body().isEmpty()
          ? headerFaults(told, response)
          : List.of(answer(response) + " is not in the contract");
    }
    JsonNode content = told == null ? null : told.get("content").get(type);
    if (content == null || !answers().contains(answer(response))) {
      return List.of(answer(response) + " is not in the contract: " + response.body());
    }
    List<String> faults = new ArrayList<>(headerFaults(told, response));
    JsonNode body = type.endsWith("json") ? json(response.body()) : new TextNode(response.body());
    faults.addAll(contract.schemas().faults(content.get("schema"), body));
    return faults;
  }

  private List<String> headerFaults(JsonNode told, HttpResponse<String> response) {
    List<String> faults = new ArrayList<>();
    told.path("headers")
        .properties()
        .forEach(
            entry -> {
              JsonNode header = contract.resolved(entry.getValue());
              String value = response.headers().firstValue(entry.getKey()).orElse(null);
              if (value != null) {
                faults.addAll(contract.schemas().faults(header.get("schema"), typed(value)));
              } else if (header.path("required").asBoolean()) {
                faults.add(name() + " tells no " + entry.getKey());
              }
            });
    return faults;
  }

  private Set<String> named(String status, String type, JsonNode content) {
    Set<String> named = new TreeSet<>();
    if (isProblem(type)) {
      content
          .get("examples")
          .fieldNames()
          .forEachRemaining(code -> named.add(name() + " " + status + " " + code));
    } else {
      named.add(name() + " " + status + " " + type);
    }
    return named;
  }

  private String expression() {
    return "\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E";
  }

  private static boolean isProblem(String type) {
    return type.equals(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
  }

  private static String type(HttpResponse<String> response) {
    String told = response.headers().firstValue("Content-Type").orElse(null);
    if (told == null) {
      return NOTHING;
    }
    MediaType type = MediaType.parseMediaType(told);
    return type.getType() + "/" + type.getSubtype();
  }

  private static JsonNode typed(String header) {
    return Pattern.matches("\\d{1,9}", header)
        ? new IntNode(Integer.parseInt(header))
        : new TextNode(header);
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError(body, e);
    }
  }
}
