package jp.renkei.flow;

/**
 * A kind of counterpart with its own connection, read from {@code routes/agencies/<id>.yaml}.
 *
 * @param id e.g. {@code mhlw}
 * @param title what operators read
 * @param path the way to it, which several agencies may share
 * @param transport how messages reach it
 * @param encryption whether bodies are JWE
 * @param consumers how many replies are worked on at once
 * @param inFlight how many messages may be on their way to the broker at once
 */
public record Agency(
    String id,
    Title title,
    String path,
    Transport transport,
    Encryption encryption,
    int consumers,
    int inFlight) {

  /** What protects a message's body while it lies in a broker. */
  public enum Encryption {
    /** JWE (dir, A256GCM) with the agency's key. */
    JWE,
    /** Nothing: the broker then belongs on an encrypted volume, and the start warns of it. */
    NONE
  }
}
