package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.EventRow;
import jp.renkei.protection.evidence.Head;
import jp.renkei.protection.evidence.HeadFile;
import jp.renkei.protection.evidence.Heads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger promises of its seals, the same on every database. */
abstract class SealContract {

  @TempDir Path evidence;
  private LedgerFixture ledger;
  private SealEvents seals;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    seals = ledger.seals("node-1");
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void everyEventIsSealedOnceInTheOrderOfItsId() {
    IntStream.range(0, 3).forEach(i -> ledger.accepted());

    assertThat(seals.seal()).isEmpty();

    assertThat(sealed()).containsExactlyElementsOf(ids("event"));
    Block block = blocks().get(0);
    assertThat(blocks()).hasSize(1);
    assertThat(block.number()).isEqualTo(1);
    assertThat(block.count()).isEqualTo(3);
    assertThat(block.previous()).isEqualTo(Block.NONE);
    assertThat(block).isEqualTo(Block.after(null, hashes(), ledger.clock.instant()));
  }

  @Test
  void blocksChain() {
    ledger.accepted();
    seals.seal();
    ledger.clock.pass(Duration.ofSeconds(1));
    ledger.accepted();
    ledger.accepted();

    seals.seal();

    assertThat(blocks()).hasSize(2);
    Block first = blocks().get(0);
    assertThat(blocks().get(1))
        .isEqualTo(Block.after(first, hashes().subList(1, 3), ledger.clock.instant()));
  }

  @Test
  void whereNothingHappenedNothingIsSealed() {
    seals.seal();
    ledger.accepted();
    seals.seal();
    seals.seal();

    assertThat(blocks()).hasSize(1);
  }

  @Test
  void aBlockHasAThousandAtMostAndARoundSealsAll() {
    note(2_001);

    assertThat(seals.seal()).isEmpty();

    assertThat(blocks()).extracting(Block::count).containsExactly(1_000, 1_000, 1);
    assertThat(sealed()).hasSize(2_001).doesNotHaveDuplicates();
  }

  /** Its number is lower and its commit later: it is sealed because it is not yet sealed. */
  @Test
  void whatIsCommittedAfterALaterNumberIsSealedToo() throws Exception {
    try (Connection late = ledger.pool.getConnection()) {
      late.setAutoCommit(false);
      EventRows.insert(late, List.of(event("late")));
      note(1);
      seals.seal();
      ledger.clock.pass(SealEvents.SWEEP_PERIOD);
      note(1);
      seals.seal();
      assertThat(sealed()).containsExactly(2L, 3L);

      late.commit();
      late.setAutoCommit(true);
    }
    ledger.clock.pass(SealEvents.SWEEP_PERIOD);
    assertThat(seals.seal()).isEmpty();

    assertThat(sealed()).containsExactly(2L, 3L, 1L);
  }

  @Test
  void whatIsMissingIsLookedForAsLongAsATransactionMayLast() throws Exception {
    try (Connection late = ledger.pool.getConnection()) {
      late.setAutoCommit(false);
      note(2);
      EventRows.insert(late, List.of(event("late")));
      note(2);
      seals.seal();
      assertThat(swept()).isEqualTo(2);

      ledger.clock.pass(SeenNumbers.LONGEST_TRANSACTION.minusSeconds(1));
      seals.seal();
      assertThat(swept()).isEqualTo(2);

      ledger.clock.pass(SealEvents.SWEEP_PERIOD);
      seals.seal();
      assertThat(swept()).isEqualTo(5);
      late.rollback();
    }
  }

  /** Whoever takes over knows only up to where all was settled, and finds the missing one. */
  @Test
  void whatIsMissingIsFoundByWhoeverTakesOver() throws Exception {
    try (Connection late = ledger.pool.getConnection()) {
      late.setAutoCommit(false);
      note(1);
      EventRows.insert(late, List.of(event("late")));
      note(2_100);
      seals.seal();
      late.commit();
      late.setAutoCommit(true);
    }
    note(1);

    assertThat(ledger.seals("node-1").seal()).isEmpty();

    assertThat(sealed()).hasSize(2_103).doesNotHaveDuplicates().endsWith(2L, 2_103L);
  }

  /**
   * Else it would read again all that was sealed since it started, and intake would wait for it.
   */
  @Test
  void whoeverTakesOverDoesNotReadAgainWhatIsSettled() {
    SealEvents other = ledger.seals("node-2");
    note(1);
    seals.seal();
    other.seal();
    ledger.clock.pass(SealEvents.SWEEP_PERIOD);
    note(1);
    seals.seal();
    ledger.jdbc.sql("delete from event_seal where event_id = 1").update();
    note(1);
    ledger.clock.pass(SealTurn.LEASE);

    assertThat(other.seal()).isEmpty();

    assertThat(sealed()).containsExactly(2L, 3L);
  }

  @Test
  void moreThanABlockOfMissingOnesIsSealed() throws Exception {
    try (Connection late = ledger.pool.getConnection()) {
      late.setAutoCommit(false);
      EventRows.insert(late, IntStream.range(0, 1_500).mapToObj(i -> event("late " + i)).toList());
      note(1);
      seals.seal();
      late.commit();
      late.setAutoCommit(true);
    }
    note(1);
    ledger.clock.pass(SealEvents.SWEEP_PERIOD);

    assertThat(seals.seal()).isEmpty();

    assertThat(sealed()).hasSize(1_502).doesNotHaveDuplicates().startsWith(1_501L).endsWith(1_502L);
    assertThat(blocks()).extracting(Block::count).containsExactly(1, 1_000, 501);
  }

  @Test
  void oneNodeAtATimeSealsAndAnotherTakesOverWhenItIsDead() {
    SealEvents other = ledger.seals("node-2");
    note(1);
    seals.seal();
    note(1);
    Instant happened = ledger.clock.instant();

    ledger.clock.pass(SealTurn.LEASE.minusSeconds(1));
    assertThat(other.seal()).contains(happened);
    assertThat(blocks()).hasSize(1);

    ledger.clock.pass(Duration.ofSeconds(1));
    assertThat(other.seal()).isEmpty();
    assertThat(blocks()).hasSize(2);
    note(1);
    assertThat(seals.seal()).as("it is no longer its turn").isNotEmpty();
  }

  @Test
  void aNodeThatStartsAgainGoesOnAtOnce() {
    note(1);
    seals.seal();
    note(1);

    assertThat(ledger.seals("node-1").seal()).isEmpty();

    assertThat(blocks()).hasSize(2);
  }

  @Test
  void twoAtOnceNeverFork() {
    note(50);
    List<Thread> nodes =
        IntStream.range(0, 4)
            .mapToObj(i -> new Thread(() -> ledger.seals("node").seal(), "sealing " + i))
            .toList();
    nodes.forEach(Thread::start);
    nodes.forEach(SealContract::join);

    assertThat(sealed()).hasSize(50).doesNotHaveDuplicates();
    assertThat(blocks()).extracting(Block::count).containsExactly(50);
  }

  @Test
  void sealingSeesHowFarItIsBehind() {
    SealLag lag = new SealLag(() -> 0);
    SealEvents other = ledger.seals("node-2", lag);
    note(1);
    seals.seal();
    note(1);
    ledger.clock.pass(SealTurn.LEASE.minusSeconds(1));

    other.seal();
    assertThat(lag.now()).isEqualTo(SealTurn.LEASE.minusSeconds(1));

    ledger.clock.pass(Duration.ofSeconds(1));
    other.seal();
    assertThat(lag.now()).isZero();
  }

  /** Nobody can tell any more how old what is unsealed is: it is not told as sealed. */
  @Test
  void sealingThatCannotWorkSeesNothing() {
    AtomicLong tick = new AtomicLong();
    SealLag lag = new SealLag(tick::get);
    SealEvents failing = ledger.seals("node-1", lag);
    note(1);
    ledger.jdbc.sql("alter table event_block rename to away").update();
    tick.set(SealLag.LONGEST.toNanos() + 1);

    assertThatThrownBy(failing::seal).isInstanceOf(LedgerUnavailable.class);
    assertThat(lag.isTooLong()).isTrue();

    ledger.jdbc.sql("alter table away rename to event_block").update();
    failing.seal();
    assertThat(lag.isTooLong()).isFalse();
    assertThat(sealed()).hasSize(1);
  }

  @Test
  void aHeadADayIsKeptByJapaneseDays() {
    HeadFile file = new HeadFile(evidence.resolve("deep").resolve(HeadFile.NAME));
    KeepHead keeping = new KeepHead(ledger.jdbc, ledger.gate, file, ledger.clock);
    keeping.keep();
    assertThat(file.read()).isEqualTo(Heads.NONE);

    note(1);
    seals.seal();
    keeping.keep();
    note(1);
    seals.seal();
    keeping.keep();
    ledger.clock.pass(Duration.ofHours(13));
    seals.seal();
    keeping.keep();
    assertThat(file.read().known()).containsExactly(Head.of(blocks().get(0)));

    // 00:00 in Japan
    ledger.clock.pass(Duration.ofHours(1));
    keeping.keep();
    keeping.keep();
    note(1);
    seals.seal();
    keeping.keep();
    keeping.keep();

    assertThat(file.read()).isEqualTo(new Heads(blocks().stream().map(Head::of).toList(), true));
  }

  private static void join(Thread thread) {
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Event event(String detail) {
    return new Event(null, null, "mhlw", ledger.clock.instant(), EventKind.REFUSED, "nhi", detail);
  }

  private void note(int events) {
    IntStream.range(0, events)
        .mapToObj(i -> ledger.writer.submit(new Note(event("照会 " + i))))
        .toList()
        .forEach(LedgerFixture::done);
  }

  private List<Block> blocks() {
    return ledger
        .jdbc
        .sql("select " + EvidenceRows.BLOCK + " from event_block b order by b.number")
        .query((row, n) -> EvidenceRows.block(row))
        .list();
  }

  /** The hashes of all events, as they lie in the ledger. */
  private List<String> hashes() {
    return ledger
        .jdbc
        .sql("select " + EvidenceRows.EVENT + " from event e order by e.id")
        .query((row, n) -> EvidenceRows.event(row))
        .list()
        .stream()
        .map(EventRow::hash)
        .toList();
  }

  private List<Long> sealed() {
    return ledger
        .jdbc
        .sql("select event_id from event_seal order by block, position")
        .query(Long.class)
        .list();
  }

  private List<Long> ids(String table) {
    return ledger.jdbc.sql("select id from " + table + " order by id").query(Long.class).list();
  }

  private long swept() {
    return ledger.jdbc.sql("select swept from seal_turn").query(Long.class).single();
  }
}
