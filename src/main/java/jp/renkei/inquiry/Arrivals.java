package jp.renkei.inquiry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.WaitingReply;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;

/** Gives what came its fingerprints, its time and its seal, and opens what was held. */
public final class Arrivals {

  private final ContentCipher contents;
  private final SearchKeys hashes;
  private final Clock clock;

  Arrivals(ContentCipher contents, SearchKeys hashes, Clock clock) {
    this.contents = contents;
    this.hashes = hashes;
    this.clock = clock;
  }

  /**
   * What came now. The correlation is part of the fingerprint: the same garbage for two inquiries
   * is two replies.
   */
  public ArrivedReply arrived(String agency, String correlation, byte[] content) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length + 32);
    whole.writeBytes(String.valueOf(correlation).getBytes(StandardCharsets.UTF_8));
    whole.write(0);
    whole.writeBytes(content);
    List<KeyedHash> fingerprints = hashes.everyHash(Use.REPLY_FINGERPRINT, whole.toByteArray());
    return new ArrivedReply(
        agency,
        fingerprints,
        clock.instant(),
        () -> contents.seal(content, HoldReply.boundTo(fingerprints.get(0).value())));
  }

  /** The content of a reply that was held. */
  byte[] opened(WaitingReply waiting) {
    return contents.open(waiting.content(), HoldReply.boundTo(waiting.fingerprint()));
  }

  /** By what a reply is found that waits for a receipt number: under every live key. */
  List<KeyedHash> hashes(String receipt) {
    return hashes.everyHash(Use.RECEIPT, receipt.getBytes(StandardCharsets.UTF_8));
  }
}
