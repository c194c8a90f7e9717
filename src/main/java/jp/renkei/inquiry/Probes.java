package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Claims;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Pause;
import jp.renkei.ledger.Pauses;
import jp.renkei.ledger.TakeProbe;

/**
 * Sends one inquiry at a time where a path is broken or a provider stopped, with growing pauses:
 * its answer lifts the pause. The agencies of a path take turns.
 */
public final class Probes {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Catalogue catalogue;
  private final Pauses pauses;
  private final Gates gates;
  private final LedgerWriter writer;
  private final Claims claims;
  private final Outboxes outboxes;
  private final Clock clock;

  public Probes(
      Catalogue catalogue,
      Pauses pauses,
      Gates gates,
      LedgerWriter writer,
      Claims claims,
      Outboxes outboxes,
      Clock clock) {
    this.catalogue = catalogue;
    this.pauses = pauses;
    this.gates = gates;
    this.writer = writer;
    this.claims = claims;
    this.outboxes = outboxes;
    this.clock = clock;
  }

  /** Sends what is due. */
  public void send() {
    Instant now = clock.instant();
    pauses.standing().stream()
        .filter(pause -> pause.probeDue() != null && !pause.probeDue().isAfter(now))
        .forEach(pause -> send(pause, now));
  }

  private void send(Pause pause, Instant now) {
    List<Agency> waiting =
        candidates(pause).stream().filter(agency -> waits(agency, pause)).toList();
    if (waiting.isEmpty()) {
      return;
    }
    // By turns: one that is down and has a backlog must not be the only one that is tried.
    Agency agency = waiting.get(pause.probes() % waiting.size());
    Duration rest = new Backoff(Duration.ofSeconds(10), LONGEST).after(pause.probes() + 1);
    if (writer.submit(new TakeProbe(pause, now.plus(rest))).join()) {
      claims
          .claimProbe(agency.id(), pause.provider(), gates.byFile(agency))
          .ifPresent(outboxes.of(agency.id())::putProbe);
    }
  }

  private boolean waits(Agency agency, Pause pause) {
    return claims.anyToProbe(agency.id(), pause.provider(), gates.byFile(agency));
  }

  /** Agencies that would take a message but for this pause. */
  private List<Agency> candidates(Pause pause) {
    return catalogue.agencies().stream()
        .filter(agency -> pause.agency().isEmpty() || pause.agency().equals(agency.id()))
        .filter(agency -> agency.path().equals(pause.path()))
        .filter(gates::inHours)
        .filter(
            agency ->
                gates.pauses(agency).stream()
                    .noneMatch(
                        other ->
                            !other.equals(pause)
                                && other.holdsBack(agency.path(), agency.id(), pause.provider())))
        .toList();
  }
}
