package jp.renkei.mock.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** The Basic Resident Registration Network (住基ネット), asked one person at a time. */
public final class RegistryIdentity implements Behaviour {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Asked ANYBODY = new Asked("N", "test", "1", TODAY, TODAY);

  private final ObjectMapper json = new ObjectMapper();
  private final JsonSchema inquiries = schema("agency-inquiry");
  private final JsonSchema replies = schema("agency-reply");
  private final RegistryResidents residents;

  /**
   * @param distribution the agency's residents, as its folder describes them
   */
  public RegistryIdentity(JsonNode distribution) {
    residents =
        new RegistryResidents(
            json.convertValue(distribution, RegistryResidents.Distribution.class));
  }

  private static JsonSchema schema(String name) {
    try (InputStream in =
        RegistryIdentity.class.getResourceAsStream(
            "/schemas/registry-identity." + name + ".schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String kind() {
    return "registry-identity";
  }

  @Override
  public String layout() {
    return "1.0";
  }

  @Override
  public Asked read(byte[] content) throws NotUnderstood {
    JsonNode inquiry;
    try {
      inquiry = json.readTree(content);
    } catch (IOException e) {
      throw new NotUnderstood("not JSON");
    }
    if (!inquiries.validate(inquiry).isEmpty()) {
      throw new NotUnderstood("not valid by the schema");
    }
    return new Asked(
        inquiry.get("number").textValue(),
        null,
        inquiry.get("environment").textValue(),
        Asked.normalised(inquiry.get("residentNumber").textValue()),
        TODAY,
        TODAY,
        inquiry);
  }

  @Override
  public Answer residentsSay(Asked asked) {
    return residents.about(asked);
  }

  @Override
  public void check(String pointer, JsonNode reply) {
    ReplyClass outcome = reply.has("match") ? ReplyClass.ANSWERED : ReplyClass.NO_DATA;
    if (!reply.isObject()
        || !replies.validate(tree(ANYBODY, outcome, (ObjectNode) reply, layout())).isEmpty()) {
      throw new ProblemException(
          Problem.INVALID_FIELD,
          pointer,
          "takes match, latest, change, individualNumber, nonDisclosable and residentNumber as"
              + " schemas/registry-identity.agency-reply.schema.json has them");
    }
  }

  @Override
  public byte[] write(Asked asked, Answer answer, String layout) {
    try {
      return json.writeValueAsBytes(tree(asked, answer.outcome(), answer.reply(), layout));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode tree(Asked asked, ReplyClass result, ObjectNode fields, String layout) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("layout", layout)
        .put(
            asked.receipt() == null ? "number" : "receiptNumber",
            asked.receipt() == null ? asked.number() : asked.receipt())
        .put("environment", asked.environment())
        .put("result", result.name())
        .put("residentNumber", asked.subject())
        .setAll(fields);
  }
}
