package jp.renkei.message.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.OwnerKind;
import jp.renkei.message.OwnerReply;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.YearForms;
import jp.renkei.message.YearQuestion;

/**
 * The message kind {@code payment-status} (納付状況). It takes and gives {@link YearQuestion} and
 * {@link OwnerReply}; those of another kind are a {@link ClassCastException}.
 */
public final class PaymentStatus implements OwnerKind {

  private static final String LAYOUT = "1.0";

  private final YearForms forms = new YearForms("payment-status");

  @Override
  public String id() {
    return "payment-status";
  }

  @Override
  public String layout() {
    return LAYOUT;
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public JsonNode payloadSchema() {
    return forms.requestSchema();
  }

  @Override
  public JsonNode answerSchema() {
    return forms.toldSchema();
  }

  @Override
  public YearQuestion question(JsonNode given) {
    return forms.question(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return ((YearQuestion) question).message(LAYOUT, header);
  }

  @Override
  public OwnerReply told(MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    forms.check(
        (YearQuestion) question, reply, faults -> new CheckInstalments(today, faults).check(reply));
    return new OwnerReply(header.number(), header.environment(), reply.deepCopy());
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return PaymentAnswer.of((YearQuestion) question, (OwnerReply) reply);
  }
}
