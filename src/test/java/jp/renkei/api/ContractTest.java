package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.flow.Pattern;
import jp.renkei.flow.Transport;
import jp.renkei.inquiry.Refusal;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.State;
import jp.renkei.message.PayloadSchema;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.protection.evidence.SealFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract is whole in itself, and its examples are what it says. */
class ContractTest {

  private static final Contract CONTRACT = new Contract();

  /** A place of the contract that has a schema and examples of it. */
  record Exemplified(String where, JsonNode schema, List<JsonNode> examples) {

    @Override
    public String toString() {
      return where;
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = CONTRACT.document().findParents("$ref");

    assertThat(references).isNotEmpty();
    references.forEach(CONTRACT::resolved);
  }

  @Test
  void everyOperationHasANameOfItsOwnAndWordsInBothLanguages() {
    assertThat(CONTRACT.operations())
        .extracting(operation -> operation.node().get("operationId").textValue())
        .doesNotHaveDuplicates();
    assertThat(CONTRACT.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.node().get("summary").textValue())
                  .containsPattern("[A-Za-z]{3}")
                  .containsPattern("\\p{IsHiragana}");
              assertThat(operation.node().get("description").textValue()).contains("Who: ");
              assertThat(operation.roles().isEmpty()).isNotEqualTo(operation.needsCredentials());
            });
  }

  @Test
  void everyComponentIsUsed() {
    List<String> used =
        CONTRACT.document().findParents("$ref").stream()
            .map(node -> node.get("$ref").textValue())
            .toList();
    for (String kind : List.of("parameters", "headers", "responses", "schemas", "examples")) {
      assertThat(CONTRACT.document().get("components").get(kind).fieldNames())
          .toIterable()
          .allSatisfy(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
    }
  }

  @ParameterizedTest
  @MethodSource("exemplified")
  void everyExampleFitsItsSchema(Exemplified place) {
    assertThat(place.examples()).isNotEmpty();
    assertThat(place.examples())
        .allSatisfy(
            example -> assertThat(CONTRACT.schemas().faults(place.schema(), example)).isEmpty());
  }

  @Test
  void theExamplesOfProblemsAreWhatTheHubTells() {
    for (Operation operation : CONTRACT.operations()) {
      operation
          .responses()
          .forEach(
              (status, response) -> {
                JsonNode content = response.path("content").get("application/problem+json");
                if (content != null) {
                  content
                      .get("examples")
                      .properties()
                      .forEach(example -> assertTold(status, example));
                }
              });
    }
  }

  @Test
  void theConstantsAreTheHubs() {
    assertThat(constants("State")).isEqualTo(names(State.values()));
    assertThat(constants("Outcome")).isEqualTo(names(Outcome.values()));
    assertThat(constants("Event/properties/what")).isEqualTo(names(EventKind.values()));
    assertThat(constants("SealFault/properties/what")).isEqualTo(names(SealFault.Kind.values()));
    assertThat(constants("Flow/properties/pattern")).isEqualTo(lower(Pattern.values()));
    assertThat(constants("Flow/properties/channel")).isEqualTo(lower(Transport.values()));
  }

  @Test
  void theExampleOfAReplyFitsTheSchemaOfTheFlow() {
    JsonNode answered = CONTRACT.document().at("/components/examples/answered/value");

    assertThat(
            new PayloadSchema("/schemas/employment-insurance.reply.schema.json")
                .faults(answered.get("reply")))
        .isEmpty();
  }

  static List<Exemplified> exemplified() {
    List<Exemplified> places = new ArrayList<>();
    for (Operation operation : CONTRACT.operations()) {
      for (JsonNode parameter : operation.parameters()) {
        String where = operation.name() + " " + parameter.get("name").textValue();
        places.add(exemplified(where, parameter));
      }
      addContent(places, operation.name() + " body", operation.node().path("requestBody"));
      operation
          .responses()
          .forEach(
              (status, response) -> addContent(places, operation.name() + " " + status, response));
    }
    CONTRACT
        .document()
        .at("/components/headers")
        .properties()
        .forEach(header -> places.add(exemplified(header.getKey(), header.getValue())));
    CONTRACT
        .document()
        .at("/components/schemas")
        .properties()
        .forEach(schema -> addSchemas(places, schema.getKey(), schema.getValue()));
    return places;
  }

  private static void addContent(List<Exemplified> places, String where, JsonNode holder) {
    holder
        .path("content")
        .properties()
        .forEach(
            content -> places.add(exemplified(where + " " + content.getKey(), content.getValue())));
  }

  /** Every schema below that has examples of its own. */
  private static void addSchemas(List<Exemplified> places, String where, JsonNode schema) {
    if (schema.path("examples").isArray()) {
      places.add(new Exemplified(where, schema, children(schema.get("examples"))));
    }
    schema
        .properties()
        .forEach(child -> addSchemas(places, where + "/" + child.getKey(), child.getValue()));
  }

  private static Exemplified exemplified(String where, JsonNode holder) {
    List<JsonNode> examples = new ArrayList<>();
    if (holder.has("example")) {
      examples.add(holder.get("example"));
    }
    holder
        .path("examples")
        .forEach(example -> examples.add(CONTRACT.resolved(example).get("value")));
    return new Exemplified(where, holder.get("schema"), examples);
  }

  private static void assertTold(String status, Map.Entry<String, JsonNode> example) {
    JsonNode value = CONTRACT.resolved(example.getValue()).get("value");
    Problem problem =
        Arrays.stream(Problem.values())
            .filter(each -> each.code().equals(example.getKey()))
            .findFirst()
            .orElseThrow();
    List<Fault> faults =
        children(value.get("faults")).stream()
            .map(
                fault ->
                    new Fault(fault.get("pointer").textValue(), fault.get("reason").textValue()))
            .toList();
    assertThat(value).isEqualTo(Refusal.body(problem, faults));
    assertThat(status).isEqualTo(String.valueOf(problem.status()));
  }

  private static List<JsonNode> children(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    return children;
  }

  private static List<String> constants(String schema) {
    return children(CONTRACT.document().at("/components/schemas/" + schema + "/enum")).stream()
        .map(JsonNode::textValue)
        .toList();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(Enum::name).toList();
  }

  private static List<String> lower(Enum<?>[] constants) {
    return names(constants).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
