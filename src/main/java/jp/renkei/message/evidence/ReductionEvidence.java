package jp.renkei.message.evidence;

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
 * The message kind {@code reduction-evidence} (減免に係る証拠資料): asked by letter of whoever holds the
 * evidence. It takes and gives {@link EvidenceQuestion} and {@link EvidenceReply}; those of another
 * kind are a {@link ClassCastException}.
 */
public final class ReductionEvidence implements DocumentKind {

  private final EvidencePayload payload = new EvidencePayload();
  private final EvidenceXml xml = new EvidenceXml();
  private final EvidenceLetter letter = new EvidenceLetter();
  private final KeyedEvidence keyed = new KeyedEvidence();

  @Override
  public String id() {
    return "reduction-evidence";
  }

  @Override
  public String layout() {
    return EvidenceXml.LAYOUT;
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
  public EvidenceQuestion question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return xml.write(header, (EvidenceQuestion) question);
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
  public EvidenceReply keyed(
      MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, (EvidenceQuestion) question, reply, today);
  }

  /** The document number on the form has told whose it is. */
  @Override
  public Match match(Question question, Reply reply) {
    return Match.SAME;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return EvidenceAnswer.of((EvidenceQuestion) question, (EvidenceReply) reply);
  }
}
