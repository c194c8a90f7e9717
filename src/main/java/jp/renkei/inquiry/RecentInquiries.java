package jp.renkei.inquiry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.renkei.ledger.ClaimListener;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.Question;

/**
 * What this node accepted, or claimed, a moment ago, so that a reply that comes soon is matched
 * without reading what has only just been written or read. Nothing depends on it: what is not here
 * stands in the ledger. It knows what was asked and when it was sent; what has ended is forgotten,
 * so that the room is for those whose reply is still to come.
 */
public final class RecentInquiries implements ClaimListener {

  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Cache<String, Recent> byNumber =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(LONGEST)
          // it tidies up where it is used: to wake another thread for it costs more
          .executor(Runnable::run)
          .build();

  /** Remembers an inquiry that has been committed. */
  void remember(Inquiry inquiry, Question question) {
    byNumber.put(inquiry.number(), new Recent(inquiry, question, null));
  }

  @Override
  public void claimed(Inquiry inquiry, byte[] question) {
    byNumber.put(inquiry.number(), new Recent(inquiry, null, question));
  }

  /** Remembers when the agency's queue had the message first. */
  void sent(String number, Instant at) {
    byNumber
        .asMap()
        .computeIfPresent(
            number,
            (n, recent) ->
                recent.inquiry().sent() == null
                    ? new Recent(recent.inquiry().sentAt(at), recent.question(), recent.sealed())
                    : recent);
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

  /** The payload as it was asked under a number, sealed, of what was claimed. */
  Optional<byte[]> sealed(String number) {
    return Optional.ofNullable(byNumber.getIfPresent(number)).map(Recent::sealed);
  }

  private record Recent(Inquiry inquiry, Question question, byte[] sealed) {}
}
