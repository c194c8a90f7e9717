package jp.renkei.message.income;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.Letter;
import jp.renkei.message.PayloadSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of the golden folder from the payload to the letter, and from the keys back. */
class IncomeGoldenTest {

  private static final String FLOW = "assessment.insured-income";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final InsuredIncome kind = new InsuredIncome();

  static List<GoldenCase> cases() {
    return GoldenCases.of(FLOW);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesTheMessageAndPrintsTheLetter(GoldenCase golden) {
    byte[] message = kind.message(GoldenCases.header(FLOW), kind.question(golden.payload()));

    assertThat(new String(message, UTF_8)).isEqualTo(new String(golden.requestXml(), UTF_8));
    Letter letter = kind.letter(message, SampleLetters.head(0));
    assertThat(new String(letter.html(), UTF_8))
        .isEqualTo(new String(golden.bytes("letter.html"), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivesTheAnswerFromWhatWasKeyedIn(GoldenCase golden) {
    IncomeReply reply = kind.keyed(GoldenCases.header(FLOW), golden.json("keyed.json"), TODAY);
    ObjectNode answer = kind.answer(kind.question(golden.payload()), reply);

    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
    assertThat(new PayloadSchema("/schemas/insured-income.reply.schema.json").faults(answer))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchema(GoldenCase golden) throws Exception {
    SchemaFactory.newDefaultInstance()
        .newSchema(InsuredIncome.class.getResource("/schemas/insured-income.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(golden.requestXml())));
    assertThat(golden.notes()).isNotBlank();
    assertThat(golden.request().path("flow").asText()).isEqualTo(FLOW);
  }
}
