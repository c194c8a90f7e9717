package jp.renkei.message.income;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import jp.renkei.message.DocumentKind;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;

/**
 * The message kind {@code insured-income} (所得申告書): income and assets, asked of the insured person
 * by letter. It takes and gives {@link IncomeQuestion} and {@link IncomeReply}; those of another
 * kind are a {@link ClassCastException}.
 */
public final class InsuredIncome implements DocumentKind {

  private final IncomePayload payload = new IncomePayload();
  private final IncomeXml xml = new IncomeXml();
  private final IncomeLetter letter = new IncomeLetter();
  private final KeyedIncome keyed = new KeyedIncome();

  @Override
  public String id() {
    return "insured-income";
  }

  @Override
  public String layout() {
    return IncomeXml.LAYOUT;
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
  public IncomeQuestion question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return xml.write(header, (IncomeQuestion) question);
  }

  @Override
  public Letter letter(byte[] message, LetterHead head) {
    return letter.print(xml.read(message), head);
  }

  @Override
  public JsonNode keyedSchema() {
    return keyed.schema();
  }

  @Override
  public IncomeReply keyed(
      MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, reply, today);
  }

  /** The document number on the form has told whose it is. */
  @Override
  public Match match(Question question, Reply reply) {
    return Match.SAME;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return IncomeAnswer.of((IncomeQuestion) question, (IncomeReply) reply);
  }
}
