package jp.renkei.inquiry;

import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.ledger.BeginPause;
import jp.renkei.ledger.EndPause;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Pause;
import jp.renkei.ledger.Pauses;

/** What an operator does to an agency: pause it, or let it go on. Every node obeys. */
public final class Operating {

  private final LedgerWriter writer;
  private final Pauses pauses;
  private final Gates gates;
  private final Clock clock;

  public Operating(LedgerWriter writer, Pauses pauses, Gates gates, Clock clock) {
    this.writer = writer;
    this.pauses = pauses;
    this.gates = gates;
    this.clock = clock;
  }

  /**
   * Pauses an agency, or one of its providers; without effect where it is paused already.
   *
   * @param provider its code, or empty
   * @param who the user
   */
  public void pause(Agency agency, String provider, String who, String reason) {
    writer
        .submit(
            new BeginPause(
                new Pause(
                    agency.path(),
                    agency.id(),
                    provider,
                    Pause.Cause.OPERATOR,
                    clock.instant(),
                    who,
                    reason,
                    null,
                    0)))
        .join();
    pauses.read();
  }

  /**
   * Lets an agency, or one of its providers, go on: lifts the operator's pause, and what the hub
   * itself holds against it. What is still broken breaks again.
   */
  public void resume(Agency agency, String provider, String who, String reason) {
    List<Pause> standing =
        gates.pauses(agency).stream()
            .filter(pause -> provider.isEmpty() || pause.provider().equals(provider))
            .toList();
    for (Pause pause : standing) {
      writer.submit(new EndPause(pause, clock.instant(), who, reason)).join();
    }
    pauses.read();
  }
}
