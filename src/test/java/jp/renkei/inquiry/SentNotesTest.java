package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.ledger.MarkSent;
import jp.renkei.ledger.MovableClock;
import jp.renkei.ledger.SendWork;
import org.junit.jupiter.api.Test;

class SentNotesTest {

  private static final Instant SENT = Instant.parse("2026-11-22T01:00:00Z");

  private final List<MarkSent> written = new ArrayList<>();
  private final MovableClock clock = new MovableClock(SENT);
  private CompletableFuture<MarkSent.Result> told =
      CompletableFuture.completedFuture(MarkSent.Result.SENT);
  private final SentNotes notes =
      new SentNotes(
          command -> {
            written.add(command);
            return told;
          },
          clock);

  @Test
  void aReplyIsGivenAMomentToComeFirst() {
    notes.add(work("a"), SENT);
    notes.add(work("b"), SENT);
    clock.pass(SentNotes.MOMENT.minusMillis(1));
    notes.write();
    assertThat(written).isEmpty();

    notes.forget("b");
    clock.pass(Duration.ofMillis(1));
    notes.write();
    notes.write();

    assertThat(written)
        .containsExactly(new MarkSent("a", "a.flow", "mhlw", 2, SENT.minusSeconds(1), SENT));
  }

  @Test
  void aStopWritesWhatIsLeft() {
    notes.add(work("a"), SENT);

    notes.close();

    assertThat(written).extracting(MarkSent::inquiryId).containsExactly("a");
  }

  @Test
  void aStopGoesOnWhereTheLedgerIsAway() {
    told = CompletableFuture.failedFuture(new LedgerUnavailable("away", null));
    notes.add(work("a"), SENT);

    notes.close();

    assertThat(written).hasSize(1);
  }

  private static SendWork work(String id) {
    return new SendWork(
        id,
        "number",
        "nhi",
        "a.flow",
        "mhlw",
        null,
        Lane.SINGLE,
        2,
        0,
        SENT.minusSeconds(1),
        SENT.plus(Duration.ofDays(1)),
        SENT.plusSeconds(30),
        false,
        new byte[0]);
  }
}
