package jp.renkei.message.network;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.XmlForm;

/** The form over the network: inquiries to XML, replies from XML, by the kind's schema. */
final class NetworkXml<P, R, T extends Told> implements AgencyMessages<P, R, T> {

  private static final Set<String> READABLE_LAYOUTS = Set.of(Envelope.LAYOUT);

  private final XmlSubject<P, R, T> subject;
  private final JsonMapper json = NetworkJson.mapper();
  private final JsonMapper lists = NetworkJson.withEmptyLists();
  private final Envelope<P, R, T> envelope;
  private final XmlForm form;

  NetworkXml(XmlSubject<P, R, T> subject) {
    this.subject = subject;
    this.envelope = new Envelope<>(subject);
    this.form =
        new XmlForm(
            "/schemas/" + subject.id() + ".xsd",
            "urn:renkei:" + subject.id(),
            subject.inquiryXml(),
            subject.replyXml());
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public byte[] write(MessageHeader header, NetworkQuestion<P> question) {
    return form.write(json.convertValue(envelope.inquiry(header, question), subject.inquiryXml()));
  }

  @Override
  public NetworkReply<R, T> read(byte[] xml) throws ReplyRefused {
    Object read = form.read(xml, root(), READABLE_LAYOUTS, subject.replyXml());
    return envelope.reply(json.<ObjectNode>valueToTree(read), json);
  }

  @Override
  public NetworkReply<R, T> read(ObjectNode told) throws ReplyRefused {
    return envelope.reply(told, lists);
  }

  private String root() {
    char first = Character.toLowerCase(subject.replyXml().getSimpleName().charAt(0));
    return first + subject.replyXml().getSimpleName().substring(1);
  }
}
