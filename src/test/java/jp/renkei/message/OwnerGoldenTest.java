package jp.renkei.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.message.declaration.IncomeDeclaration;
import jp.renkei.message.payment.PaymentStatus;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every golden case of what an owner answers, and refuses what contradicts itself. */
class OwnerGoldenTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String DECLARATION = "assessment.city-tax-declaration";
  private static final String PAYMENT = "collection.city-tax-payment-status";
  private static final Map<String, OwnerKind> KINDS =
      Map.of(DECLARATION, new IncomeDeclaration(), PAYMENT, new PaymentStatus());

  static Stream<GoldenCase> cases() {
    return KINDS.keySet().stream().sorted().flatMap(flow -> GoldenCases.of(flow).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesWhatTheOwnerIsShown(GoldenCase golden) {
    OwnerKind kind = KINDS.get(golden.flow());
    byte[] message =
        kind.message(GoldenCases.header(golden.flow()), kind.question(golden.payload()));

    assertThat(new String(message, UTF_8)).isEqualTo(golden.requestMessage());
    assertThat(golden.notes()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivesTheAnswerFromWhatTheOwnerTold(GoldenCase golden) {
    OwnerKind kind = KINDS.get(golden.flow());
    Question question = kind.question(golden.payload());
    Reply reply = told(golden, golden.json("told.json"));
    ObjectNode answer = kind.answer(question, reply);

    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
    assertThat(new PayloadSchema("/schemas/" + kind.id() + ".reply.schema.json").faults(answer))
        .isEmpty();
    assertThat(reply.replyClass())
        .isEqualTo(
            answer.get("result").textValue().equals("NONE")
                ? ReplyClass.NO_DATA
                : ReplyClass.ANSWERED);
  }

  /** Keyed in by hand, with the person and the year, it yields the same. */
  @ParameterizedTest
  @MethodSource("cases")
  void keyedInByHandYieldsTheSame(GoldenCase golden) {
    OwnerKind kind = KINDS.get(golden.flow());
    Question question = kind.question(golden.payload());
    ObjectNode keyed = golden.json("told.json").deepCopy();
    keyed.set("residentNumber", golden.payload().get("residentNumber"));
    keyed.set("year", golden.payload().get("year"));

    Reply reply = kind.keyed(GoldenCases.header(golden.flow()), question, keyed, TODAY);

    assertThat(kind.answer(question, reply).toPrettyString())
        .isEqualTo(golden.reply().toPrettyString());
  }

  /** Both sides must record it (DOMAIN.md 2.3): neither takes back what the other has marked. */
  @ParameterizedTest
  @CsvSource({
    "false, , false",
    "false, false, false",
    "false, true, true",
    "true, , true",
    "true, false, true",
    "true, true, true"
  })
  void eitherSidesMarkIsKept(boolean asked, Boolean told, boolean kept) {
    for (OwnerKind kind : KINDS.values()) {
      ObjectNode reply = new ObjectMapper().createObjectNode().put("result", "NONE");
      if (told != null) {
        reply.put("nonDisclosable", told);
      }
      Question question = new YearQuestion("1", 2026, asked);
      Reply its = kind.told(GoldenCases.header(PAYMENT), question, reply, TODAY);

      assertThat(kind.answer(question, its).get("nonDisclosable").booleanValue()).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /nonDisclosable                | "yes"                                     | /reply/nonDisclosable
          /residentNumber                | "12345679"                                | /reply/residentNumber
          /year                          | 2025                                      | /reply/year
          /declaredOn                    | "2026-11-23"                              | /reply/declaredOn
          /declaredOn                    |                                           | /reply/declaredOn
          /noIncome                      | true                                      | /reply/incomes
          /incomes                       |                                           | /reply/incomes
          /incomes/1/kind                | "SALARY"                                  | /reply/incomes/1/kind
          /incomes/0/amount              | 1.5                                       | /reply/incomes/0/amount
          /dependents/under16            | 3                                         | /reply/dependents/under16
          """)
  void refusesADeclarationThatContradicts(String place, String value, String pointer)
      throws JsonProcessingException {
    refuses(GoldenCases.of(DECLARATION, "declared"), place, value, pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /instalments/0/assessed        | 12001                                     | /reply/instalments/0/assessed
          /instalments/0/unpaid          | -1                                        | /reply/instalments/0/unpaid
          /instalments/1/number          | 1                                         | /reply/instalments/1/number
          /instalments/0/paidOn          |                                           | /reply/instalments/0/paidOn
          /instalments/1/paidOn          | ["2026-11-20"]                            | /reply/instalments/1/paidOn
          /instalments/0/paidOn/1        | "2026-11-23"                              | /reply/instalments/0/paidOn/1
          /instalments/0/demandSentOn    | "2026-06-30"                              | /reply/instalments/0/demandSentOn
          /instalments/0/seizedOn        | "2026-11-23"                              | /reply/instalments/0/seizedOn
          /asOf                          | "2026-11-23"                              | /reply/asOf
          /asOf                          |                                           | /reply/asOf
          /instalments                   |                                           | /reply/instalments
          """)
  void refusesAPaymentStatusThatContradicts(String place, String value, String pointer)
      throws JsonProcessingException {
    refuses(GoldenCases.of(PAYMENT, "arrears"), place, value, pointer);
  }

  @Test
  void whereThereIsNoneNothingElseStands() {
    ObjectNode payment = GoldenCases.of(PAYMENT, "paid").json("told.json").deepCopy();
    ObjectNode declaration = GoldenCases.of(DECLARATION, "declared").json("told.json").deepCopy();

    assertThat(faults(GoldenCases.of(PAYMENT, "paid"), payment.put("result", "NONE")))
        .containsExactlyInAnyOrder("/reply/asOf", "/reply/instalments");
    assertThat(faults(GoldenCases.of(DECLARATION, "declared"), declaration.put("result", "NONE")))
        .containsExactlyInAnyOrder("/reply/declaredOn", "/reply/incomes", "/reply/dependents");
  }

  @Test
  void theSameQuestionIsThePersonAndTheYear() {
    YearQuestion asked = new YearQuestion("1", 2026, false);

    assertThat(asked.sameness()).isEqualTo(new YearQuestion("1", 2026, true).sameness());
    assertThat(asked.sameness()).isNotEqualTo(new YearQuestion("1", 2025, false).sameness());
    assertThat(asked.sameness()).isNotEqualTo(new YearQuestion("2", 2026, false).sameness());
  }

  private static void refuses(GoldenCase golden, String place, String value, String pointer)
      throws JsonProcessingException {
    JsonNode reply = golden.json("told.json").deepCopy();
    int last = place.lastIndexOf('/');
    JsonNode holder = reply.at(place.substring(0, last));
    String name = place.substring(last + 1);
    JsonNode given = value == null ? null : new ObjectMapper().readTree(value);
    if (holder instanceof ObjectNode object) {
      if (given == null) {
        object.remove(name);
      } else {
        object.set(name, given);
      }
    } else {
      ((com.fasterxml.jackson.databind.node.ArrayNode) holder).set(Integer.parseInt(name), given);
    }
    assertThat(faults(golden, reply)).containsExactly(pointer);
  }

  private static List<String> faults(GoldenCase golden, JsonNode reply) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> told(golden, reply));
    assertThat(refused.problem()).isEqualTo(Problem.INVALID_ANSWER);
    return refused.faults().stream().map(Fault::pointer).toList();
  }

  private static Reply told(GoldenCase golden, JsonNode reply) {
    OwnerKind kind = KINDS.get(golden.flow());
    return kind.told(
        GoldenCases.header(golden.flow()), kind.question(golden.payload()), reply, TODAY);
  }
}
