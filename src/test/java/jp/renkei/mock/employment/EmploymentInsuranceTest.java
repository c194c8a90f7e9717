package jp.renkei.mock.employment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour.NotUnderstood;
import jp.renkei.mock.Inquiries;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;

class EmploymentInsuranceTest {

  private static final LocalDate FROM = LocalDate.of(2025, 4, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 22);

  private final JsonNode distribution = distribution();
  private final EmploymentInsurance ministry = new EmploymentInsurance(distribution);
  private final EmploymentReader reader = new EmploymentReader();

  @Test
  void residentOfTheExamplesHasAnInvoluntaryLeaving() {
    Answer answer = ministry.residentsSay(about("12345678"));
    assertThat(answer.outcome()).isEqualTo(ReplyClass.ANSWERED);
    assertThat(answer.reply().at("/leavings/0/leavingDate").asText()).isEqualTo("2026-03-31");
    assertThat(answer.reply().at("/leavings/0/reasonCode").asText()).isEqualTo("11");
  }

  @Test
  void everyNumberHasAnAnswerWhichStaysAndFitsTheSchema() throws NotUnderstood {
    EmploymentInsurance another = new EmploymentInsurance(distribution);
    Map<ReplyClass, Integer> counts = new EnumMap<>(ReplyClass.class);
    for (long number = 1; number < 900_000_000_000_000L; number = number * 3 / 2 + 1) {
      Asked asked = about(Long.toString(number));
      Answer answer = ministry.residentsSay(asked);
      assertThat(another.residentsSay(asked)).isEqualTo(answer);
      reader.validate(ministry.write(asked, answer, "1.0"));
      counts.merge(answer.outcome(), 1, Integer::sum);
    }
    assertThat(counts).containsKeys(ReplyClass.ANSWERED, ReplyClass.NO_DATA);
  }

  @Test
  void sharesOfTheDistributionHold() {
    Map<ReplyClass, Integer> counts = new EnumMap<>(ReplyClass.class);
    Asked anyTime = new Asked("N", "test", "1", LocalDate.of(2000, 1, 1), TO);
    for (int number = 20_000_000; number < 20_004_000; number++) {
      Asked asked = new Asked("N", "test", Integer.toString(number), anyTime.from(), anyTime.to());
      counts.merge(ministry.residentsSay(asked).outcome(), 1, Integer::sum);
    }
    assertThat(counts.get(ReplyClass.ANSWERED)).isBetween(3380, 3580);
    assertThat(counts.get(ReplyClass.NO_DATA)).isBetween(360, 520);
  }

  @Test
  void namedResidentsFitTheSchema() throws NotUnderstood {
    for (JsonNode resident : distribution.get("named")) {
      Asked asked = about(resident.get("subject").asText());
      Answer answer = ministry.residentsSay(asked);
      reader.validate(ministry.write(asked, answer, "1.0"));
      assertThat(answer.outcome().name()).isEqualTo(resident.get("outcome").asText());
    }
  }

  @Test
  void tellsOnlyLeavingsWithinThePeriod() {
    Asked later = new Asked("N", "test", "12345678", LocalDate.of(2026, 4, 1), TO);
    assertThat(ministry.residentsSay(later).outcome()).isEqualTo(ReplyClass.NO_DATA);
    Asked half = new Asked("N", "test", "12345682", LocalDate.of(2026, 4, 1), TO);
    assertThat(ministry.residentsSay(half).reply().get("leavings")).hasSize(1);
  }

  @Test
  void readsAnInquiryAndNormalisesItsNumber() throws NotUnderstood {
    Asked asked = ministry.read(Inquiries.about("R7K2M-1", "0012345678"));
    assertThat(asked).isEqualTo(new Asked("R7K2M-1", "test", "12345678", FROM, TO));
  }

  @Test
  void refusesWhatIsNoInquiry() {
    byte[] reply =
        ministry.write(about("12345678"), Answer.without(ReplyClass.NO_DATA), ministry.layout());
    String inquiry = new String(Inquiries.about("R7K2M-1", "12345678"), UTF_8);
    assertRefused(reply);
    assertRefused("no xml".getBytes(UTF_8));
    assertRefused(inquiry.replace("12345678", "12x45678").getBytes(UTF_8));
    assertRefused(inquiry.replace("layout=\"1.0\"", "layout=\"2.0\"").getBytes(UTF_8));
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    assertRefused(
        (entity + inquiry.replaceFirst("<\\?xml.*?\\?>", "").replace("2025-04-01", "&e;"))
            .getBytes(UTF_8));
  }

  @Test
  void scriptMayTellTheFieldsOfTheReplyOnly() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ministry.check(
        "/0/reply",
        json.readTree(
            "{\"leavings\": [{\"leavingDate\": \"2026-03-31\", \"reasonCode\": \"11\"}]}"));
    assertThatThrownBy(() -> ministry.check("/0/reply", json.readTree("{\"leaving\": []}")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("leavings");
    assertThatThrownBy(
            () ->
                ministry.check(
                    "/0/reply", json.readTree("{\"leavings\": [{\"reasonCode\": \"111\"}]}")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("schema");
  }

  private void assertRefused(byte[] content) {
    assertThatThrownBy(() -> ministry.read(content)).isInstanceOf(NotUnderstood.class);
  }

  private static Asked about(String subject) {
    return new Asked("R7K2M-1", "test", subject, FROM, TO);
  }

  private static JsonNode distribution() {
    try (InputStream yaml =
        EmploymentInsuranceTest.class.getResourceAsStream("/mock-endpoints/mhlw/residents.yaml")) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
