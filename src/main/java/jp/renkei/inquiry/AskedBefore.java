package jp.renkei.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.renkei.flow.AskingTwice;
import jp.renkei.ledger.Asked;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.KeyedHash;
import jp.renkei.protection.SearchKeys.Use;

/**
 * Step three: whether the same was asked a short while before (二重照会), on flows where that matters.
 * An inquiry that is asked again on purpose (二次照会) is none of it.
 */
public final class AskedBefore {

  private final LedgerReader reader;
  private final SearchKeys hashes;

  public AskedBefore(LedgerReader reader, SearchKeys hashes) {
    this.reader = reader;
    this.hashes = hashes;
  }

  /**
   * Lets the inquiry pass, with what it asks and repeats.
   *
   * @throws ProblemException {@code ASKED_BEFORE} where the flow refuses it
   * @throws HandedBack where the flow hands the earlier inquiry back
   */
  public ValidInquiry check(ValidInquiry valid) {
    Submission submission = valid.submission();
    AskingTwice rule = submission.flow().askingTwice();
    if (rule == null) {
      return valid;
    }
    List<KeyedHash> question = hashes.everyHash(Use.QUESTION, utf8(valid.question().sameness()));
    Optional<Inquiry> earlier =
        submission.supersedes() != null
            ? Optional.empty()
            : reader.askedBefore(
                submission.flow().id(),
                question,
                valid.accepted().minus(rule.within()),
                submission.caller(),
                hashes.everyHash(Use.IDEMPOTENCY_KEY, utf8(submission.key())));
    earlier.ifPresent(before -> refuse(rule, submission, before));
    return new ValidInquiry(
        submission,
        valid.kind(),
        valid.question(),
        valid.leaving(),
        valid.accepted(),
        valid.deadline(),
        new Asked(question, earlier.map(Inquiry::id).orElse(null)));
  }

  /** Another caller's inquiry is never handed back, and refusing for it would tell of it. */
  private static void refuse(AskingTwice rule, Submission submission, Inquiry before) {
    if (!before.caller().equals(submission.caller())) {
      return;
    }
    switch (rule.then()) {
      case WARN -> {}
      case EARLIER -> {
        // an inquiry of another case would leave this one waiting for its own
        if (submission.caseId() == null || submission.caseId().equals(before.caseId())) {
          throw new HandedBack(before);
        }
      }
      case REFUSE -> throw new ProblemException(Problem.ASKED_BEFORE);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
