package jp.renkei.routing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Takes work from its source and sends it down the route, at most so many at once and so many a
 * second. Suspended, it takes nothing but probes: what waits stays in the ledger, and what was
 * claimed is claimed again when it resumes.
 */
final class LedgerConsumer<W> extends DefaultConsumer implements Suspendable, ShutdownAware {

  private static final long POLL_MILLIS = 200;

  private final WorkSource<W> source;
  private final Semaphore places;
  private final Pace pace;
  private final AtomicInteger inFlight = new AtomicInteger();
  private Thread thread;

  LedgerConsumer(
      LedgerEndpoint endpoint, Processor processor, WorkSource<W> source, int inFlight, Pace pace) {
    super(endpoint, processor);
    this.pace = pace;
    this.source = source;
    this.places = new Semaphore(inFlight);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    thread = new Thread(this::consume, "renkei-send-" + source.name());
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
        probe();
        if (isSuspendingOrSuspended()) {
          TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } else if (places.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          take();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void probe() throws InterruptedException {
    W probe = source.probe();
    if (probe != null) {
      places.acquire();
      send(probe);
    }
  }

  private void take() throws InterruptedException {
    W work = source.next(POLL_MILLIS);
    if (work != null && isStarted()) {
      pace.await();
      send(work);
      return;
    }
    places.release();
    if (work != null) {
      // suspended or stopped while it waited: what came in that moment stays where it was
      source.putBack(work);
    }
  }

  private void send(W work) {
    inFlight.incrementAndGet();
    Exchange exchange = createExchange(false);
    exchange.getIn().setBody(work);
    // what a fault on the way gives back
    exchange.setProperty("work", work);
    getAsyncProcessor()
        .process(
            exchange,
            doneSync -> {
              inFlight.decrementAndGet();
              places.release();
              source.done(work);
              if (exchange.getException() != null) {
                getExceptionHandler()
                    .handleException(
                        source.described(work) + " was not sent on",
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
    return inFlight.get();
  }

  @Override
  public void prepareShutdown(boolean suspendOnly, boolean forced) {
    // nothing to prepare: what is not sent stays in the ledger
  }
}
