package jp.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.renkei.ledger.Case;
import jp.renkei.ledger.CaseCount;
import jp.renkei.ledger.CaseKey;
import jp.renkei.ledger.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

  private static final String A = "assessment.a";
  private static final String B = "assessment.b";

  @ParameterizedTest
  @CsvSource({
    "ANSWERED, ANSWERED, true",
    "MANUAL, ANSWERED, true",
    "PARTIAL, PARTIAL, true",
    "NO_DATA, NO_DATA, false",
    "NOT_IDENTIFIED, NOT_ANSWERED, false",
    "WITHHELD, NOT_ANSWERED, false",
    "REJECTED, NOT_ANSWERED, false",
    "EXPIRED, NOT_ANSWERED, false",
    "FAILED, NOT_ANSWERED, false",
    "CANCELLED, NOT_ANSWERED, false",
    ", OPEN, false"
  })
  void anOutcomeIsAnAnswerOrNot(Outcome outcome, Standing standing, boolean ready) {
    Readiness readiness = readiness(List.of(A), count(A, outcome, false));

    assertThat(readiness.flows()).extracting(FlowStanding::standing).containsExactly(standing);
    assertThat(readiness.isReady()).isEqualTo(ready);
    assertThat(readiness.open()).isEqualTo(outcome == null ? 1 : 0);
    assertThat(readiness.missing())
        .extracting(FlowStanding::unanswered)
        .isEqualTo(ready ? List.of() : List.of(outcome == null ? List.of() : List.of(outcome)));
  }

  @Test
  void whatIsExpectedAndNotAskedIsMissing() {
    Readiness readiness = readiness(List.of(A, B), count(A, Outcome.ANSWERED, false));

    assertThat(readiness.missing())
        .containsExactly(new FlowStanding(B, true, Standing.NOT_ASKED, List.of()));
  }

  @Test
  void ofAChainTheNewestCounts() {
    Readiness readiness =
        readiness(List.of(A), count(A, Outcome.NO_DATA, true), count(A, Outcome.ANSWERED, false));

    assertThat(readiness.isReady()).isTrue();
  }

  @Test
  void oneOfSeveralPeopleWithoutAnAnswerIsMissing() {
    Readiness readiness =
        readiness(
            List.of(A),
            count(A, Outcome.ANSWERED, false),
            count(A, Outcome.NO_DATA, false),
            count(A, Outcome.EXPIRED, false));

    assertThat(readiness.missing())
        .containsExactly(
            new FlowStanding(
                A, true, Standing.NOT_ANSWERED, List.of(Outcome.NO_DATA, Outcome.EXPIRED)));
  }

  @Test
  void whereSomethingIsExpectedTheRestIsNoMatter() {
    Readiness readiness =
        readiness(List.of(A), count(A, Outcome.ANSWERED, false), count(B, null, false));

    assertThat(readiness.isReady()).isTrue();
    assertThat(readiness.open()).isEqualTo(1);
    assertThat(
            readiness(List.of(), count(A, Outcome.ANSWERED, false), count(B, null, false))
                .isReady())
        .isFalse();
  }

  @Test
  void aCaseThatNeedsNothingIsReadyOnceItIsSealed() {
    assertThat(readiness(List.of()).isReady()).isFalse();
    assertThat(Readiness.of(its(Instant.EPOCH, List.of())).isReady()).isTrue();
  }

  private static Readiness readiness(List<String> expects, CaseCount... counts) {
    return Readiness.of(its(null, expects, counts));
  }

  private static Case its(Instant sealed, List<String> expects, CaseCount... counts) {
    return new Case(
        new CaseKey("nhi", "1"), Instant.EPOCH, sealed, null, expects, List.of(counts), List.of());
  }

  private static CaseCount count(String flow, Outcome outcome, boolean superseded) {
    return new CaseCount(flow, outcome, superseded, 1);
  }
}
