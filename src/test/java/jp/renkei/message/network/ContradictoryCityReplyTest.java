package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no reply of a city's system: it is held, and the place is named and never a value. */
class ContradictoryCityReplyTest {

  private static final Map<String, String> GOLDEN =
      Map.of(
          "eligibility.city-resident", "under-support-measures",
          "assessment.city-tax", "declared",
          "benefits.city-care", "enrolled");

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "eligibility.city-resident | /protection | null | protection",
        "eligibility.city-resident | /protection/category | null | /protection/category",
        "eligibility.city-resident | /protection/category | \"0\" | protection",
        "eligibility.city-resident | /protection/until | \"2026-03-31\" | protection",
        "eligibility.city-resident | /name | null | name",
        "eligibility.city-resident | /name | {\"kana\": \"ヤマダ\"} | /name/registered",
        "eligibility.city-resident | /address | null | address",
        "eligibility.city-resident | /birthDate | \"1980-02-30\" | birthDate",
        "eligibility.city-resident | /residentSince | null | residentSince",
        "eligibility.city-resident | /residentSince | \"2010-02-30\" | /residentSince",
        "eligibility.city-resident | /movedOut | \"2010-03-31\" | movedOut: before residentSince",
        "eligibility.city-resident | /removed | \"2010-03-31\" | removed: before residentSince",
        "eligibility.city-resident | /result | \"NO_DATA\" | result",
        "eligibility.city-resident | /household/0/to | \"2001-01-01\" | household",
        "eligibility.city-resident | /individualNumber | \"123456789018\" | individualNumber",
        "assessment.city-tax | /declaration | null | declaration",
        "assessment.city-tax | /taxBase | null | taxBase",
        "assessment.city-tax | /taxBase | \"1450000\" | /taxBase",
        "assessment.city-tax | /taxBase | 1450000.5 | /taxBase",
        "assessment.city-tax | /result | \"NOT_IDENTIFIED\" | result",
        "assessment.city-tax | /unset | [{\"item\": \"income\", \"reason\": \"2\"}] | unset",
        "assessment.city-tax | /provider | \"271403\" | provider",
        "assessment.city-tax | /nonDisclosable | \"yes\" | /nonDisclosable",
        "benefits.city-care | /enrolledTo | \"2001-01-01\" | enrolledTo",
        "benefits.city-care | /enrolledFrom | null | enrolledFrom",
        "benefits.city-care | /ownBurden/0/month | \"2025-13\" | /ownBurden/0/month",
        "benefits.city-care | /result | \"TEMPORARY\" | result"
      })
  void isHeld(String flow, String pointer, String value, String place) throws Exception {
    ObjectNode reply = golden(flow);
    change(reply, pointer, value);

    ReplyRefused refused =
        catchThrowableOfType(ReplyRefused.class, () -> kind(flow).reply(bytes(reply)));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_VALID);
    assertThat(refused).hasMessageContaining(place);
    assertThat(refused.getMessage()).doesNotContain(value.replace("\"", ""), "山田", "1980");
  }

  @ParameterizedTest
  @CsvSource({
    "eligibility.city-resident, baseDate, 2026-06-15",
    "assessment.city-tax, taxYear, 2025",
    "benefits.city-care, calculationYear, 2024"
  })
  void ofAnotherPersonOrPeriodIsNoAnswer(String flow, String period, String other)
      throws Exception {
    ObjectNode reply = golden(flow);
    reply.set(period, json.readTree(other.contains("-") ? "\"" + other + "\"" : other));
    assertThat(match(flow, reply)).isEqualTo(Match.OTHER_PERIOD);

    ObjectNode somebody = golden(flow).put("residentNumber", "87654321");
    assertThat(match(flow, somebody)).isEqualTo(Match.OTHER_PERSON);
  }

  @Test
  void anUnknownLayoutAndWhatIsNoJsonHaveTheirNames() throws Exception {
    String flow = "assessment.city-tax";
    ObjectNode later = golden(flow).put("layout", "2.0");
    assertThat(refused(flow, bytes(later)).reason()).isEqualTo(Reason.UNKNOWN_LAYOUT);
    byte[] rubbish = "{\"layout\": ".getBytes(StandardCharsets.UTF_8);
    assertThat(refused(flow, rubbish).reason()).isEqualTo(Reason.NOT_READABLE);
    byte[] twice = "{\"layout\": \"1.0\", \"layout\": \"1.0\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(refused(flow, twice).reason()).isEqualTo(Reason.NOT_READABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999999999", "1e2147483648", "1450000e-999999999", "1e64"})
  void aNumberOfAnyMagnitudeIsRefusedAndNoFault(String number) throws Exception {
    String flow = "assessment.city-tax";
    String reply = golden(flow).put("taxBase", 8_888_888).toString();
    String odd = reply.replace("8888888", number);

    assertThat(refused(flow, odd.getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(Reason.NOT_VALID);
  }

  private ReplyRefused refused(String flow, byte[] reply) {
    return catchThrowableOfType(ReplyRefused.class, () -> kind(flow).reply(reply));
  }

  private Match match(String flow, ObjectNode reply) throws Exception {
    MessageKind kind = kind(flow);
    return kind.match(
        kind.question(GoldenCases.of(flow, GOLDEN.get(flow)).payload()), kind.reply(bytes(reply)));
  }

  private ObjectNode golden(String flow) throws IOException {
    return (ObjectNode) json.readTree(GoldenCases.of(flow, GOLDEN.get(flow)).replyMessage());
  }

  private void change(ObjectNode reply, String pointer, String value) throws IOException {
    int end = pointer.lastIndexOf('/');
    ObjectNode at = (ObjectNode) reply.at(pointer.substring(0, end));
    String field = pointer.substring(end + 1);
    if (value.equals("null")) {
      at.remove(field);
    } else {
      at.set(field, json.readTree(value));
    }
  }

  private byte[] bytes(ObjectNode reply) throws IOException {
    return json.writeValueAsBytes(reply);
  }

  private static MessageKind kind(String flow) {
    String kind =
        ShippedCatalogue.flows().stream()
            .filter(each -> each.id().equals(flow))
            .findFirst()
            .orElseThrow()
            .kind();
    return ShippedCatalogue.kinds().byId(kind).orElseThrow();
  }
}
