package jp.renkei.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.inquiry.CallerMessage;
import jp.renkei.inquiry.DeadLetter;
import jp.renkei.inquiry.Deliveries;
import jp.renkei.inquiry.Refusal;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Caller;
import jp.renkei.protection.ContentCipher.KeyLost;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.MessageCipher.NotDecipherable;
import jp.renkei.protection.Users;
import org.springframework.dao.DataAccessException;

/**
 * What the doors by queue have alike: the caller is whom the broker says, and is told on its own
 * queue what came of each of its messages. What cannot be taken now comes again by the broker; what
 * fails again and again for a reason nobody foresaw is a dead letter.
 */
final class TakeMessage {

  /** How often the unforeseen may happen to one message. */
  private static final int MOST_TIMES = 5;

  private static final int UNAVAILABLE = 503;
  private static final Duration KEEP_ANSWER = Duration.ofDays(30);

  private final Map<String, Caller> callers;
  private final ReadBody bodies = new ReadBody();
  private final MessageCipher messages;
  private final Deliveries deliveries;
  private final RefusalListener refusals;
  private final ObjectMapper json;

  TakeMessage(
      Users users,
      MessageCipher messages,
      Deliveries deliveries,
      RefusalListener refusals,
      ObjectMapper json) {
    this.callers =
        users.callers().stream().collect(Collectors.toMap(Caller::brokerUser, Function.identity()));
    this.messages = messages;
    this.deliveries = deliveries;
    this.refusals = refusals;
    this.json = json;
  }

  /** What one door does with a message. */
  @FunctionalInterface
  interface Door {

    /**
     * Takes it; completes when what is to be done is durable.
     *
     * @throws ProblemException where it is refused; the future may fail with one, too
     */
    CompletableFuture<Answer> enter(Caller caller, CallerMessage incoming);
  }

  /**
   * What a sender is told.
   *
   * @param type what it is, with its version
   * @param inquiryId the inquiry that it is about, or null
   */
  record Answer(String type, String inquiryId, ObjectNode body) {}

  /**
   * Takes a message at a door; completes when what is to be done and what its sender is told are
   * both durable.
   *
   * @throws DeadLetter where nobody can be told, or the hub itself fails at it every time
   */
  CompletableFuture<Void> take(CallerMessage incoming, Door door) {
    Caller caller = callers.get(incoming.user());
    if (caller == null) {
      throw new DeadLetter("its sender is no caller");
    }
    return entered(caller, incoming, door)
        .handle((told, failure) -> failure == null ? told : refused(incoming, unwrapped(failure)))
        .thenCompose(answer -> tell(caller, incoming, answer));
  }

  private CompletableFuture<Answer> entered(Caller caller, CallerMessage incoming, Door door) {
    try {
      refuseUnread(caller, incoming);
      return door.enter(caller, incoming);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void refuseUnread(Caller caller, CallerMessage incoming) {
    if (incoming.fault() != null) {
      throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, "", incoming.fault());
    }
    if (incoming.replyTo() != null && !incoming.replyTo().equals(caller.replies())) {
      throw new ProblemException(
          Problem.BAD_PARAMETER, "JMSReplyTo", "not " + caller.replies() + ", and not left out");
    }
  }

  /**
   * A message's body, decrypted where it is encrypted, of at most so many bytes.
   *
   * @throws ProblemException where it is none
   */
  ObjectNode body(Caller caller, CallerMessage incoming, int most) {
    return bodies.read(opened(caller, incoming), most);
  }

  private byte[] opened(Caller caller, CallerMessage incoming) {
    if (incoming.keyId() == null) {
      return incoming.body();
    }
    try {
      return messages.decrypt(caller.brokerUser(), incoming.keyId(), incoming.body());
    } catch (NotDecipherable e) {
      throw new ProblemException(Problem.MALFORMED, "", "not decipherable: " + e.getMessage());
    }
  }

  /** What the sender is told of a refusal; what is no refusal is thrown. */
  private Answer refused(CallerMessage incoming, Throwable failure) {
    if (failure instanceof ProblemException problem && problem.problem().status() != UNAVAILABLE) {
      refusals.refused(problem.problem());
      return new Answer("problem/1.0", null, Refusal.body(problem.problem(), problem.faults()));
    }
    boolean foreseen =
        failure instanceof ProblemException
            || failure instanceof LedgerUnavailable
            || failure instanceof DataAccessException
            // a keyset that came back opens it
            || failure instanceof KeyLost;
    if (foreseen || incoming.times() < MOST_TIMES) {
      throw new CompletionException(failure);
    }
    throw new DeadLetter(failure.getClass().getSimpleName());
  }

  private CompletableFuture<Void> tell(Caller caller, CallerMessage incoming, Answer answer) {
    return deliveries.promise(
        caller,
        caller.replies(),
        new Deliveries.What(
            answer.type(),
            "answer/" + incoming.id(),
            incoming.correlation(),
            answer.inquiryId(),
            KEEP_ANSWER),
        bytes(answer.body()));
  }

  private byte[] bytes(ObjectNode body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written", e);
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
