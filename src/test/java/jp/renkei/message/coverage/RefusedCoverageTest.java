package jp.renkei.message.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.message.network.NetworkKind;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that contradict each other: a payload is refused, a reply held. */
class RefusedCoverageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FLOW = "eligibility.municipality-coverage";

  private final NetworkKind<?, ?, ?> kind = new NetworkKind<>(new Coverage(Optional::empty));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'lost': '2026-06-14' | lost is before acquired",
        "'appliedFrom': '2026-06-14' | appliedFrom is before acquired",
        "'appliedFrom': '2026-06-20', 'lost': '2026-06-19' | lost is before appliedFrom"
      })
  void aPayloadThatCannotBeAsked(String day, String message) throws IOException {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> kind.question(asked(day)));

    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    assertThat(refused.faults()).containsExactly(new Fault("/payload/nhi", message));
  }

  /** The application may begin, and the coverage may be lost, on the very day of acquiring. */
  @Test
  void theDayOfAcquiringIsNotBeforeIt() throws IOException {
    assertThat(kind.question(asked("'appliedFrom': '2026-06-15', 'lost': '2026-06-15'")))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "acquired, 2019-04-02, coverage: appliedFrom before acquired",
    "appliedFrom, 2019-03-31, coverage: appliedFrom before acquired",
    "appliedTo, 2019-03-31, coverage: ends before it begins",
    "lost, 2019-03-31, coverage: ends before it begins"
  })
  void aReplyThatContradictsItself(String element, String day, String message) {
    String told =
        new String(
            GoldenCases.of(FLOW, "same-prefecture-meets").replyXml(), StandardCharsets.UTF_8);
    String changed = told.replaceFirst("<" + element + ">[^<]*", "<" + element + ">" + day);

    ReplyRefused refused =
        catchThrowableOfType(
            ReplyRefused.class, () -> kind.reply(changed.getBytes(StandardCharsets.UTF_8)));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_VALID);
    assertThat(refused).hasMessage(message);
  }

  private static ObjectNode asked(String days) throws IOException {
    ObjectNode payload = GoldenCases.of(FLOW, "same-prefecture-meets").payload().deepCopy();
    String nhi = "{'acquired': '2026-06-15', " + days + "}";
    payload.set("nhi", JSON.readTree(nhi.replace('\'', '"')));
    return payload;
  }
}
