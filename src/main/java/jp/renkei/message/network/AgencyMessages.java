package jp.renkei.message.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyRefused;

/** One kind's messages as its agency gets and sends them. */
interface AgencyMessages<P, R, T extends Told> {

  /** What they are, {@code application/xml} or {@code application/json}. */
  String mediaType();

  byte[] write(MessageHeader header, NetworkQuestion<P> question);

  NetworkReply<R, T> read(byte[] document) throws ReplyRefused;

  /**
   * Reads a reply in JSON, by the same names.
   *
   * @param told valid by the schema of what is keyed in
   */
  NetworkReply<R, T> read(ObjectNode told) throws ReplyRefused;
}
