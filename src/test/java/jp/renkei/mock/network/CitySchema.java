package jp.renkei.mock.network;

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
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.mock.Behaviour.NotUnderstood;

/** A kind inside the city: fields are named as the properties of its JSON schemas are. */
final class CitySchema implements AgencySchema {

  private final ObjectMapper json = new ObjectMapper();
  private final String kind;
  private final JsonSchema inquiries;
  private final JsonSchema replies;

  CitySchema(String kind) {
    this.kind = kind;
    this.inquiries = schema(kind + ".agency-inquiry");
    this.replies = schema(kind + ".agency-reply");
  }

  private static JsonSchema schema(String name) {
    try (InputStream in =
        CitySchema.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public boolean isOfKind(byte[] content) throws NotUnderstood {
    return inquiries.validate(parse(content)).isEmpty();
  }

  @Override
  public ObjectNode inquiry(byte[] content) throws NotUnderstood {
    JsonNode inquiry = parse(content);
    if (!inquiries.validate(inquiry).isEmpty()) {
      throw new NotUnderstood("not valid by the schema");
    }
    return (ObjectNode) inquiry;
  }

  @Override
  public Set<String> replyFields() {
    Set<String> names = new TreeSet<>();
    replies.getSchemaNode().get("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Override
  public byte[] reply(ObjectNode fields, String layout) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode().put("layout", layout);
    fields.remove("layout");
    try {
      return json.writeValueAsBytes(reply.setAll(fields));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode parse(byte[] content) throws NotUnderstood {
    try {
      return json.readTree(content);
    } catch (IOException e) {
      throw new NotUnderstood("not JSON");
    }
  }
}
