package jp.renkei.mock.employment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** The Ministry's employment-insurance records (失業等給付関係情報), asked one person at a time. */
public final class EmploymentInsurance implements Behaviour {

  private static final Asked ANYBODY =
      new Asked("N", "test", "1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1));

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private final EmploymentReader reader = new EmploymentReader();
  private final EmploymentWriter writer = new EmploymentWriter();
  private final EmploymentResidents residents;

  /**
   * @param distribution the agency's residents, as its folder describes them
   */
  public EmploymentInsurance(JsonNode distribution) {
    residents =
        new EmploymentResidents(
            json.convertValue(distribution, EmploymentResidents.Distribution.class));
  }

  @Override
  public String kind() {
    return "employment-insurance";
  }

  @Override
  public String layout() {
    return "1.0";
  }

  @Override
  public Asked read(byte[] content) throws NotUnderstood {
    return reader.read(content);
  }

  @Override
  public Answer residentsSay(Asked asked) {
    EmploymentResidents.Resident resident = residents.about(asked);
    ObjectNode fields = json.valueToTree(resident.reply());
    return new Answer(resident.outcome(), fields);
  }

  @Override
  public void check(String pointer, JsonNode reply) {
    try {
      EmploymentRecord record = json.treeToValue(reply, EmploymentRecord.class);
      reader.validate(writer.write(ANYBODY, ReplyClass.ANSWERED, record, layout()));
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          Problem.INVALID_FIELD,
          pointer,
          "takes leavings [{leavingDate, reasonCode, qualification, decisionDate}], unsetItems"
              + " [{item, reason}], nonDisclosable, providerStopped, residentNumber and period {from, to} only,"
              + " dates as YYYY-MM-DD");
    } catch (NotUnderstood e) {
      throw new ProblemException(
          Problem.INVALID_FIELD, pointer, "would be refused by schemas/employment-insurance.xsd");
    }
  }

  @Override
  public byte[] write(Asked asked, Answer answer, String layout) {
    EmploymentRecord record = json.convertValue(answer.reply(), EmploymentRecord.class);
    return writer.write(asked, answer.outcome(), record, layout);
  }
}
