package jp.renkei.mock.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;

/**
 * A PARTIAL reply made at random from a schema alone, for property tests.
 *
 * @param xml the message
 * @param told its fields, without those of the header and without unset items
 * @param unset how many items are unset
 */
public record RandomReply(byte[] xml, ObjectNode told, int unset) {

  private static final Set<String> HEADER =
      Set.of(
          "number",
          "receiptNumber",
          "environment",
          "result",
          "residentNumber",
          "nonDisclosable",
          "providerStopped");

  private static final Map<String, NetworkSchema> SCHEMAS = new ConcurrentHashMap<>();

  public static RandomReply of(String kind, Random random) {
    NetworkSchema schema = SCHEMAS.computeIfAbsent(kind, NetworkSchema::new);
    ObjectNode told = fields(schema, schema.replyType(), random, true);
    int unset = told.path("unset").size();
    ObjectNode reply = told.deepCopy();
    reply.put("number", "N-1").put("environment", "test").put("result", "PARTIAL");
    reply.put("residentNumber", "1");
    told.remove("unset");
    return new RandomReply(schema.reply(reply, "1.0"), told, unset);
  }

  private static ObjectNode fields(
      NetworkSchema schema, Element type, Random random, boolean outermost) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Element element : NetworkSchema.elements(type)) {
      String name = element.getAttribute("name");
      boolean optional = element.getAttribute("minOccurs").equals("0");
      boolean header = outermost && HEADER.contains(name);
      if (header || (optional && random.nextInt(3) == 0)) {
        continue;
      }
      if (element.getAttribute("maxOccurs").isEmpty()) {
        put(fields, name, schema, element, random);
      } else {
        ArrayNode list = fields.putArray(name);
        for (int i = random.nextInt(3); i >= 0; i--) {
          ObjectNode one = JsonNodeFactory.instance.objectNode();
          put(one, name, schema, element, random);
          list.add(one.get(name));
        }
      }
    }
    return fields;
  }

  private static void put(
      ObjectNode fields, String name, NetworkSchema schema, Element element, Random random) {
    String type = element.getAttribute("type");
    if (type.endsWith("Type")) {
      fields.set(name, fields(schema, schema.complexType(type), random, false));
    } else {
      fields.put(name, type.isEmpty() ? schema.anyOf(element, random) : value(type, random));
    }
  }

  private static String value(String type, Random random) {
    LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_500));
    return switch (type) {
      case "date" -> day.toString();
      case "month" -> day.toString().substring(0, 7);
      case "year" -> String.valueOf(day.getYear());
      case "amount" -> String.valueOf(random.nextLong(0, 1_000_000_000_000L));
      case "signedAmount" -> String.valueOf(random.nextLong(-999_999_999_999L, 1_000_000_000_000L));
      case "insurerNumber" ->
          random.nextBoolean()
              ? "%06d".formatted(random.nextInt(1_000_000))
              : "%08d".formatted(random.nextInt(100_000_000));
      case "symbol", "certificateNumber" ->
          new String[] {"大阪健", "１３１", "𠮷", "A-1", "髙"}[random.nextInt(5)];
      case "branch", "relation" -> "%02d".formatted(random.nextInt(100));
      case "insuredNumber" -> "%010d".formatted(random.nextLong(10_000_000_000L));
      case "householdNumber", "orderNumber" -> Long.toString(random.nextLong(1L << 40), 36);
      default ->
          random.nextBoolean() ? "0" + random.nextInt(10) : "" + (char) ('0' + random.nextInt(10));
    };
  }
}
