package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.flow.Agency;
import jp.renkei.ledger.BeginPause;
import jp.renkei.ledger.EndPause;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Pause;
import jp.renkei.ledger.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a path does not work, from errors of sending, from replies that say so and from
 * silence, and breaks it: one alarm, and all its agencies pause. A provider that says that it is
 * stopped pauses alone. What was broken is mended by the first answer that comes, mostly to a
 * probe; a receipt is enough where nothing left or nothing was heard.
 */
public final class Breakers {

  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  /** After so long the first probe goes out. */
  private static final Duration FIRST_PROBE = Duration.ofSeconds(5);

  private static final String HUB = "hub";

  private final LedgerWriter writer;
  private final Pauses pauses;
  private final Clock clock;
  private final Instant began;
  private final Map<String, LastNews> paths = new ConcurrentHashMap<>();

  public Breakers(LedgerWriter writer, Pauses pauses, Clock clock) {
    this.writer = writer;
    this.pauses = pauses;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** An agency answered, whatever it said. */
  void answered(Agency agency, String provider) {
    news(agency).good(clock.instant());
    for (Pause pause : pauses.standing()) {
      if (pause.cause() != Pause.Cause.OPERATOR
          && pause.holdsBack(agency.path(), agency.id(), provider)) {
        end(pause);
      }
    }
  }

  /**
   * An agency has a message and gave it a receipt number: the path works both ways. Whether the
   * agency can answer is another matter, so that what its replies said still stands.
   */
  void acknowledged(Agency agency) {
    news(agency).alive(clock.instant());
    for (Pause pause : pauses.standing()) {
      if (pause.cause() == Pause.Cause.BROKEN
          && pause.path().equals(agency.path())
          && !pause.reason().startsWith(Trouble.REPLIES.name())) {
        end(pause);
      }
    }
  }

  /** A message left: where sending was the trouble, it is over. */
  void sent(Agency agency) {
    for (Pause pause : pauses.standing()) {
      if (pause.cause() == Pause.Cause.BROKEN
          && pause.path().equals(agency.path())
          && pause.reason().startsWith(Trouble.SENDING.name())) {
        news(agency).good(clock.instant());
        end(pause);
      }
    }
  }

  /** A message did not leave. */
  void notSent(Agency agency, String inquiryId, String fault) {
    bad(agency, inquiryId, Trouble.SENDING + ": " + fault);
  }

  /** A reply said that the agency cannot answer now. */
  void refused(Agency agency, String inquiryId, String replyClass) {
    bad(agency, inquiryId, Trouble.REPLIES + ": " + replyClass);
  }

  /** A provider said that it is stopped. */
  void stopped(Agency agency, String provider) {
    news(agency).good(clock.instant());
    begin(
        new Pause(
            agency.path(),
            agency.id(),
            provider,
            Pause.Cause.STOPPED,
            clock.instant(),
            HUB,
            "the provider says so",
            clock.instant().plus(FIRST_PROBE),
            0));
  }

  /** When this node heard something of an agency's path that was no trouble; long ago for never. */
  Instant heard(Agency agency) {
    Instant heard = news(agency).heard();
    return heard == null ? Instant.EPOCH : heard;
  }

  /**
   * Looks whether an agency has been silent for longer than it may be. An inquiry alone that it
   * lost, while it answered later ones, is no silence.
   *
   * @param unheard when the first inquiry was sent after which nothing was heard
   */
  void listen(Agency agency, Instant unheard) {
    Duration patience = agency.limits().patience();
    if (patience == null) {
      return;
    }
    Instant tooLongAgo = clock.instant().minus(patience);
    if (unheard.isBefore(tooLongAgo) && began.isBefore(tooLongAgo) && !broken(agency)) {
      begin(broken(agency, Trouble.SILENCE + ": nothing for " + patience));
    }
  }

  /** Whether an agency's path is broken. */
  boolean broken(Agency agency) {
    return pauses.standing().stream()
        .anyMatch(
            pause -> pause.cause() == Pause.Cause.BROKEN && pause.path().equals(agency.path()));
  }

  private void bad(Agency agency, String inquiryId, String reason) {
    if (news(agency).bad(inquiryId) && !broken(agency)) {
      begin(broken(agency, reason));
    }
  }

  private Pause broken(Agency agency, String reason) {
    return new Pause(
        agency.path(),
        "",
        "",
        Pause.Cause.BROKEN,
        clock.instant(),
        HUB,
        reason,
        clock.instant().plus(FIRST_PROBE),
        0);
  }

  private void begin(Pause pause) {
    submit(
        writer.submit(new BeginPause(pause)),
        () ->
            log.warn(
                "{} {} does not work ({}): nothing is sent there until a probe is answered"
                    + " / 障害のため送信を停止。回復は自動で確認します",
                pause.provider().isEmpty() ? "Path" : "Provider",
                pause.provider().isEmpty() ? pause.path() : pause.provider(),
                pause.reason()));
  }

  private void end(Pause pause) {
    submit(
        writer.submit(
            new EndPause(
                pause,
                clock.instant(),
                HUB,
                "after " + Duration.between(pause.since(), clock.instant()).toSeconds() + " s")),
        () ->
            log.info(
                "{} {} works again / 回復しました",
                pause.provider().isEmpty() ? "Path" : "Provider",
                pause.provider().isEmpty() ? pause.path() : pause.provider()));
  }

  private void submit(CompletableFuture<Boolean> change, Runnable tell) {
    change.thenAccept(
        changed -> {
          pauses.read();
          if (changed) {
            tell.run();
          }
        });
  }

  private LastNews news(Agency agency) {
    return paths.computeIfAbsent(agency.path(), path -> new LastNews());
  }
}
