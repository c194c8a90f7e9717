package jp.renkei.inquiry.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import jp.renkei.hub.AgreedKey;
import jp.renkei.hub.BrokerClient;
import jp.renkei.hub.ChangedCatalogue;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.NodeClient;
import jp.renkei.hub.OwnTime;
import jp.renkei.hub.ShiftedClock;
import jp.renkei.hub.TaxQuestions;
import jp.renkei.inquiry.Housekeeping;
import jp.renkei.ledger.Delivery;
import jp.renkei.ledger.DeliveryWork;
import jp.renkei.ledger.Identifiers;
import jp.renkei.message.TwelveDigits;
import jp.renkei.protection.ContentCipher.KeyLost;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.QueueCallers;
import jp.renkei.protection.ReadAnew;
import jp.renkei.protection.Taking;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner that takes its questions by queue and answers so. Time only goes forward. */
@HubTest
@Import({OwnTime.class, QuestionsByQueueIT.OwnerByQueue.class})
class QuestionsByQueueIT {

  private static final String QUESTIONS = "hub.questions.nhi";
  private static final String ANSWERS = "hub.answers";
  private static final String REPLIES = "hub.replies.nhi";
  private static final String MAY_CARRY = "assessment.city-tax-declaration";
  private static final String ROUTE = "nhi/questions";
  private static final String DEADLINES = "housekeeping/deadlines";
  private static final Duration KEEP = Duration.ofDays(4);
  private static final long SHORT_MILLIS = 700;
  private static final long LONG_MILLIS = 60_000;

  @Autowired private HubClient hub;
  @Autowired private ShiftedClock clock;
  @Autowired private Housekeeping housekeeping;
  @Autowired private TellQuestions tell;
  @Autowired private AskOwner askOwner;
  @Autowired private MessageCipher messages;
  @Autowired private CamelContext camel;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("agencyKeysReadAnew")
  private ReadAnew<?> agencyKeys;

  @Value("${renkei.data}")
  private Path data;

  @Value("${renkei.broker.port}")
  private int port;

  private TaxQuestions tax;
  private BrokerClient nhi;

  @BeforeEach
  void connect() throws JMSException {
    tax = new TaxQuestions(hub);
    nhi = new BrokerClient(data, port, "caller-nhi");
  }

  @AfterEach
  void disconnect() throws JMSException {
    nhi.close();
  }

  @Test
  void aQuestionComesOnceHoweverManyAskItAndIsSentThen() throws JMSException {
    JsonNode first = tax.ask("3101");
    Message question = nhi.next(QUESTIONS, number(first));
    assertThat(question.getJMSType()).isEqualTo("payment-status/1.0");
    assertThat(question.getStringProperty("_AMQ_DUPL_ID")).startsWith(number(first) + "/QUESTION/");
    assertThat(question.getStringProperty("renkeiKey")).isNull();
    assertThat(BrokerClient.json(question)).isEqualTo(listed(first));
    JsonNode second = tax.ask("003101");
    for (JsonNode asked : List.of(first, second)) {
      await()
          .untilAsserted(
              () -> assertThat(tax.events(asked)).containsExactly("ACCEPTED", "OFFERED", "SENT"));
      assertThat(tax.now(asked).get("state").textValue()).isEqualTo("SENT");
      assertThat(nhi.next(QUESTIONS, number(asked), SHORT_MILLIS)).isNull();
    }
    assertThat(owed()).isZero();
  }

  @Test
  void oneAnswerUnderTheNumberOfAnyWhoAskEndsThemAll() throws JMSException {
    JsonNode first = tax.ask("3102");
    nhi.next(QUESTIONS, number(first));
    JsonNode second = tax.ask("3102");
    await().until(() -> tax.events(second).contains("SENT"));

    JsonNode told = answered(number(second), TaxQuestions.PAID, "answered/1.0");

    assertThat(told.toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"flow\":\"%s\",\"state\":\"ANSWERED\"}"
                .formatted(first.get("id").textValue(), TaxQuestions.FLOW));
    for (JsonNode asked : List.of(first, second)) {
      assertThat(tax.now(asked).get("outcome").textValue()).isEqualTo("ANSWERED");
      assertThat(tax.now(asked).at("/reply/totals/unpaid").longValue()).isEqualTo(5000);
    }
  }

  @Test
  void whatAnybodyKeepsFromViewIsKeptForAllWhoAsk() throws JMSException {
    JsonNode first = tax.ask("3126");
    nhi.next(QUESTIONS, number(first));
    JsonNode second = tax.ask(TaxQuestions.FLOW, "3126", true, "");
    await().until(() -> tax.events(second).contains("SENT"));
    JsonNode other = tax.ask("3127");
    nhi.next(QUESTIONS, number(other));

    answered(number(first), TaxQuestions.PAID, "answered/1.0");
    answered(number(other), "{\"result\": \"NONE\", \"nonDisclosable\": true}", "answered/1.0");

    for (JsonNode asked : List.of(first, second, other)) {
      assertThat(tax.now(asked).at("/reply/nonDisclosable").booleanValue()).isTrue();
    }
  }

  @Test
  void theSameAgainIsTheSameAndAnotherAnswerIsToldAndKept() throws JMSException {
    JsonNode asked = tax.ask("3103");
    nhi.next(QUESTIONS, number(asked));

    answered(number(asked), TaxQuestions.NONE, "answered/1.0");
    answered(number(asked), TaxQuestions.NONE, "answered/1.0");
    JsonNode problem = answered(number(asked), TaxQuestions.PAID, "problem/1.0");

    assertThat(problem.get("code").textValue()).isEqualTo("RK-1331");
    assertThat(tax.now(asked).get("outcome").textValue()).isEqualTo("NO_DATA");
    assertThat(tax.events(asked))
        .containsOnlyOnce("ENDED")
        .endsWith("ENDED", "REPLY_DUPLICATE", "REPLY_DIFFERENT");
  }

  @Test
  void whatComesAfterTheDeadlineIsToldAndKept() throws JMSException {
    JsonNode asked = tax.ask("3104");
    nhi.next(QUESTIONS, number(asked));
    clock.goTo(clock.instant().plus(Duration.ofDays(4)));
    housekeeping.deadlines();

    JsonNode problem = answered(number(asked), TaxQuestions.PAID, "problem/1.0");

    assertThat(problem.get("code").textValue()).isEqualTo("RK-1332");
    assertThat(tax.now(asked).get("outcome").textValue()).isEqualTo("EXPIRED");
    assertThat(tax.events(asked)).endsWith("ENDED", "REPLY_LATE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"reply": {"result": "FOUND"}}              | RK-1213 | /reply
          {"reply": 5}                                | RK-1204 | /reply
          {"reply": {"result": "NONE"}, "also": true} | RK-1202 | ''
          not JSON                                    | RK-1001 | ''
          """)
  void whatIsWrongIsToldAndTheQuestionStaysOpen(String body, String code, String pointer)
      throws JMSException {
    JsonNode asked = tax.ask("3105");
    String number = number(asked);
    assertThat(nhi.next(QUESTIONS, number)).isNotNull();
    nhi.send(ANSWERS, answer(number, body));

    Message told = nhi.next(REPLIES, number);
    assertThat(told.getJMSType()).isEqualTo("problem/1.0");
    assertThat(BrokerClient.json(told).get("code").textValue()).isEqualTo(code);
    assertThat(BrokerClient.json(told).at("/faults/0/pointer").asText()).startsWith(pointer);
    assertThat(tax.now(asked).get("outcome").isNull()).isTrue();
    answered(number, TaxQuestions.NONE, "answered/1.0");
  }

  @Test
  void anAnswerNamesItsLayoutOrNone() throws JMSException {
    JsonNode asked = tax.ask("3106");
    nhi.next(QUESTIONS, number(asked));
    BytesMessage other = answer(number(asked), "{\"reply\": " + TaxQuestions.NONE + "}");
    other.setJMSType("payment-status/2.0");
    nhi.send(ANSWERS, other);

    JsonNode problem = BrokerClient.json(nhi.next(REPLIES, number(asked)));
    assertThat(problem.get("code").textValue()).isEqualTo("RK-1003");
    assertThat(problem.at("/faults/0/pointer").textValue()).isEqualTo("JMSType");

    BytesMessage right = answer(number(asked), "{\"reply\": " + TaxQuestions.NONE + "}");
    right.setJMSType("payment-status/1.0");
    nhi.send(ANSWERS, right);
    assertThat(nhi.next(REPLIES, number(asked)).getJMSType()).isEqualTo("answered/1.0");
  }

  @Test
  void whatIsNoQuestionOfTheSendersLooksLikeNothing() throws JMSException {
    JsonNode foreign =
        hub.read(hub.post(HubClient.newKey(), null, hub.inquiry("0012345678").toString()));
    for (String number : List.of(number(foreign), "RABCD-ABCDE-ABCDE-ABCDE")) {
      JsonNode problem = answered(number, TaxQuestions.NONE, "problem/1.0");
      assertThat(problem.get("code").textValue()).isEqualTo("RK-1104");
    }
    nhi.send(ANSWERS, answer(null, "{\"reply\": " + TaxQuestions.NONE + "}"));
    Message told = nhi.receive(REPLIES, "JMSType = 'problem/1.0' and JMSCorrelationID is null");
    assertThat(BrokerClient.json(told).at("/faults/0/pointer").textValue())
        .isEqualTo("JMSCorrelationID");
  }

  @Test
  void whatIsOfAFlowThatTheCatalogueHasNoMoreLooksLikeNothing() throws JMSException {
    JsonNode asked = tax.ask("3125");
    nhi.next(QUESTIONS, number(asked));
    String id = asked.get("id").textValue();
    jdbc.sql("update inquiry set flow = 'collection.gone' where id = ?").param(id).update();

    JsonNode problem = answered(number(asked), TaxQuestions.NONE, "problem/1.0");
    assertThat(problem.get("code").textValue()).isEqualTo("RK-1104");

    jdbc.sql("update inquiry set flow = ? where id = ?").params(TaxQuestions.FLOW, id).update();
    answered(number(asked), TaxQuestions.NONE, "answered/1.0");
  }

  @Test
  void nobodyButTheOwnerReadsOrAnswersIt() throws JMSException {
    JsonNode asked = tax.ask("3107");
    Message question = nhi.next(QUESTIONS, number(asked));
    assertThat(question).isNotNull();
    try (BrokerClient other = new BrokerClient(data, port, "caller-tax")) {
      assertThatThrownBy(() -> other.next(QUESTIONS, number(asked)))
          .hasMessageContaining("AMQ229213");
      assertThatThrownBy(() -> other.next(ANSWERS, number(asked)))
          .hasMessageContaining("AMQ229213");
      BytesMessage answer =
          other.message(
              ("{\"reply\": " + TaxQuestions.NONE + "}").getBytes(StandardCharsets.UTF_8));
      answer.setJMSCorrelationID(number(asked));
      answer.setStringProperty("_AMQ_VALIDATED_USER", "caller-nhi");
      other.send(ANSWERS, answer);

      Message told = other.next("hub.replies.tax", number(asked));
      assertThat(BrokerClient.json(told).get("code").textValue()).isEqualTo("RK-1102");
    }
    assertThat(tax.now(asked).get("outcome").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_RENKEI_SENDER", "_AMQ_DUPL_ID", "JMSXGroupID"})
  void whatTheBrokerSaysOrKeepsIsNotTakenFromAClient(String property) throws JMSException {
    BytesMessage answer = answer("RABCD-ABCDE-ABCDE-ABCDE", "{}");
    answer.setStringProperty(property, "caller-nhi");

    assertThatThrownBy(() -> nhi.send(ANSWERS, answer)).isInstanceOf(JMSException.class);
  }

  @Test
  void aQuestionForWhichNobodyWaitsAnyMoreIsNotAsked() throws Exception {
    camel.getRouteController().stopRoute(ROUTE);
    JsonNode asked = tax.ask("3108");
    await().until(() -> owed() == 1);
    tax.cancel(asked);
    camel.getRouteController().startRoute(ROUTE);

    await().until(() -> owed() == 0);
    assertThat(nhi.next(QUESTIONS, number(asked), SHORT_MILLIS)).isNull();
    assertThat(tax.events(asked)).doesNotContain("SENT");
  }

  @Test
  void whoJoinsAndWantsItKeptFromViewIsHeardOnce() throws JMSException {
    JsonNode first = tax.ask("3109");
    assertThat(kept(nhi.next(QUESTIONS, number(first)))).isFalse();
    await().until(() -> tax.events(first).contains("SENT"));

    JsonNode second = tax.ask(TaxQuestions.FLOW, "3109", true, "");
    Message again = nhi.next(QUESTIONS, number(first));
    JsonNode third = tax.ask(TaxQuestions.FLOW, "3109", true, "");
    await().until(() -> tax.events(third).contains("SENT"));

    assertThat(kept(again)).isTrue();
    assertThat(BrokerClient.json(again).get("id")).isEqualTo(first.get("id"));
    assertThat(tax.events(first))
        .containsExactly("ACCEPTED", "OFFERED", "SENT", "KEPT_FROM_VIEW", "OFFERED_AGAIN");
    assertThat(tax.events(second)).contains("OFFERED_AGAIN");
    assertThat(nhi.next(QUESTIONS, number(first), SHORT_MILLIS)).isNull();
  }

  @Test
  void whatSaysLessDoesNotLeaveWhereSomebodyWantsItKeptFromView() throws Exception {
    camel.getRouteController().stopRoute(ROUTE);
    JsonNode first = tax.ask("3118");
    await().until(() -> owed() == 1);
    DeliveryWork less = work(QUESTIONS, KEEP);
    JsonNode second = tax.ask(TaxQuestions.FLOW, "3118", true, "");
    await().until(() -> tax.events(second).contains("OFFERED_AGAIN"));

    assertThat(askOwner.isStillAsked(less)).isFalse();
    camel.getRouteController().startRoute(ROUTE);

    assertThat(kept(nhi.next(QUESTIONS, number(first)))).isTrue();
    assertThat(nhi.next(QUESTIONS, number(first), SHORT_MILLIS)).isNull();
  }

  @Test
  void whatWasPromisedToAnotherOwnerIsToldToThePresentOne() throws Exception {
    camel.getRouteController().stopRoute(ROUTE);
    JsonNode asked = tax.ask("3123");
    await().until(() -> owed() == 1);

    assertThat(askOwner.isStillAsked(work("hub.questions.tax", KEEP))).isFalse();
    camel.getRouteController().startRoute(ROUTE);

    assertThat(nhi.next(QUESTIONS, number(asked))).isNotNull();
  }

  /** Its deadline has passed, and the hub has not come to note that. */
  @Test
  void whatMayBeKeptNoLongerIsNotTold() throws Exception {
    camel.getRouteController().stopRoute(ROUTE);
    camel.getRouteController().stopRoute(DEADLINES);
    JsonNode asked = tax.ask("3124");
    await().until(() -> owed() == 1);
    DeliveryWork old = work(QUESTIONS, Duration.ZERO);
    jdbc.sql("update inquiry set deadline = ? where id = ?")
        .params(
            clock.instant().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC),
            asked.get("id").textValue())
        .update();

    assertThat(askOwner.isStillAsked(old)).isFalse();
    await().until(() -> owed() == 0);
    tell.turn();

    assertThat(owed()).isZero();
    camel.getRouteController().startRoute(ROUTE);
    camel.getRouteController().startRoute(DEADLINES);
    assertThat(tax.events(asked)).doesNotContain("SENT");
    tax.cancel(asked);
  }

  /** As a ledger has it from before it noted who wants it kept. */
  @Test
  void staysKeptFromViewThoughWhoWantedItHasEnded() throws JMSException {
    JsonNode first = tax.ask("3122");
    nhi.next(QUESTIONS, number(first));
    JsonNode second = tax.ask(TaxQuestions.FLOW, "3122", true, "");
    assertThat(kept(nhi.next(QUESTIONS, number(first)))).isTrue();
    tax.cancel(second);

    for (boolean noted : new boolean[] {true, false}) {
      jdbc.sql("update question set kept = ?, tell_at = offered_at where id = ?")
          .params(noted, first.get("id").textValue())
          .update();
      assertThat(kept(nhi.next(QUESTIONS, number(first)))).isTrue();
    }
    assertThat(listed(first).at("/payload/nonDisclosable").booleanValue()).isTrue();
  }

  @Test
  void isAskedAgainWhenTheMessageMayBeKeptNoLongerAndSomebodyStillWaits() throws JMSException {
    JsonNode first = tax.ask("3110");
    Message question = nhi.next(QUESTIONS, number(first));
    JsonNode longer = tax.ask(TaxQuestions.FLOW, "3110", false, "\"deadline\": \"P30D\",");
    await().until(() -> tax.events(longer).contains("SENT"));
    clock.goTo(clock.instant().plus(Duration.ofDays(4).plusHours(1)));
    housekeeping.deadlines();

    tell.turn();

    Message again = nhi.next(QUESTIONS, number(first));
    assertThat(BrokerClient.json(again).get("id")).isEqualTo(BrokerClient.json(question).get("id"));
    assertThat(again.getJMSMessageID()).isNotEqualTo(question.getJMSMessageID());
    answered(number(first), TaxQuestions.NONE, "answered/1.0");
    assertThat(tax.now(longer).get("outcome").textValue()).isEqualTo("NO_DATA");
  }

  /**
   * As after a crash before it was promised, or where it was open before the owner took them so.
   */
  @Test
  void whatIsDueIsPromisedAtTheNextTurn() throws JMSException {
    JsonNode asked = tax.ask("3111");
    assertThat(nhi.next(QUESTIONS, number(asked))).isNotNull();

    jdbc.sql("update question set tell_at = offered_at, told_at = null where id = ?")
        .param(asked.get("id").textValue())
        .update();

    assertThat(nhi.next(QUESTIONS, number(asked))).isNotNull();
    await()
        .untilAsserted(
            () -> assertThat(tax.events(asked)).containsExactly("ACCEPTED", "OFFERED", "SENT"));
  }

  @Test
  void whereAKeyIsAgreedQuestionsAndAnswersAreEncrypted() throws Exception {
    AgreedKey agreed = new AgreedKey(data);
    agreed.agree();
    agencyKeys.turn();
    try {
      assertThat(messages.hasKey("caller-nhi")).isTrue();
      JsonNode asked = tax.ask("3112");

      Message question = nhi.next(QUESTIONS, number(asked));
      assertThat(question.getStringProperty("renkeiKey")).isEqualTo(AgreedKey.ID);
      assertThat(agreed.decrypted(question)).isEqualTo(listed(asked));
      BytesMessage answer = nhi.message(agreed.encrypted("{\"reply\": " + TaxQuestions.PAID + "}"));
      answer.setStringProperty("renkeiKey", AgreedKey.ID);
      answer.setJMSCorrelationID(number(asked));
      nhi.send(ANSWERS, answer);
      assertThat(agreed.decrypted(nhi.next(REPLIES, number(asked))).get("state").textValue())
          .isEqualTo("ANSWERED");
      assertThat(tax.now(asked).get("outcome").textValue()).isEqualTo("ANSWERED");
    } finally {
      agreed.revoke();
      agencyKeys.turn();
      assertThat(messages.hasKey("caller-nhi")).isFalse();
    }
  }

  @Test
  void whereAnIndividualNumberMayBeWhatIsAskedIsFetchedAndAnsweredOverHttp() throws JMSException {
    JsonNode asked = tax.ask(MAY_CARRY, "3116", false, "");

    Message question = nhi.next(QUESTIONS, number(asked));
    assertThat(question.getJMSType()).isEqualTo("income-declaration/1.0");
    ObjectNode listed = listed(asked);
    assertThat(listed.remove("payload")).isNotNull();
    assertThat(BrokerClient.json(question)).isEqualTo(listed);
    JsonNode problem = answered(number(asked), TaxQuestions.NONE, "problem/1.0");
    assertThat(problem.get("code").textValue()).isEqualTo("RK-1233");
    assertThat(tax.now(asked).get("outcome").isNull()).isTrue();
  }

  /** Its groups may be digits, which alone would look like an individual number. */
  @Test
  void aNumberWithTwelveDigitsInARowIsANumber() throws JMSException {
    JsonNode asked = tax.ask("3117");
    nhi.next(QUESTIONS, number(asked));
    String number =
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            .chars()
            .mapToObj(check -> "R0123-45678-901AB-CDEF" + (char) check)
            .filter(Identifiers::isNumber)
            .findFirst()
            .orElseThrow();
    assertThat(TwelveDigits.in(number)).isTrue();
    jdbc.sql("update inquiry set number = ? where id = ?")
        .params(number, asked.get("id").textValue())
        .update();

    answered(number, TaxQuestions.NONE, "answered/1.0");
  }

  @Test
  void whatFailsAgainAndAgainIsPutAsideWithItsReason() throws JMSException {
    JsonNode asked = tax.ask("3113");
    nhi.next(QUESTIONS, number(asked));
    String poison = "{\"reply\": {\"poison\": true}}";
    nhi.send(ANSWERS, answer(number(asked), poison));

    try (BrokerClient operator = new BrokerClient(data, port, "hub")) {
      Message dead = operator.next("hub.dead-letters", number(asked));
      assertThat(dead.getStringProperty("renkeiReason")).isEqualTo("IllegalStateException");
      assertThat(new String(BrokerClient.body(dead), StandardCharsets.UTF_8)).isEqualTo(poison);
    }
    assertThat(
            jdbc.sql("select who, detail from event where what = 'MESSAGE_DEAD'")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list())
        .containsExactly("caller-nhi hub.answers: IllegalStateException");
    assertThat(tax.now(asked).get("outcome").isNull()).isTrue();
  }

  /** As when a key was removed too early. */
  @Test
  void aQuestionThatCannotBeOpenedKeepsNoOtherFromBeingAsked() throws Exception {
    camel.getRouteController().stopRoute(ROUTE);
    JsonNode lost = tax.ask("3119");
    JsonNode other = tax.ask("3120");
    await().until(() -> owed() == 2);
    byte[] content = replaced(lost, new byte[] {1});
    camel.getRouteController().startRoute(ROUTE);

    assertThat(nhi.next(QUESTIONS, number(other))).isNotNull();
    assertThat(stopped()).isZero();

    jdbc.sql("update question set tell_at = offered_at where id in (?, ?)")
        .params(lost.get("id").textValue(), other.get("id").textValue())
        .update();
    tell.turn();
    assertThat(nhi.next(QUESTIONS, number(other))).isNotNull();
    assertThat(hub.read(hub.get("caller", "/api/v1/questions?limit=500")).findValuesAsText("id"))
        .contains(other.get("id").textValue())
        .doesNotContain(lost.get("id").textValue());

    replaced(lost, content);
    clock.goTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(nhi.next(QUESTIONS, number(lost))).isNotNull();
  }

  @Test
  void anAnswerToWhatCannotBeOpenedWaitsUntilItCan() throws JMSException {
    JsonNode asked = tax.ask("3121");
    nhi.next(QUESTIONS, number(asked));
    nhi.send(ANSWERS, answer(number(asked), "{\"reply\": {\"lostUntilTime\": 7}}"));

    // its pauses alone are a quarter of a minute
    Message told = nhi.next(REPLIES, number(asked), LONG_MILLIS);
    assertThat(BrokerClient.json(told).get("code").textValue()).isEqualTo("RK-1213");
  }

  @ParameterizedTest
  @CsvSource({"amqp.js, 3114", "stomp.js, 3115"})
  void anOwnerOnAForeignLibraryReadsAndAnswers(String script, String resident) {
    NodeClient node = new NodeClient(data, port);
    JsonNode asked = tax.ask(resident);

    List<JsonNode> told =
        node.run(
            script,
            "{\"reply\": " + TaxQuestions.NONE + "}",
            "answer",
            "caller-nhi",
            number(asked));

    assertThat(types(told)).containsExactly("payment-status/1.0", "answered/1.0");
    assertThat(told)
        .allSatisfy(line -> assertThat(line.at("/correlation").asText()).isEqualTo(number(asked)));
    assertThat(tax.now(asked).get("outcome").textValue()).isEqualTo("NO_DATA");
  }

  private static List<String> types(List<JsonNode> told) {
    List<String> types = new ArrayList<>();
    told.stream()
        .filter(line -> line.has("type"))
        .forEach(line -> types.add(line.get("type").asText()));
    return types;
  }

  private JsonNode answered(String number, String reply, String type) throws JMSException {
    nhi.send(ANSWERS, answer(number, "{\"reply\": " + reply + "}"));
    Message told = nhi.next(REPLIES, number);
    assertThat(told).as("what %s is told", number).isNotNull();
    assertThat(told.getJMSType()).as(() -> body(told)).isEqualTo(type);
    return BrokerClient.json(told);
  }

  private static String body(Message told) {
    try {
      return BrokerClient.json(told).toString();
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private BytesMessage answer(String number, String body) throws JMSException {
    BytesMessage answer = nhi.message(body.getBytes(StandardCharsets.UTF_8));
    answer.setJMSCorrelationID(number);
    return answer;
  }

  private static String number(JsonNode asked) {
    return asked.get("number").textValue();
  }

  private static boolean kept(Message question) throws JMSException {
    return BrokerClient.json(question).at("/payload/nonDisclosable").booleanValue();
  }

  /** The question as the door shows it. */
  private ObjectNode listed(JsonNode asked) {
    JsonNode items =
        hub.read(hub.get("caller", "/api/v1/questions?state=OPEN&limit=500")).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.get("id").equals(asked.get("id")))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private int owed() {
    return jdbc.sql("select count(*) from delivery where address = ?")
        .param(QUESTIONS)
        .query(Integer.class)
        .single();
  }

  /** The only delivery that the owner is owed, as if it had been promised to that queue. */
  private DeliveryWork work(String address, Duration keep) {
    Instant now = clock.instant();
    return jdbc.sql("select id, correlation, inquiry_id from delivery where address = ?")
        .param(QUESTIONS)
        .query(
            (row, n) ->
                new DeliveryWork(
                    new Delivery(
                        row.getString("id"),
                        address,
                        "duplicate",
                        row.getString("correlation"),
                        "payment-status/1.0",
                        null,
                        row.getString("inquiry_id"),
                        now,
                        now.plus(keep),
                        null,
                        null,
                        null),
                    new byte[0]))
        .single();
  }

  /** Puts other bytes into the place of what is asked; what lay there. */
  private byte[] replaced(JsonNode asked, byte[] content) {
    String id = asked.get("id").textValue();
    String here = " where inquiry_id = ? and part = 'REQUEST'";
    byte[] before =
        jdbc.sql("select content from payload" + here).param(id).query(byte[].class).single();
    jdbc.sql("update payload set content = ?" + here).params(content, id).update();
    return before;
  }

  private int stopped() {
    return jdbc.sql("select count(*) from event where what = 'DELIVERIES_STOPPED'")
        .query(Integer.class)
        .single();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class OwnerByQueue {

    @Bean
    static QueueCallers queueCallers() {
      return new QueueCallers(Taking.POLL, "nhi");
    }

    /** One of the owner's flows may carry an individual number. */
    @Bean
    static ChangedCatalogue changedCatalogue() {
      return new ChangedCatalogue(
          text ->
              text.replaceFirst("(?s)(id: " + MAY_CARRY + "\n.*?individualNumber: )no", "$1yes"));
    }

    /** An entrance that fails, as nobody foresaw, at a certain answer. */
    @Bean
    static BeanPostProcessor poison() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof OwnerEntrance entrance ? poisoned(entrance) : bean;
        }
      };
    }

    private static OwnerEntrance poisoned(OwnerEntrance entrance) {
      AtomicInteger times = new AtomicInteger();
      return answer -> {
        if (answer.reply().has("poison")) {
          throw new IllegalStateException();
        }
        JsonNode lost = answer.reply().path("lostUntilTime");
        if (lost.isInt() && times.incrementAndGet() < lost.intValue()) {
          throw new KeyLost("not in the keyset", null);
        }
        return entrance.arrive(answer);
      };
    }
  }
}
