package jp.renkei.inquiry;

import java.util.function.Predicate;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Backlog;
import jp.renkei.ledger.Claims;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Pauses;

/**
 * What the dispatch routes do many times a second: obey the pauses, take what may leave out of the
 * ledger, and set right what is counted in memory. Each may run on every node, and twice.
 */
public final class Dispatching {

  private final Catalogue catalogue;
  private final Pauses pauses;
  private final Gates gates;
  private final Breakers breakers;
  private final Probes probes;
  private final Claims claims;
  private final Outboxes outboxes;
  private final Backlog backlog;
  private final Sending sending;
  private final SentNotes notes;

  public Dispatching(
      Catalogue catalogue,
      Pauses pauses,
      Gates gates,
      Breakers breakers,
      Probes probes,
      Claims claims,
      Outboxes outboxes,
      Backlog backlog,
      Sending sending,
      SentNotes notes) {
    this.catalogue = catalogue;
    this.pauses = pauses;
    this.gates = gates;
    this.breakers = breakers;
    this.probes = probes;
    this.claims = claims;
    this.outboxes = outboxes;
    this.backlog = backlog;
    this.sending = sending;
    this.notes = notes;
  }

  /** Reads the pauses, which another node may have begun or ended. */
  public void pauses() {
    pauses.read();
    catalogue.agencies().stream()
        .filter(gates::suspended)
        .map(agency -> outboxes.of(agency.id()))
        .forEach(sending::release);
  }

  /** Takes what may leave out of the ledger, such as what is to be tried again. */
  public void recovery() {
    outboxes.all().forEach(outbox -> claim(outbox, lane -> true));
  }

  /** The same where new inquiries queue behind older ones, and so more often. */
  public void backlog() {
    outboxes.all().stream()
        .filter(outbox -> outbox.behind())
        .forEach(outbox -> claim(outbox, outbox::behind));
  }

  private void claim(Outbox outbox, Predicate<Lane> lanes) {
    claims.claim(outbox, gates.admission(outbox.agency()).of(lanes));
  }

  /** Sends probes where a path is broken or a provider stopped. */
  public void probes() {
    probes.send();
  }

  /** Counts what the agencies owe: against their windows, and against their silence. */
  public void owed() {
    for (Outbox outbox : outboxes.all()) {
      catalogue.agency(outbox.agency()).ifPresent(agency -> count(agency, outbox));
    }
  }

  private void count(Agency agency, Outbox outbox) {
    Backlog.Owed owed = backlog.owed(agency.id(), breakers.heard(agency));
    outbox.count(owed.inquiries() + notes.of(agency.id()));
    if (owed.unheard() != null) {
      breakers.listen(agency, owed.unheard());
    }
  }
}
