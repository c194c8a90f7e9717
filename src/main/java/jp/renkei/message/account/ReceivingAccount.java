package jp.renkei.message.account;

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
 * The message kind {@code receiving-account} (公金受取口座): a person's registered account from the
 * Digital Agency. It takes and gives {@link AccountQuestion} and {@link AccountReply}; those of
 * another kind are a {@link ClassCastException}. It asks about now, so that no reply is for another
 * period.
 */
public final class ReceivingAccount implements MessageKind {

  private final AccountPayload payload = new AccountPayload();
  private final AccountJson messages = new AccountJson();
  private final KeyedForm keyed = new KeyedForm("receiving-account");

  @Override
  public String id() {
    return "receiving-account";
  }

  @Override
  public String layout() {
    return AccountJson.LAYOUT;
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
  public AccountQuestion question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return messages.write(header, (AccountQuestion) question);
  }

  @Override
  public AccountReply reply(byte[] document) throws ReplyRefused {
    return messages.read(document);
  }

  @Override
  public JsonNode keyedSchema() {
    return keyed.schema();
  }

  @Override
  public AccountReply keyed(
      MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, reply, messages::read);
  }

  @Override
  public Match match(Question question, Reply reply) {
    AccountQuestion asked = (AccountQuestion) question;
    AccountReply told = (AccountReply) reply;
    return asked.residentNumber().equals(told.residentNumber()) ? Match.SAME : Match.OTHER_PERSON;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    return AccountAnswer.of((AccountQuestion) question, (AccountReply) reply);
  }
}
