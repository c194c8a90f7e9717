package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Reseal;
import jp.renkei.ledger.SealedContent;
import jp.renkei.ledger.SealedContents;
import jp.renkei.protection.ContentCipher.KeyLost;
import jp.renkei.protection.RotatingKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts anew what lies under older keys, a page at a turn, once for each keyset that has any;
 * then it tells that the older keys may go. Every node runs it: what its own writes left behind it
 * has seen for certain. Confined to one thread.
 */
public final class ResealContents {

  /** By then what was encrypted before the keyset was taken has been committed. */
  static final Duration SETTLED = Duration.ofMinutes(1);

  private static final int PAGE = 100;

  private static final Logger log = LoggerFactory.getLogger(ResealContents.class);

  private final RotatingKeys keys;
  private final SealedContents contents;
  private final LedgerWriter writer;
  private final Clock clock;
  private Instant begun;
  private Instant done;
  private SealedContent last;
  private int lost;

  public ResealContents(
      RotatingKeys keys, SealedContents contents, LedgerWriter writer, Clock clock) {
    this.keys = keys;
    this.contents = contents;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Goes on by a page.
   *
   * @throws RuntimeException where the ledger is away; the page is done again at the next turn
   */
  public void turn() {
    Instant since = keys.since();
    if (!keys.hasOlder() || since.equals(done) || clock.instant().isBefore(since.plus(SETTLED))) {
      return;
    }
    if (!since.equals(begun)) {
      begun = since;
      last = null;
      lost = 0;
    }
    List<SealedContent> page = contents.page(last, PAGE);
    if (page.isEmpty()) {
      end(since);
    } else {
      lost += reseal(page);
      last = page.get(page.size() - 1);
    }
  }

  private int reseal(List<SealedContent> page) {
    int unreadable = 0;
    List<CompletableFuture<Boolean>> commits = new ArrayList<>();
    for (SealedContent each : page) {
      if (!keys.isNewest(each.content())) {
        try {
          byte[] plain = keys.open(each.content(), each.boundTo());
          commits.add(writer.submit(new Reseal(each, keys.seal(plain, each.boundTo()))));
        } catch (KeyLost e) {
          unreadable++;
        }
      }
    }
    commits.forEach(CompletableFuture::join);
    return unreadable;
  }

  private void end(Instant since) {
    done = since;
    if (lost > 0) {
      log.error(
          "鍵セットのどの鍵でも開けない内容があります: {} 件 No key of the keyset opens {} contents; older keys are kept",
          lost,
          lost);
      return;
    }
    keys.noteOlderUnused(since);
    log.info("旧い鍵の内容はなくなりました。Nothing lies under older keys of the keyset any more");
  }
}
