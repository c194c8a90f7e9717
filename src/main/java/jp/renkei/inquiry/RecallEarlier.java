package jp.renkei.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.Use;

/**
 * Finds the inquiry that a refused submission repeats. What was valid when it was accepted may not
 * be valid now (its deadline has passed, the flow has changed), and still its repeat is owed the
 * same answer.
 */
public final class RecallEarlier {

  private final LedgerReader reader;
  private final SearchKeys hashes;

  public RecallEarlier(LedgerReader reader, SearchKeys hashes) {
    this.reader = reader;
    this.hashes = hashes;
  }

  /** The earlier inquiry with the same key, if there is one. */
  public Optional<Acceptance> recall(Submission submission) {
    return reader.earlier(
        submission.caller(),
        hashes.everyHash(Use.IDEMPOTENCY_KEY, submission.key().getBytes(StandardCharsets.UTF_8)),
        hashes.everyHash(Use.REQUEST_FINGERPRINT, Fingerprint.of(submission)));
  }
}
