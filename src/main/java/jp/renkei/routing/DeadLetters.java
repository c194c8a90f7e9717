package jp.renkei.routing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import jp.renkei.inquiry.CallerMessage;
import jp.renkei.inquiry.DeadLetter;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.protection.IndividualNumbersInText;

/**
 * Puts aside what can be neither taken nor answered, so that it neither gets lost nor comes again
 * for ever: the message as it came, with the reason, in the broker's dead letters, and an event. A
 * body with an individual number (個人番号) does not go there.
 */
public final class DeadLetters implements AutoCloseable {

  private static final byte[] NOTHING = {};

  private final JmsSender sender;
  private final LedgerWriter writer;
  private final Clock clock;

  DeadLetters(JmsSender sender, LedgerWriter writer, Clock clock) {
    this.sender = sender;
    this.writer = writer;
    this.clock = clock;
  }

  /** Completes when the broker has it and the event is durable. */
  public CompletableFuture<Void> bury(CallerMessage incoming, Exception failure) {
    DeadLetter why = DeadLetter.in(failure);
    String from = incoming.user() == null ? "nobody" : incoming.user();
    return sender
        .send(
            new Outgoing(
                body(incoming.body()),
                incoming.correlation(),
                "dead/1.0",
                incoming.keyId(),
                "dead/" + incoming.id(),
                null,
                why.why()))
        .thenCompose(
            sent ->
                writer.submit(
                    new Note(
                        new Event(
                            null,
                            null,
                            null,
                            clock.instant(),
                            EventKind.MESSAGE_DEAD,
                            from,
                            incoming.queue() + ": " + why.why()))));
  }

  private static byte[] body(byte[] came) {
    return IndividualNumbersInText.isIn(new String(came, StandardCharsets.UTF_8)) ? NOTHING : came;
  }

  @Override
  public void close() {
    sender.close();
  }
}
