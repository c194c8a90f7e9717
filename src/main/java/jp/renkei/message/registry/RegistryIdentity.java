package jp.renkei.message.registry;

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
 * The message kind {@code registry-identity} (本人確認情報): a person's identity from the Basic Resident
 * Registration Network. It takes and gives {@link RegistryQuestion} and {@link RegistryReply};
 * those of another kind are a {@link ClassCastException}. It asks about now, so that no reply is
 * for another period.
 */
public final class RegistryIdentity implements MessageKind {

  private final RegistryPayload payload = new RegistryPayload();
  private final RegistryJson messages = new RegistryJson();
  private final KeyedForm keyed = new KeyedForm("registry-identity");

  @Override
  public String id() {
    return "registry-identity";
  }

  @Override
  public String layout() {
    return RegistryJson.LAYOUT;
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public JsonNode payloadSchema() {
    return payload.schema();
  }

  @Override
  public RegistryQuestion question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return messages.write(header, (RegistryQuestion) question);
  }

  @Override
  public RegistryReply reply(byte[] document) throws ReplyRefused {
    return messages.read(document);
  }

  @Override
  public JsonNode keyedSchema() {
    return keyed.schema();
  }

  @Override
  public RegistryReply keyed(
      MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, reply, messages::read);
  }

  /** A reply with another individual number than the one asked by is for another person. */
  @Override
  public Match match(Question question, Reply reply) {
    RegistryQuestion asked = (RegistryQuestion) question;
    RegistryReply told = (RegistryReply) reply;
    boolean same =
        asked.residentNumber().equals(told.residentNumber())
            && (asked.individualNumber().isEmpty()
                || told.individualNumber().isEmpty()
                || asked.individualNumber().equals(told.individualNumber()));
    return same ? Match.SAME : Match.OTHER_PERSON;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return RegistryAnswer.of((RegistryQuestion) question, (RegistryReply) reply);
  }
}
