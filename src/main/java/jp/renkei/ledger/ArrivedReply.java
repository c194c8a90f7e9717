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
 */
public record ArrivedReply(
    String agency, List<KeyedHash> fingerprints, Instant at, Supplier<byte[]> content) {}
