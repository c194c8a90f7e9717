package jp.renkei.message.employment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import jp.renkei.message.KeyedForm;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyRefused;

/**
 * The message kind {@code employment-insurance} (雇用保険): leavings of employment from the Ministry of
 * Health, Labour and Welfare. It takes and gives {@link EmploymentQuestion} and {@link
 * EmploymentReply}; those of another kind are a {@link ClassCastException}.
 */
public final class EmploymentInsurance implements MessageKind {

  private final EmploymentPayload payload = new EmploymentPayload();
  private final EmploymentXml xml = new EmploymentXml();
  private final KeyedForm keyed = new KeyedForm("employment-insurance");

  @Override
  public String id() {
    return "employment-insurance";
  }

  @Override
  public String layout() {
    return EmploymentXml.LAYOUT;
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public JsonNode payloadSchema() {
    return payload.schema();
  }

  @Override
  public EmploymentQuestion question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return xml.write(header, (EmploymentQuestion) question);
  }

  @Override
  public EmploymentReply reply(byte[] document) throws ReplyRefused {
    return xml.read(document);
  }

  @Override
  public JsonNode keyedSchema() {
    return keyed.schema();
  }

  @Override
  public EmploymentReply keyed(
      MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, reply, KeyedEmployment::reply);
  }

  @Override
  public Match match(Question question, Reply reply) {
    EmploymentQuestion asked = (EmploymentQuestion) question;
    EmploymentReply told = (EmploymentReply) reply;
    if (!asked.residentNumber().equals(told.residentNumber())) {
      return Match.OTHER_PERSON;
    }
    return asked.period().equals(told.period()) ? Match.SAME : Match.OTHER_PERIOD;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return EmploymentAnswer.of((EmploymentQuestion) question, (EmploymentReply) reply);
  }
}
