package jp.renkei.message.employment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import jp.renkei.ledger.Identifiers;
import jp.renkei.message.MessageHeader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Every payload that is accepted makes a message that its schema accepts and that says the same.
 * The JDK's own validator and parser look at it, which share nothing with the hub's.
 */
class EmploymentMessagePropertyTest {

  private final EmploymentInsurance kind = new EmploymentInsurance();
  private final Schema schema = schema();

  @Property(tries = 1_000)
  void aValidPayloadMakesAValidMessageThatSaysTheSame(
      @ForAll("payloads") ObjectNode payload, @ForAll("headers") MessageHeader header)
      throws Exception {
    byte[] message = kind.message(header, kind.question(payload));

    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
    Map<String, String> told = texts(message);
    assertThat(told)
        .containsEntry("number", header.number())
        .containsEntry("environment", header.environment())
        .containsEntry("flow", header.flow())
        .containsEntry(
            "residentNumber", new BigInteger(payload.get("residentNumber").textValue()).toString())
        .containsEntry("birthDate", payload.get("birthDate").textValue())
        .containsEntry("from", payload.get("period").get("from").textValue())
        .containsEntry("to", payload.get("period").get("to").textValue())
        .containsEntry("nonDisclosable", payload.get("nonDisclosable").asText());
    assertThat(OffsetDateTime.parse(told.get("accepted")).toInstant())
        .isEqualTo(header.accepted().truncatedTo(ChronoUnit.SECONDS));
  }

  @Provide
  Arbitrary<ObjectNode> payloads() {
    return Combinators.combine(residentNumbers(), births(), days(), days(), flags())
        .as(EmploymentMessagePropertyTest::payload);
  }

  @Provide
  Arbitrary<MessageHeader> headers() {
    return Combinators.combine(
            Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz0123456789.-")
                .ofMinLength(1)
                .ofMaxLength(64),
            Arbitraries.of("production", "staging", "demo", "test"),
            Arbitraries.longs().between(0, Instant.parse("2099-12-31T14:59:59Z").toEpochMilli()))
        .as(
            (flow, environment, millis) ->
                new MessageHeader(
                    new Identifiers(Clock.systemUTC(), new SecureRandom()).number(),
                    flow,
                    environment,
                    Instant.ofEpochMilli(millis)));
  }

  private static Arbitrary<String> residentNumbers() {
    return Arbitraries.strings()
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(15)
        .filter(digits -> !digits.matches("0+"));
  }

  /** Known in full, without the day, or without month and day. */
  private static Arbitrary<String> births() {
    return Combinators.combine(
            Arbitraries.integers().between(1800, 2099),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 31))
        .filter(
            (year, month, day) ->
                month == 0 ? day == 0 : day <= YearMonth.of(year, month).lengthOfMonth())
        .as((year, month, day) -> "%04d-%02d-%02d".formatted(year, month, day));
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1800, 1, 1).toEpochDay(), LocalDate.of(2099, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<Boolean> flags() {
    return Arbitraries.of(true, false);
  }

  private static ObjectNode payload(
      String residentNumber, String birth, LocalDate one, LocalDate other, boolean flag) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("residentNumber", residentNumber).put("birthDate", birth);
    payload
        .putObject("period")
        .put("from", (one.isBefore(other) ? one : other).toString())
        .put("to", (one.isBefore(other) ? other : one).toString());
    return payload.put("nonDisclosable", flag);
  }

  private static Map<String, String> texts(byte[] message) throws Exception {
    NodeList elements =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(message))
            .getElementsByTagNameNS("urn:renkei:employment-insurance", "*");
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.put(elements.item(i).getLocalName(), elements.item(i).getTextContent());
    }
    return texts;
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newDefaultInstance()
          .newSchema(
              EmploymentMessagePropertyTest.class.getResource("/schemas/employment-insurance.xsd"));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}
