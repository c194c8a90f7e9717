package jp.renkei.message.facility;

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
 * The message kind {@code facility-residence} (住所地特例に係る入所状況): a stay, asked of the facility by
 * letter. It takes and gives {@link StayQuestion} and {@link StayReply}; those of another kind are
 * a {@link ClassCastException}.
 */
public final class FacilityResidence implements DocumentKind {

  private final StayPayload payload = new StayPayload();
  private final StayXml xml = new StayXml();
  private final StayLetter letter = new StayLetter();
  private final KeyedStay keyed = new KeyedStay();

  @Override
  public String id() {
    return "facility-residence";
  }

  @Override
  public String layout() {
    return StayXml.LAYOUT;
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
  public StayQuestion question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return xml.write(header, (StayQuestion) question);
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
  public StayReply keyed(MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, (StayQuestion) question, reply, today);
  }

  /** The document number on the form has told whose it is. */
  @Override
  public Match match(Question question, Reply reply) {
    return Match.SAME;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return StayAnswer.of((StayQuestion) question, (StayReply) reply);
  }
}
