package jp.renkei.mock;

import jakarta.jms.CompletionListener;
import jakarta.jms.Message;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * An inquiry that is not acknowledged yet: it is when the broker has confirmed every reply to it,
 * and then by the session that it came from.
 */
final class JmsArrival implements CompletionListener {

  private final Message inquiry;
  private final AtomicInteger unconfirmed;
  private final Queue<Message> answered;
  private final Consumer<Exception> failed;

  /**
   * @param replies how many replies it gets, at least one
   * @param answered where the session that it came from looks for what to acknowledge
   * @param failed told when the broker did not take a reply
   */
  JmsArrival(Message inquiry, int replies, Queue<Message> answered, Consumer<Exception> failed) {
    this.inquiry = inquiry;
    this.unconfirmed = new AtomicInteger(replies);
    this.answered = answered;
    this.failed = failed;
  }

  @Override
  public void onCompletion(Message sent) {
    if (unconfirmed.decrementAndGet() == 0) {
      answered.add(inquiry);
    }
  }

  @Override
  public void onException(Message sent, Exception e) {
    failed.accept(e);
  }
}
