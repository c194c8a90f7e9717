package jp.renkei.message.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that are refused: each wrong place is named, no value is. */
class RefusedPayloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmploymentInsurance kind = new EmploymentInsurance();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "000000000000000",
        "1234567890123456",
        "12a",
        " 12",
        "12\n",
        "12\u0000",
        "",
        "１２３",
        "-1",
        "1.5"
      })
  void refusesResidentNumbers(String number) {
    assertFaults(with("residentNumber", number), "/payload/residentNumber");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0012345678,12345678", "000000000000001,1", "999999999999999,999999999999999"})
  void takesResidentNumbersWithoutPadding(String given, String kept) throws Exception {
    assertThat(kind.question(with("residentNumber", given)).subject()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1980-02-30",
        "1981-02-29",
        "1980-04-31",
        "1980-13-01",
        "1980-00-15",
        "0000-00-00",
        "1980-05",
        "1980",
        "19800510",
        "1980/05/10",
        "80-05-10",
        "1980-05-10\n",
        "1980-5-1",
        "S55-05-10",
        "+11980-01-01",
        "1980-05-10T00:00:00Z",
        ""
      })
  void refusesBirthDates(String birth) {
    assertFaults(with("birthDate", birth), "/payload/birthDate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980-05-10", "1980-05-00", "1980-00-00", "1980-02-29", "1899-12-31"})
  void takesBirthDates(String birth) {
    assertThat(kind.question(with("birthDate", birth)).birthDate().text()).isEqualTo(birth);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-02-29",
        "2026-13-01",
        "2026-00-00",
        "2026-04-00",
        "2026-4-1",
        "20260401",
        "2026-04-01\n",
        "2026-04-01Z",
        "+2026-04-01",
        "9999-01-01",
        ""
      })
  void refusesDatesOfThePeriod(String day) {
    assertFaults(withPeriod(day, "2026-11-22"), "/payload/period/from");
    assertFaults(withPeriod("1999-04-01", day), "/payload/period/to");
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    assertFaults(withPeriod("2026-11-23", "2026-11-22"), "/payload/period");
    assertThat(kind.question(withPeriod("2026-11-22", "2026-11-22")).period().from())
        .isEqualTo("2026-11-22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "residentNumber|12345678",
        "residentNumber|null",
        "residentNumber|[\"12345678\"]",
        "birthDate|19800510",
        "birthDate|null",
        "birthDate|{}",
        "period|\"2026\"",
        "period|null",
        "period|[]",
        "nonDisclosable|\"false\"",
        "nonDisclosable|0",
        "nonDisclosable|null"
      })
  void refusesWrongTypes(String field, String value) throws Exception {
    ObjectNode payload = good();
    payload.set(field, JSON.readTree(value));
    assertFaults(payload, "/payload/" + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"residentNumber", "birthDate", "period", "nonDisclosable"})
  void refusesAPayloadWithout(String field) {
    ObjectNode payload = good();
    payload.remove(field);
    assertThat(faults(payload)).containsExactly(new Fault("/payload/" + field, "required"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"text\"", "1", "true"})
  void refusesWhatIsNoObject(String payload) throws Exception {
    assertFaults(JSON.readTree(payload), "/payload");
  }

  @Test
  void refusesNoPayloadAtAll() {
    assertFaults(null, "/payload");
    assertFaults(JSON.missingNode(), "/payload");
  }

  @Test
  void namesEveryPlaceAtOnce() {
    ObjectNode payload = good();
    payload.put("residentNumber", 1).put("birthDate", "1980-02-30").put("extra", true);
    payload.remove("nonDisclosable");
    payload.putObject("period").put("from", "2026-02-30").put("until", "2026-03-01");
    assertThat(faults(payload))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/payload/residentNumber",
            "/payload/birthDate",
            "/payload/extra",
            "/payload/nonDisclosable",
            "/payload/period/from",
            "/payload/period/to",
            "/payload/period/until");
  }

  @Test
  void namesAnUnknownFieldOnlyWhereItsNameIsPlain() {
    assertThat(faults(good().put("gender", "x")))
        .containsExactly(new Fault("/payload/gender", "unknown field"));
    for (String name : List.of("山田太郎", "123456789018", "a/b", "a~b", "a".repeat(41), "", "a b")) {
      assertThat(faults(good().put(name, "x")))
          .as(name)
          .containsExactly(new Fault("/payload", "unknown field"));
    }
    ObjectNode nested = good();
    ((ObjectNode) nested.get("period")).put("123456789018", 1).put("山田", 1);
    assertThat(faults(nested)).containsExactly(new Fault("/payload/period", "unknown field"));
  }

  @Test
  void tellsNoValue() {
    String secret = "123456789018山田";
    ObjectNode payload = JSON.createObjectNode();
    payload.put("residentNumber", secret).put("birthDate", secret).put("nonDisclosable", secret);
    payload.putObject("period").put("from", secret).put("to", secret).put(secret, secret);
    ProblemException refused = refused(payload);
    assertThat(refused.faults()).hasSize(6);
    assertThat(refused.toString() + refused.faults()).doesNotContain("1234", "山田");
    assertThat(refused.getCause()).isNull();
  }

  @Test
  void saysWhatIsExpected() {
    assertThat(faults(with("birthDate", "1980-02-30")))
        .containsExactly(new Fault("/payload/birthDate", "must be a date that exists"));
    assertThat(faults(withPeriod("2026-02-30", "2026-11-22")))
        .containsExactly(new Fault("/payload/period/from", "must be a date that exists"));
    assertThat(faults(good().put("nonDisclosable", "no")))
        .containsExactly(new Fault("/payload/nonDisclosable", "must be of type boolean"));
  }

  private void assertFaults(JsonNode payload, String... pointers) {
    assertThat(faults(payload)).extracting(Fault::pointer).containsExactly(pointers);
  }

  private List<Fault> faults(JsonNode payload) {
    return refused(payload).faults();
  }

  private ProblemException refused(JsonNode payload) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> kind.question(payload));
    assertThat(refused).as("the payload was taken").isNotNull();
    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    return refused;
  }

  private static ObjectNode with(String field, String value) {
    return good().put(field, value);
  }

  private static ObjectNode withPeriod(String from, String to) {
    ObjectNode payload = good();
    payload.putObject("period").put("from", from).put("to", to);
    return payload;
  }

  private static ObjectNode good() {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("residentNumber", "0012345678").put("birthDate", "1980-05-10");
    payload.putObject("period").put("from", "2025-04-01").put("to", "2026-11-22");
    return payload.put("nonDisclosable", false);
  }
}
