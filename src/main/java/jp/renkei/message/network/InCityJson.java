package jp.renkei.message.network;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import jp.renkei.message.JsonForm;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyRefused;

/** The form inside the city: inquiries to JSON, replies from JSON, by the kind's two schemas. */
final class InCityJson<P, R, T extends Told> implements AgencyMessages<P, R, T> {

  private static final Set<String> READABLE_LAYOUTS = Set.of(Envelope.LAYOUT);

  private final JsonMapper json = NetworkJson.withEmptyLists();
  private final Envelope<P, R, T> envelope;
  private final JsonForm form;

  InCityJson(String kind, NetworkSubject<P, R, T> subject) {
    this.envelope = new Envelope<>(subject);
    this.form =
        new JsonForm(
            "/schemas/" + kind + ".agency-inquiry.schema.json",
            "/schemas/" + kind + ".agency-reply.schema.json");
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public byte[] write(MessageHeader header, NetworkQuestion<P> question) {
    return form.write(envelope.inquiry(header, question));
  }

  @Override
  public NetworkReply<R, T> read(byte[] document) throws ReplyRefused {
    return read(form.read(document, READABLE_LAYOUTS));
  }

  @Override
  public NetworkReply<R, T> read(ObjectNode told) throws ReplyRefused {
    return envelope.reply(told, json);
  }
}
