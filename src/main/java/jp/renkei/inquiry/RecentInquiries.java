package jp.renkei.inquiry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.Question;

/**
 * What this node accepted a moment ago, so that a reply that comes soon is matched without reading
 * and decrypting what has only just been written. Nothing depends on it: what is not here stands in
 * the ledger. It knows what was asked and when it was sent; what has ended is forgotten, so that
 * the room is for those whose reply is still to come.
 */
public final class RecentInquiries {

  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Cache<String, Recent> byNumber =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  /** Remembers an inquiry that has been committed. */
  void remember(Inquiry inquiry, Question question) {
    byNumber.put(inquiry.number(), new Recent(inquiry, question));
  }

  /** Remembers when the agency's queue had the message. */
  void sent(String number, Instant at) {
    byNumber
        .asMap()
        .computeIfPresent(
            number, (n, recent) -> new Recent(recent.inquiry().sentAt(at), recent.question()));
  }

  /** Forgets an inquiry that has ended. */
  void forget(String number) {
    byNumber.invalidate(number);
  }

  /** The inquiry with a number, as it was when it was accepted or sent. */
  Optional<Inquiry> inquiry(String number) {
    return Optional.ofNullable(byNumber.getIfPresent(number)).map(Recent::inquiry);
  }

  /** What was asked under a number. */
  Optional<Question> question(String number) {
    return Optional.ofNullable(byNumber.getIfPresent(number)).map(Recent::question);
  }

  private record Recent(Inquiry inquiry, Question question) {}
}
