package jp.renkei.message.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import jp.renkei.message.BirthDate;
import jp.renkei.message.JsonForm;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.message.ResidentNumber;
import jp.renkei.protection.IndividualNumber;

/** The network's messages of this kind. */
final class RegistryJson {

  static final String LAYOUT = "1.0";

  private static final Set<String> READABLE_LAYOUTS = Set.of(LAYOUT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Tokyo"));

  private final JsonForm form =
      new JsonForm(
          "/schemas/registry-identity.agency-inquiry.schema.json",
          "/schemas/registry-identity.agency-reply.schema.json");

  byte[] write(MessageHeader header, RegistryQuestion question) {
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode();
    inquiry.put("layout", LAYOUT);
    inquiry.put("number", header.number());
    inquiry.put("environment", header.environment());
    inquiry.put("flow", header.flow());
    inquiry.put("accepted", SECONDS.format(header.accepted()));
    inquiry.put("residentNumber", question.residentNumber());
    question
        .individualNumber()
        .ifPresent(number -> inquiry.put("individualNumber", number.digitsForMessageOrKeyedHash()));
    question
        .fourItems()
        .ifPresent(
            items ->
                inquiry
                    .put("name", items.name())
                    .put("address", items.address())
                    .put("birthDate", items.birthDate().text())
                    .put("sex", items.sex()));
    inquiry.put("nonDisclosable", question.nonDisclosable());
    return form.write(inquiry);
  }

  RegistryReply read(byte[] document) throws ReplyRefused {
    return read(form.read(document, READABLE_LAYOUTS));
  }

  /** Reads a reply that is valid by its schema. */
  RegistryReply read(ObjectNode told) throws ReplyRefused {
    ReplyClass result = ReplyClass.valueOf(told.get("result").textValue());
    refuseContradictions(told, result);
    return new RegistryReply(
        told.path("number").textValue(),
        told.path("receiptNumber").textValue(),
        told.get("environment").textValue(),
        result,
        ResidentNumber.normalise(told.get("residentNumber").textValue()),
        matches(told.path("match").asText()),
        latest(told),
        Optional.ofNullable(told.get("change"))
            .map(
                change ->
                    new Change(change.get("reason").textValue(), change.get("date").textValue())),
        individualNumber(told),
        told.path("nonDisclosable").asBoolean());
  }

  /** What the schema cannot say. */
  private static void refuseContradictions(ObjectNode told, ReplyClass result) throws ReplyRefused {
    String match = told.path("match").asText();
    refuseIf(
        (result == ReplyClass.ANSWERED) != told.has("match"),
        "/match stands with ANSWERED, and only there");
    refuseIf(match.equals("MATCH") && !told.has("latest"), "/latest stands where there is a match");
    refuseIf(
        told.has("latest") && !match.equals("MATCH") && !match.equals("MISMATCH"),
        "/latest stands with MATCH or MISMATCH only");
    refuseIf(told.has("change") && !told.has("latest"), "/change stands beside /latest only");
    refuseIf(
        told.has("individualNumber") && !told.has("latest"),
        "/individualNumber stands beside /latest only");
  }

  private static Agreement matches(String match) {
    return switch (match) {
      case "MATCH" -> Agreement.YES;
      case "MISMATCH" -> Agreement.NO;
      default -> Agreement.UNDETERMINED;
    };
  }

  private static Optional<FourItems> latest(ObjectNode told) throws ReplyRefused {
    JsonNode latest = told.get("latest");
    if (latest == null) {
      return Optional.empty();
    }
    BirthDate birthDate =
        BirthDate.parse(latest.get("birthDate").textValue())
            .orElseThrow(() -> notValid("/latest/birthDate must be a date that exists"));
    return Optional.of(
        new FourItems(
            latest.get("name").textValue(),
            latest.get("address").textValue(),
            birthDate,
            latest.get("sex").textValue()));
  }

  private static Optional<IndividualNumber> individualNumber(ObjectNode told) throws ReplyRefused {
    JsonNode number = told.get("individualNumber");
    if (number == null) {
      return Optional.empty();
    }
    return Optional.of(
        IndividualNumber.of(number.textValue())
            .orElseThrow(() -> notValid("/individualNumber has a wrong check digit")));
  }

  private static void refuseIf(boolean wrong, String detail) throws ReplyRefused {
    if (wrong) {
      throw notValid(detail);
    }
  }

  private static ReplyRefused notValid(String detail) {
    return new ReplyRefused(Reason.NOT_VALID, detail);
  }
}
