package jp.renkei.routing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.SendWork;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Takes work from an outbox and sends it down the route, at most so many at once. Suspended, it
 * takes nothing: what waits stays in the ledger, and what was claimed is claimed again when it
 * resumes.
 */
final class LedgerConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

  private static final long POLL_MILLIS = 200;

  private final Outbox outbox;
  private final int most;
  private final Semaphore inFlight;
  private Thread thread;

  LedgerConsumer(LedgerEndpoint endpoint, Processor processor, Outbox outbox, int inFlight) {
    super(endpoint, processor);
    this.outbox = outbox;
    this.most = inFlight;
    this.inFlight = new Semaphore(inFlight);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    thread = new Thread(this::consume, "renkei-send-" + outbox.agency());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    thread.join(TimeUnit.SECONDS.toMillis(5));
  }

  @Override
  protected void doSuspend() {
    // the loop sees it; the thread stays
  }

  @Override
  protected void doResume() {
    // the loop sees it
  }

  private void consume() {
    while (isRunAllowed() && !isStoppingOrStopped()) {
      try {
        if (isSuspendingOrSuspended()) {
          TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } else if (inFlight.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          SendWork work = outbox.next(POLL_MILLIS);
          if (work == null) {
            inFlight.release();
          } else {
            send(work);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void send(SendWork work) {
    Exchange exchange = createExchange(false);
    exchange.getIn().setBody(work);
    getAsyncProcessor()
        .process(
            exchange,
            doneSync -> {
              inFlight.release();
              outbox.free();
              if (exchange.getException() != null) {
                getExceptionHandler()
                    .handleException(
                        "Inquiry " + work.inquiryId() + " was not sent on",
                        exchange,
                        exchange.getException());
              }
              releaseExchange(exchange, false);
            });
  }

  @Override
  public boolean deferShutdown(ShutdownRunningTask task) {
    return false;
  }

  @Override
  public int getPendingExchangesSize() {
    return most - inFlight.availablePermits();
  }

  @Override
  public void prepareShutdown(boolean suspendOnly, boolean forced) {
    // nothing to prepare: what is not sent stays in the ledger
  }
}
