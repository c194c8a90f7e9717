package jp.renkei.flow;

import java.util.List;

/**
 * A kind of counterpart with its own connection, read from {@code routes/agencies/<id>.yaml}.
 *
 * @param id e.g. {@code mhlw}
 * @param title what operators read
 * @param path the way to it, which several agencies may share
 * @param transport how messages reach it
 * @param encryption whether bodies are JWE
 * @param consumers how many replies are worked on at once; over https, where a reply comes with its
 *     inquiry or by the agency's own call, 0
 * @param inFlight how many messages may be on their way at once
 * @param limits how much it is given to do
 * @param retry how often it is asked again
 * @param hours when it takes messages; where it is asked on paper, which days are business days
 * @param batch when it takes those of bulk (一括), never outside its hours
 * @param providers its members, none where it is one itself
 * @param validity when it is in use
 * @param https the connection of transport {@code https}, else null
 * @param paper its letters, with the transport {@code document}, else null
 */
public record Agency(
    String id,
    Title title,
    String path,
    Transport transport,
    Encryption encryption,
    int consumers,
    int inFlight,
    Limits limits,
    Retry retry,
    ServiceHours hours,
    ServiceHours batch,
    List<Provider> providers,
    Validity validity,
    HttpsConnection https,
    Paper paper) {

  /** Whether it takes messages at an instant of its hours only; letters are printed at any time. */
  public boolean keepsHours() {
    return transport != Transport.DOCUMENT;
  }

  /** What protects a message's body while it lies in a broker. */
  public enum Encryption {
    /** JWE (dir, A256GCM) with the agency's key. */
    JWE,
    /**
     * Nothing. What lies in a broker or a folder is then readable, and the start warns of it; over
     * https nothing lies anywhere.
     */
    NONE
  }
}
