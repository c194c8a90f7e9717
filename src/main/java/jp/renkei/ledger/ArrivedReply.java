package jp.renkei.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * A reply as it came.
 *
 * @param agency the agency whose address it came from
 * @param fingerprints the hash of the correlation id and the content under every live key, the
 *     newest first
 * @param at when it came
 * @param content seals what came, asked only when the reply is held; it may give null where nothing
 *     may be kept
 * @param attempt which attempt it answers, from 1, or 0 where that is not known
 */
public record ArrivedReply(
    String agency,
    List<KeyedHash> fingerprints,
    Instant at,
    Supplier<byte[]> content,
    int attempt) {

  /** Where it is not known which attempt it answers. */
  public ArrivedReply(
      String agency, List<KeyedHash> fingerprints, Instant at, Supplier<byte[]> content) {
    this(agency, fingerprints, at, content, 0);
  }

  /** The same, of which it is known which attempt it answers. */
  public ArrivedReply to(int known) {
    return new ArrivedReply(agency, fingerprints, at, content, known);
  }
}
