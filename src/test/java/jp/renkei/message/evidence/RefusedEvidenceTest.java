package jp.renkei.message.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.ReplyRefused;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedEvidenceTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String FLOW = "assessment.reduction-evidence";

  private final ReductionEvidence kind = new ReductionEvidence();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/person/birthDate | '1980-13-01' | /payload/person/birthDate",
        "/person/address | ['○○市 2345-6789-0121番'] | /payload/person/address/0",
        "/holder/name | '234567890121' | /payload/holder/name",
        "/holder/kind | 'BANK' | /payload/holder/kind",
        "/period | {'from': '2026-05-02', 'to': '2026-05-01'} | /payload/period",
        "/period | {'from': '2016-05-01', 'to': '2026-05-02'} | /payload/period",
        "/nonDisclosable | 'false' | /payload/nonDisclosable"
      })
  void aPayloadThatCannotBeAsked(String place, String value, String faults) throws IOException {
    ObjectNode payload = GoldenCases.of(FLOW, "hospital").payload().deepCopy();
    int last = place.lastIndexOf('/');
    ((ObjectNode) payload.at(place.substring(0, last)))
        .set(place.substring(last + 1), JSON.readTree(value.replace('\'', '"')));

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> kind.question(payload));

    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    assertThat(places(refused)).containsExactly(faults);
    assertThat(refused.faults().toString()).doesNotContain(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hospital | {} | /reply/result",
        "hospital | {'result': 'TOLD'} | /reply/stays",
        "hospital | {'result': 'TOLD', 'stays': [{'from': '2026-11-23'}]} | /reply/stays/0/from",
        "hospital | {'result': 'TOLD', 'stays': [{'from': '2026-11-01', 'to': '2026-11-23'}]} | /reply/stays/0/to",
        "hospital | {'result': 'TOLD', 'stays': [{'from': '2026-05-02', 'to': '2026-05-01'}]} | /reply/stays/0/to",
        "hospital | {'result': 'TOLD', 'damage': {'on': '2026-04-01', 'cause': 'FIRE', 'degree': 'HALF'}} | /reply/stays,/reply/damage",
        "hospital | {'result': 'NOT_FOUND', 'stays': [{'from': '2026-05-02'}]} | /reply/stays",
        "fire | {'result': 'TOLD', 'damage': {'on': '2026-11-23', 'cause': 'FIRE', 'degree': 'HALF'}} | /reply/damage/on",
        "fire | {'result': 'TOLD', 'damage': {'on': '2026-04-01', 'cause': 'FIRE', 'degree': 'HALF', 'paid': -1}} | /reply/damage/paid",
        "tax-office | {'result': 'TOLD', 'taxes': [{'year': 2025, 'item': 'ENTERPRISE_TAX', 'declared': true}]} | /reply/taxes/0/item",
        "prefectural-tax | {'result': 'TOLD', 'taxes': [{'year': 2025, 'item': 'INCOME_TAX', 'declared': true}]} | /reply/taxes/0/item",
        "tax-office | {'result': 'TOLD', 'taxes': [{'year': 2025, 'item': 'INCOME_TAX'}]} | /reply/taxes/0/declared"
      })
  void aReplyThatDoesNotFitTheForm(String golden, String reply, String places) throws IOException {
    JsonNode keyed = JSON.readTree(reply.replace('\'', '"'));
    var question = kind.question(GoldenCases.of(FLOW, golden).payload());

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> kind.keyed(GoldenCases.header(FLOW), question, keyed, TODAY));

    assertThat(refused.problem()).isEqualTo(Problem.INVALID_REPLY);
    assertThat(places(refused)).containsExactlyInAnyOrder(places.split(","));
  }

  @Test
  void nothingElectronicComes() {
    assertThat(catchThrowableOfType(ReplyRefused.class, () -> kind.reply(new byte[] {'{', '}'})))
        .isNotNull();
  }

  private static List<String> places(ProblemException refused) {
    return refused.faults().stream().map(Fault::pointer).distinct().toList();
  }
}
