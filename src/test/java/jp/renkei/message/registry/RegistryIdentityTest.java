package jp.renkei.message.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, both ways, and what is told to nobody. */
class RegistryIdentityTest {

  private static final String FLOW = "eligibility.registry-identity";
  private static final GoldenCase BY_ITEMS = GoldenCases.of(FLOW, "number-told");
  private static final GoldenCase BY_NUMBER = GoldenCases.of(FLOW, "by-number-repeated");
  private static final String NUMBER = "987654321018";
  private static final String REPLY = new String(BY_ITEMS.replyMessage(), StandardCharsets.UTF_8);

  private final RegistryIdentity kind = new RegistryIdentity();

  /** Twelve digits, a wrong check digit among them, and what other systems put between them. */
  @ParameterizedTest
  @CsvSource({
    "987654321019, has a wrong check digit",
    "98765432101, must match ^[0-9]{12}$",
    "9876543210180, must match ^[0-9]{12}$",
    "9876-5432-1018, must match ^[0-9]{12}$",
    "９８７６５４３２１０１８, must match ^[0-9]{12}$"
  })
  void refusesWhatIsNoIndividualNumber(String number, String reason) {
    ProblemException refused = refused(BY_NUMBER.payload(), "individualNumber", number);

    assertThat(refused.faults()).containsExactly(new Fault("/payload/individualNumber", reason));
    assertThat(refused.getMessage()).doesNotContain("98765").doesNotContain("９８７６５");
  }

  @ParameterizedTest
  @CsvSource({
    "name, '　'",
    "name, ''",
    "address, ' '",
    "birthDate, 1980-02-30",
    "birthDate, 1980-00-10",
    "sex, 3",
    "sex, 男",
    "residentNumber, 0",
    "telephone, 1"
  })
  void refusesAPayloadByItsPlace(String field, String value) {
    ProblemException refused = refused(BY_ITEMS.payload(), field, value);

    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/payload/" + field);
    assertThat(refused.getMessage()).doesNotContain("1980").doesNotContain("花子");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "address", "birthDate", "sex"})
  void needsAllFourItemsOrTheNumber(String item) {
    ObjectNode payload = BY_ITEMS.payload().deepCopy();
    payload.remove(item);

    assertThat(refused(payload).faults())
        .containsExactly(new Fault("/payload/" + item, "required"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "address", "birthDate", "sex"})
  void takesNoItemBesideTheNumber(String item) {
    ObjectNode payload = BY_NUMBER.payload().deepCopy();
    payload.set(item, BY_ITEMS.payload().get(item));

    assertThat(refused(payload).faults())
        .containsExactly(new Fault("/payload/" + item, "must not be there"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"987654321018\" | \"987654321019\"",
        "\"987654321018\" | \"98765432101\"",
        "\"987654321018\" | 987654321018",
        "\"1980-05-10\" | \"1980-05-32\"",
        "\"1980-05-10\" | \"1980-02-30\"",
        "\"sex\": \"2\" | \"sex\": \"3\"",
        "\"reason\": \"02\" | \"reason\": \"2\"",
        "\"2025-04-01\" | \"2025-02-30\"",
        "\"match\": \"MATCH\" | \"match\": \"UNDETERMINED\"",
        "\"match\": \"MATCH\" | \"match\": \"YES\"",
        "\"match\": \"MATCH\", |",
        "\"latest\" | \"later\"",
        "\"result\": \"ANSWERED\" | \"result\": \"NO_DATA\"",
        "\"result\": \"ANSWERED\" | \"result\": \"PARTIAL\"",
        "\"name\": \"連携 花子\", |",
        "\"environment\": \"test\" | \"environment\": \"moon\"",
        "\"number\" | \"numbr\""
      })
  void refusesAReplyThatIsNotValid(String from, String to) {
    assertThat(REPLY).contains(from);
    byte[] reply = REPLY.replace(from, to == null ? "" : to).getBytes(StandardCharsets.UTF_8);

    ReplyRefused refused = catchThrowableOfType(ReplyRefused.class, () -> kind.reply(reply));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_VALID);
    assertThat(refused.getMessage())
        .doesNotContain("98765432101")
        .doesNotContain("花子")
        .doesNotContain("1980-");
  }

  @Test
  void refusesAMatchWithoutTheLatestItems() {
    byte[] reply =
        """
        {"layout": "1.0", "number": "N", "environment": "test", "result": "ANSWERED",
         "residentNumber": "1", "match": "MATCH"}"""
            .getBytes(StandardCharsets.UTF_8);

    assertThat(catchThrowableOfType(ReplyRefused.class, () -> kind.reply(reply)))
        .hasMessage("/latest stands where there is a match");
  }

  @ParameterizedTest
  @CsvSource({
    "987654321018, 12345678, SAME",
    "987654321018, 0012345678, SAME",
    "908172635409, 12345678, OTHER_PERSON",
    "987654321018, 12345679, OTHER_PERSON"
  })
  void tellsAReplyForAnotherPerson(String number, String resident, Match match) throws Exception {
    String told =
        new String(BY_NUMBER.replyMessage(), StandardCharsets.UTF_8)
            .replace("0012345678", resident)
            .replace(NUMBER, number);

    assertThat(
            kind.match(
                kind.question(BY_NUMBER.payload()),
                kind.reply(told.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(match);
  }

  @Test
  void printsNothingPersonal() throws ReplyRefused {
    String printed =
        kind.question(BY_NUMBER.payload())
            + " "
            + kind.question(BY_ITEMS.payload())
            + " "
            + kind.reply(BY_ITEMS.replyMessage());

    assertThat(printed).doesNotContain(NUMBER).doesNotContain("花子").doesNotContain("中之島");
  }

  /** The person and the number or the folded items: what is the same question has one hash. */
  @Test
  void isTheSameQuestionWhereOnlyTheWritingDiffers() {
    String written = sameness(BY_ITEMS.payload(), "name", "連携 花子");

    assertThat(sameness(BY_ITEMS.payload(), "name", "連携　花子")).isEqualTo(written);
    assertThat(sameness(BY_ITEMS.payload(), "residentNumber", "12345678")).isEqualTo(written);
    assertThat(sameness(BY_ITEMS.payload(), "name", "連携 花代")).isNotEqualTo(written);
    assertThat(sameness(BY_NUMBER.payload(), "individualNumber", NUMBER))
        .isNotEqualTo(sameness(BY_NUMBER.payload(), "individualNumber", "908172635409"))
        .isNotEqualTo(written);
  }

  private String sameness(JsonNode payload, String field, String value) {
    return kind.question(payload.<ObjectNode>deepCopy().put(field, value)).sameness();
  }

  private ProblemException refused(JsonNode payload, String field, String value) {
    return refused(payload.<ObjectNode>deepCopy().put(field, value));
  }

  private ProblemException refused(JsonNode payload) {
    return catchThrowableOfType(ProblemException.class, () -> kind.question(payload));
  }
}
