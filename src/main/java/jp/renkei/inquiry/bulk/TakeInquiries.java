package jp.renkei.inquiry.bulk;

import java.io.IOException;
import java.time.Duration;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submit;

/**
 * Takes inquiries that come one behind the other, in lane BULK, each as the single door would. Of
 * one caller's, {@value #IN_FLIGHT} at most are on their way to the ledger: that fills its groups,
 * and keeps the counter waiting for two of them at most. What comes faster is read slower.
 *
 * <p>A line that the hub cannot take now is tried again while there is patience, {@value
 * #PATIENCE_SECONDS} seconds for all lines together; afterwards it is told so, and where {@value
 * #IN_FLIGHT} in a row are, the whole ends. What was accepted stays, and is recognised when it
 * comes again.
 */
public final class TakeInquiries {

  static final int IN_FLIGHT = 512;
  static final int PATIENCE_SECONDS = 30;

  private final ReadSubmission submissions;
  private final Submit submit;
  private final Pauser pauser;

  public TakeInquiries(ReadSubmission submissions, Submit submit) {
    this(submissions, submit, pause -> Thread.sleep(pause.toMillis()));
  }

  TakeInquiries(ReadSubmission submissions, Submit submit, Pauser pauser) {
    this.submissions = submissions;
    this.submit = submit;
    this.pauser = pauser;
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Pauser {
    void pause(Duration pause) throws InterruptedException;
  }

  /**
   * Takes them all.
   *
   * @param results is told of each, in their order; a repeated key is settled after the first
   * @throws IOException where they break off, or the listener fails
   * @throws jp.renkei.problem.ProblemException {@code UNAVAILABLE} where the hub takes none now
   */
  public void take(String caller, PostedInquiries inquiries, ResultListener results)
      throws IOException {
    InFlight inFlight = new InFlight(submit, pauser, results);
    for (Posted posted = inquiries.next(); posted != null; posted = inquiries.next()) {
      inFlight.add(submissions, caller, posted);
    }
    inFlight.settleAll();
  }
}
