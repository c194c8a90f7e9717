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
 * @param consumers how many consumers take its replies, each several at once; over https, where a
 *     reply comes with its inquiry or by the agency's own call, 0
 * @param inFlight how many messages may be on their way at once
 * @param limits how much it is given to do
 * @param retry how often it is asked again
 * @param hours when it takes messages; where it is asked on paper, which days are business days
 * @param batch when it takes those of bulk (一括), never outside its hours
 * @param providerCodes what its members' codes are, or null
 * @param providers its members by name; none where it is one itself, or where whatever code fits is
 *     one
 * @param characters what it takes of characters; all, where it is an owner
 * @param validity when it is in use
 * @param https the connection of transport {@code https}, else null
 * @param paper its letters, with the transport {@code document}, else null
 * @param owner the caller who answers, with the transport {@code owner}, else null
 * @param bulk its second channel, for bulk by files, or null; with the transport {@code jms} only
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
    ProviderCodes providerCodes,
    List<Provider> providers,
    Characters characters,
    Validity validity,
    HttpsConnection https,
    Paper paper,
    String owner,
    BulkChannel bulk) {

  /** Whether it takes messages at an instant of its hours only; letters are printed at any time. */
  public boolean keepsHours() {
    return transport != Transport.DOCUMENT;
  }

  /** Whether a code is one of a member: of those that are listed, where any are. */
  public boolean hasProvider(String code) {
    return providers.isEmpty()
        ? providerCodes != null && providerCodes.fits(code)
        : providers.stream().anyMatch(member -> member.code().equals(code));
  }

  /** Whether inquiries of a message kind go by file when they are of the bulk lane. */
  public boolean takesFilesOf(String kind) {
    return bulk != null && bulk.kinds().contains(kind);
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
