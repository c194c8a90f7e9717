package jp.renkei.message.network;

/** A subject that members of the network are asked about, in XML by a schema of its own. */
public interface XmlSubject<P, R, T extends Told> extends NetworkSubject<P, R, T> {

  /** The kind's id, also the name of its schemas and of its namespace. */
  String id();

  /** The class that is generated from the schema's inquiry. */
  Class<?> inquiryXml();

  /** The class that is generated from the schema's reply. */
  Class<?> replyXml();
}
