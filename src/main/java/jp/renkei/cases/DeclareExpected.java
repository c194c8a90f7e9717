package jp.renkei.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.ledger.Case;
import jp.renkei.ledger.CaseKey;
import jp.renkei.ledger.Cases;
import jp.renkei.ledger.DeclareCase;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Says what a case needs, and that it needs no more. */
public final class DeclareExpected {

  private final Catalogue catalogue;
  private final LedgerWriter writer;
  private final Cases cases;
  private final Clock clock;

  public DeclareExpected(Catalogue catalogue, LedgerWriter writer, Cases cases, Clock clock) {
    this.catalogue = catalogue;
    this.writer = writer;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Declares; without effect where all of it is declared already.
   *
   * @param expects flows that it needs, beside those of before
   * @param sealed whether it needs no more; null leaves that as it is
   * @param who the user
   * @throws ProblemException {@code UNKNOWN_FLOW}, {@code FLOW_NOT_PERMITTED}, or {@code
   *     CASE_SEALED} where it is sealed and expects less, or is to be opened again
   */
  public void declare(CaseKey key, List<String> expects, Boolean sealed, String who) {
    Instant now = clock.instant();
    refuseUnknown(expects);
    refuseForeign(key.caller(), expects, now);
    DeclareCase command =
        new DeclareCase(key, new LinkedHashSet<>(expects), Boolean.TRUE.equals(sealed), now, who);
    boolean sealedBefore = writer.submit(command).join() == DeclareCase.Result.SEALED_BEFORE;
    if (sealedBefore || (Boolean.FALSE.equals(sealed) && isSealed(key))) {
      throw new ProblemException(Problem.CASE_SEALED);
    }
  }

  private boolean isSealed(CaseKey key) {
    return cases.find(key, 0).map(Case::sealed).isPresent();
  }

  private void refuseUnknown(List<String> expects) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < expects.size(); i++) {
      if (catalogue.flow(expects.get(i)).isEmpty()) {
        faults.add(new Fault("/expects/" + i, "not in the catalogue"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.UNKNOWN_FLOW, faults);
    }
  }

  /** What a caller may not ask, no case of it can wait for; that it tried is an event. */
  private void refuseForeign(String caller, List<String> expects, Instant now) {
    LocalDate today = JapaneseTime.dayOf(now);
    Optional<Flow> foreign =
        expects.stream()
            .map(flow -> catalogue.flow(flow).orElseThrow())
            .filter(flow -> flow.permission(caller).filter(line -> line.isValidOn(today)).isEmpty())
            .findFirst();
    if (foreign.isPresent()) {
      Flow flow = foreign.get();
      String detail = Problem.FLOW_NOT_PERMITTED.code();
      writer.submit(
          new Note(
              new Event(
                  null, flow.id(), flow.agency().id(), now, EventKind.REFUSED, caller, detail)));
      throw new ProblemException(Problem.FLOW_NOT_PERMITTED);
    }
  }
}
