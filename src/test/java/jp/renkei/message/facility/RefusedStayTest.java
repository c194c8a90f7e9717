package jp.renkei.message.facility;

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

class RefusedStayTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String FLOW = "eligibility.facility-residence";

  private final FacilityResidence kind = new FacilityResidence();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/person/birthDate | '1980-02-30' | /payload/person/birthDate",
        "/person/name | '山田 2345-6789-0121' | /payload/person/name",
        "/facility/address | ['○○市', '２３４５６７８９０１２１'] | /payload/facility/address/1",
        "/facility/municipality | '271404' | /payload/facility/municipality",
        "/formerMunicipality | '271005' | /payload/formerMunicipality",
        "/formerMunicipality | '27100' | /payload/formerMunicipality",
        "/facility/kind | 'PRISON' | /payload/facility/kind",
        "/nonDisclosable | null | /payload/nonDisclosable"
      })
  void aPayloadThatCannotBeAsked(String place, String value, String faults) throws IOException {
    ObjectNode payload = GoldenCases.of(FLOW, "applies").payload().deepCopy();
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
        "applies | {} | /reply/result",
        "applies | {'result': 'RESIDENT'} | /reply/admittedOn",
        "applies | {'result': 'RESIDENT', 'admittedOn': '2026-11-23'} | /reply/admittedOn",
        "applies | {'result': 'RESIDENT', 'admittedOn': '1980-05-09'} | /reply/admittedOn",
        "applies | {'result': 'RESIDENT', 'admittedOn': '2026-09-01', 'leftOn': '2026-10-01'} | /reply/leftOn",
        "applies | {'result': 'LEFT', 'admittedOn': '2026-09-01'} | /reply/leftOn",
        "applies | {'result': 'LEFT', 'admittedOn': '2026-09-01', 'leftOn': '2026-08-31'} | /reply/leftOn",
        "applies | {'result': 'RESIDENT', 'admittedOn': '2026-09-01', 'formerMunicipality': '271005'} | /reply/formerMunicipality",
        "applies | {'result': 'NOT_RESIDENT', 'addressMoved': false} | /reply/addressMoved",
        "applies | {'result': 'DECLINED', 'formerMunicipality': '271004', 'admittedOn': '2026-09-01'} | /reply/formerMunicipality,/reply/admittedOn",
        "applies | {'result': 'RESIDENT', 'admittedOn': '2026-09-01', 'remark': 'x'} | /reply/remark"
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
