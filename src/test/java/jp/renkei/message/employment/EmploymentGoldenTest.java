package jp.renkei.message.employment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.PayloadSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of the golden folder through the kind, both ways. */
class EmploymentGoldenTest {

  private static final String FLOW = "assessment.mhlw-employment";

  private final EmploymentInsurance kind = new EmploymentInsurance();

  static List<GoldenCase> cases() {
    return GoldenCases.of(FLOW);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carriesQuestionAndAnswer(GoldenCase golden) throws Exception {
    EmploymentQuestion question = kind.question(golden.payload());
    byte[] message = kind.message(GoldenCases.header(FLOW), question);
    assertThat(new String(message, StandardCharsets.UTF_8))
        .isEqualTo(new String(golden.requestXml(), StandardCharsets.UTF_8));

    EmploymentReply reply = kind.reply(golden.replyXml());
    assertThat(reply.number()).isEqualTo(GoldenCases.NUMBER);
    assertThat(kind.match(question, reply)).isEqualTo(Match.SAME);
    ObjectNode answer = kind.answer(question, reply);
    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchemas(GoldenCase golden) throws Exception {
    JsonNode answer = golden.reply();
    assertThat(new PayloadSchema("/schemas/employment-insurance.reply.schema.json").faults(answer))
        .isEmpty();
    URL xsd = EmploymentInsurance.class.getResource("/schemas/employment-insurance.xsd");
    Schema schema = SchemaFactory.newDefaultInstance().newSchema(xsd);
    schema.newValidator().validate(source(golden.requestXml()));
    schema.newValidator().validate(source(golden.replyXml()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatItShows(GoldenCase golden) {
    assertThat(golden.notes()).isNotBlank();
    assertThat(golden.request().path("flow").asText()).isEqualTo(FLOW);
  }

  @Test
  void coversTheHardCases() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
  }

  private static StreamSource source(byte[] document) {
    return new StreamSource(new ByteArrayInputStream(document));
  }
}
