package jp.renkei.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import jp.renkei.message.evidence.ReductionEvidence;
import jp.renkei.message.facility.FacilityResidence;
import jp.renkei.message.income.InsuredIncome;
import jp.renkei.message.income.SampleLetters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every golden case of what is asked by letter from the payload to the letter, and from the
 * keys back.
 */
class DocumentGoldenTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Map<String, DocumentKind> KINDS =
      Map.of(
          SampleLetters.FLOW,
          new InsuredIncome(),
          "eligibility.facility-residence",
          new FacilityResidence(),
          "assessment.reduction-evidence",
          new ReductionEvidence());

  static Stream<GoldenCase> cases() {
    return KINDS.keySet().stream().sorted().flatMap(flow -> GoldenCases.of(flow).stream());
  }

  static Stream<GoldenCase> letters() {
    return cases().filter(golden -> Files.exists(golden.file("letter.html")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesTheMessage(GoldenCase golden) {
    assertThat(new String(message(golden), UTF_8))
        .isEqualTo(new String(golden.requestXml(), UTF_8));
  }

  /** The letters of a kind differ little, so only some cases have theirs. */
  @ParameterizedTest
  @MethodSource("letters")
  void printsTheLetter(GoldenCase golden) {
    Letter letter = kind(golden).letter(message(golden), SampleLetters.head(0));
    assertThat(new String(letter.html(), UTF_8))
        .isEqualTo(new String(golden.bytes("letter.html"), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivesTheAnswerFromWhatWasKeyedIn(GoldenCase golden) {
    DocumentKind kind = kind(golden);
    Question question = kind.question(golden.payload());
    Reply reply =
        kind.keyed(GoldenCases.header(golden.flow()), question, golden.json("keyed.json"), TODAY);
    ObjectNode answer = kind.answer(question, reply);

    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
    assertThat(new PayloadSchema("/schemas/" + kind.id() + ".reply.schema.json").faults(answer))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchema(GoldenCase golden) throws Exception {
    SchemaFactory.newDefaultInstance()
        .newSchema(DocumentKind.class.getResource("/schemas/" + kind(golden).id() + ".xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(golden.requestXml())));
    assertThat(golden.notes()).isNotBlank();
    assertThat(golden.request().path("flow").asText()).isEqualTo(golden.flow());
  }

  private static byte[] message(GoldenCase golden) {
    DocumentKind kind = kind(golden);
    return kind.message(GoldenCases.header(golden.flow()), kind.question(golden.payload()));
  }

  private static DocumentKind kind(GoldenCase golden) {
    return KINDS.get(golden.flow());
  }
}
