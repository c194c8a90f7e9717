package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.regex.RegularExpression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.renkei.problem.Fault;

/** Holds one JSON Schema (2020-12), compiled once, and checks payloads and messages by it. */
public final class PayloadSchema {

  /** Before and behind the point; yen of a whole nation have fifteen. */
  private static final int MOST_DIGITS = 18;

  private final JsonNode document;
  private final JsonSchema schema;
  private final String root;

  /**
   * @param resource the class path name of the schema, e.g. {@code
   *     /schemas/employment-insurance.request.schema.json}
   */
  public PayloadSchema(String resource) {
    this(resource, "/payload");
  }

  /**
   * @param resource the class path name of the schema
   * @param root the pointer of what is checked, e.g. {@code /reply}; empty for a whole document
   */
  public PayloadSchema(String resource, String root) {
    this(load(resource), root);
  }

  /**
   * @param document the schema
   * @param root the pointer of what is checked, e.g. {@code /reply}; empty for a whole document
   */
  PayloadSchema(JsonNode document, String root) {
    this.root = root;
    this.document = document;
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(PayloadSchema::expression)
            .build();
    this.schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(document.deepCopy(), config);
    schema.initializeValidators();
  }

  /** The schema as callers read it; a copy. */
  public JsonNode document() {
    return document.deepCopy();
  }

  /**
   * Checks a payload.
   *
   * @return one fault for each place that is wrong, pointers beginning with the root, no value from
   *     the payload in any of them; empty where all is well
   */
  public List<Fault> faults(JsonNode payload) {
    Map<String, Fault> byPlace = new LinkedHashMap<>();
    schema.validate(payload).stream()
        .map(found -> SchemaFault.of(root, found))
        .forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
    // only where every name is the schema's own: a pointer shows names
    return byPlace.isEmpty() ? immense(payload, root) : List.copyOf(byPlace.values());
  }

  /** The validator compares 64 bits of a number, so that 1e999 is below any maximum. */
  private static List<Fault> immense(JsonNode node, String pointer) {
    if (node.isBigDecimal() || node.isBigInteger()) {
      BigDecimal number = node.decimalValue();
      return Math.abs((long) number.scale()) > MOST_DIGITS
              || (long) number.precision() - number.scale() > MOST_DIGITS
          ? List.of(new Fault(pointer, "a number of too great a magnitude"))
          : List.of();
    }
    List<Fault> faults = new ArrayList<>();
    node.forEachEntry((name, value) -> faults.addAll(immense(value, pointer + "/" + name)));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      faults.addAll(immense(node.get(i), pointer + "/" + i));
    }
    return faults;
  }

  /** In JSON Schema a final $ is the very end; in Java it would let a line feed pass. */
  private static RegularExpression expression(String regex) {
    boolean anchored = regex.endsWith("$") && !regex.endsWith("\\$");
    Pattern pattern =
        Pattern.compile(anchored ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
    return value -> pattern.matcher(value).find();
  }

  private static JsonNode load(String resource) {
    try (InputStream in = PayloadSchema.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
