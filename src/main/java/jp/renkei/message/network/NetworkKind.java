package jp.renkei.message.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import jp.renkei.message.KeyedForm;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.UnsetReason;
import jp.renkei.message.network.NetworkReply.UnsetItem;

/**
 * A message kind about one person's record, over the information providing network or inside the
 * city. It takes and gives {@link NetworkQuestion} and {@link NetworkReply} of its own subject;
 * those of another kind are a {@link ClassCastException}.
 */
public final class NetworkKind<P, R, T extends Told> implements MessageKind {

  private final String id;
  private final NetworkSubject<P, R, T> subject;
  private final JsonMapper json = NetworkJson.mapper();
  private final NetworkPayload<P> payload;
  private final AgencyMessages<P, R, T> messages;
  private final KeyedForm keyed;

  private NetworkKind(
      String id, NetworkSubject<P, R, T> subject, AgencyMessages<P, R, T> messages) {
    this.id = id;
    this.subject = subject;
    this.payload = new NetworkPayload<>(id, subject, json);
    this.messages = messages;
    this.keyed = new KeyedForm(id);
  }

  /** The kind by which members of the network are asked, in XML. */
  public NetworkKind(XmlSubject<P, R, T> subject) {
    this(subject.id(), subject, new NetworkXml<>(subject));
  }

  /**
   * A kind by which a system of the own city is asked, in JSON. It has no provider; what is derived
   * from its replies is the same as over the network.
   *
   * @param id its own id, also the name of its schemas
   */
  public static <P, R, T extends Told> NetworkKind<P, R, T> inCity(
      String id, NetworkSubject<P, R, T> subject) {
    return new NetworkKind<>(id, subject, new InCityJson<>(id, subject));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String layout() {
    return Envelope.LAYOUT;
  }

  @Override
  public String mediaType() {
    return messages.mediaType();
  }

  @Override
  public JsonNode payloadSchema() {
    return payload.schema();
  }

  @Override
  public NetworkQuestion<P> question(JsonNode given) {
    return payload.read(given);
  }

  @Override
  public byte[] message(MessageHeader header, Question question) {
    return messages.write(header, asked(question));
  }

  @Override
  public NetworkReply<R, T> reply(byte[] document) throws ReplyRefused {
    return messages.read(document);
  }

  @Override
  public JsonNode keyedSchema() {
    return keyed.schema();
  }

  @Override
  public NetworkReply<R, T> keyed(
      MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    return keyed.read(header, reply, messages::read);
  }

  @Override
  public Match match(Question question, Reply reply) {
    NetworkQuestion<P> asked = asked(question);
    NetworkReply<R, T> told = told(reply);
    if (!asked.residentNumber().equals(told.residentNumber())) {
      return Match.OTHER_PERSON;
    }
    return asked.repeated().equals(told.repeated()) ? Match.SAME : Match.OTHER_PERIOD;
  }

  @Override
  public ObjectNode answer(Question question, Reply reply) {
    NetworkQuestion<P> asked = asked(question);
    NetworkReply<R, T> told = told(reply);
    ObjectNode answer = json.createObjectNode();
    answer.put("residentNumber", told.residentNumber());
    answer.setAll(json.<ObjectNode>valueToTree(told.repeated()));
    answer.put("result", told.replyClass().name());
    answer.setAll(json.<ObjectNode>valueToTree(subject.answer(asked, told)));
    answer.set(
        "unsetItems",
        json.valueToTree(told.unsetItems().stream().map(FlaggedUnsetItem::of).toList()));
    // Both sides must record it (DOMAIN.md 2.3), so either side's mark is kept; and who is, or may
    // be, protected is kept from the portal's view where nobody has marked it, too.
    answer.put(
        "nonDisclosable",
        asked.nonDisclosable() || told.nonDisclosable() || subject.mayBeProtected(told));
    return answer;
  }

  /**
   * An item that is not told.
   *
   * @param flags UNKNOWN_UNSET_REASON
   */
  private record FlaggedUnsetItem(String item, String reason, Set<String> flags) {

    static FlaggedUnsetItem of(UnsetItem unset) {
      return new FlaggedUnsetItem(unset.item(), unset.reason(), UnsetReason.flags(unset.reason()));
    }
  }

  @SuppressWarnings("unchecked")
  private NetworkQuestion<P> asked(Question question) {
    NetworkQuestion<P> asked = (NetworkQuestion<P>) question;
    subject.payload().cast(asked.asked());
    return asked;
  }

  @SuppressWarnings("unchecked")
  private NetworkReply<R, T> told(Reply reply) {
    NetworkReply<R, T> told = (NetworkReply<R, T>) reply;
    subject.told().cast(told.told());
    return told;
  }
}
