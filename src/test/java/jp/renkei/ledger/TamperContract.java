package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.HeadFile;
import jp.renkei.protection.evidence.SealFault;
import jp.renkei.protection.evidence.SealFault.Kind;
import jp.renkei.protection.evidence.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever owns the database changes what he likes, and the verification names it, the same on every
 * database. Events 1 to 9 are sealed in blocks of three.
 */
abstract class TamperContract {

  @TempDir Path evidence;
  private LedgerFixture ledger;
  private SealEvents seals;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void sealThreeBlocks() throws Exception {
    ledger = open();
    seals = ledger.seals("node");
    for (int block = 0; block < 3; block++) {
      note(3);
      seals.seal();
      ledger.clock.pass(Duration.ofSeconds(1));
    }
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void whatNobodyTouchedIsGood() {
    Verification good = verify();

    assertThat(good.ok()).isTrue();
    assertThat(good.faults()).isEmpty();
    assertThat(good.blocks()).isEqualTo(3);
    assertThat(good.events()).isEqualTo(9);
    assertThat(good.sealedTo()).isEqualTo(ledger.clock.instant().minusSeconds(1));
  }

  @Test
  void whatIsNotYetSealedIsNoFault() {
    note(2);

    assertThat(verify().ok()).isTrue();
  }

  @Test
  void anEmptyLedgerIsGood() {
    sql("delete from event_seal");
    sql("delete from event_block");
    sql("delete from event");

    assertThat(verify()).isEqualTo(new Verification(0, 0, null, 0, 0, List.of()));
  }

  @Test
  void everyColumnOfAnEvent() {
    for (String change :
        List.of(
            "inquiry_id = 'other'",
            "flow = 'other'",
            "agency = null",
            "at = at + interval '1' second",
            "what = 'ENDED'",
            "who = 'other'",
            "detail = detail || ' '")) {
      sql("create table kept as select * from event");
      sql("update event set " + change + " where id = 5");

      assertThat(verify().faults()).as(change).containsExactly(event(Kind.EVENT_CHANGED, 2, 2, 5));

      sql("delete from event where id = 5");
      restore();
      assertThat(verify().ok()).isTrue();
    }
  }

  @Test
  void aDeletedEvent() {
    sql("delete from event where id = 5");

    assertThat(verify().faults()).containsExactly(event(Kind.EVENT_MISSING, 2, 2, 5));
  }

  @Test
  void anEventDeletedWithItsSeal() {
    sql("delete from event where id = 6");
    sql("delete from event_seal where event_id = 6");

    assertThat(verify().faults()).containsExactly(new SealFault(Kind.EVENT_MISSING, 2L, 3, null));
  }

  @Test
  void anEventReplacedUnderItsNumber() {
    sql("delete from event where id = 5");
    restoreAs(5, "another");
    assertThat(verify().faults()).containsExactly(event(Kind.EVENT_CHANGED, 2, 2, 5));
  }

  /** A number whose transaction was rolled back, below what is still looked at. */
  @Test
  void anEventInAGapOfTheNumbers() throws Exception {
    try (Connection connection = ledger.pool.getConnection()) {
      connection.setAutoCommit(false);
      EventRows.insert(connection, List.of(event("rolled back")));
      connection.rollback();
      connection.setAutoCommit(true);
    }
    note(1);
    sweep();
    sweep();
    restoreAs(10, "inserted");

    seals.seal();

    assertThat(verify().faults()).containsExactly(new SealFault(Kind.EVENT_ADDED, null, null, 10L));
  }

  @Test
  void anEventAddedToABlock() {
    restoreAs(77, "inserted");
    seal(77, 2, 4, rowHash(77));

    assertThat(verify().faults()).containsExactly(event(Kind.EVENT_ADDED, 2, 4, 77));
  }

  @Test
  void anEventAddedToABlockThatNeverWas() {
    restoreAs(77, "inserted");
    seal(77, 9, 1, rowHash(77));

    assertThat(verify().faults()).containsExactly(event(Kind.EVENT_ADDED, 9, 1, 77));
  }

  @Test
  void twoEventsWhoseContentsWereSwapped() {
    sql("update event set detail = '1' where id = 5");
    sql("update event set detail = '2' where id = 4");
    assertThat(verify().faults())
        .containsExactly(event(Kind.EVENT_CHANGED, 2, 1, 4), event(Kind.EVENT_CHANGED, 2, 2, 5));
  }

  @Test
  void twoSealsWhosePlacesWereSwapped() {
    sql("update event_seal set position = -1 where event_id = 4");
    sql("update event_seal set position = 1 where event_id = 6");
    sql("update event_seal set position = 3 where event_id = 4");

    assertThat(verify().faults())
        .containsExactly(event(Kind.EVENT_MOVED, 2, 1, 6), event(Kind.EVENT_MOVED, 2, 3, 4));
  }

  @Test
  void anEventChangedWithItsHash() {
    sql("update event set who = 'other' where id = 5");
    ledger
        .jdbc
        .sql("update event_seal set row_hash = ? where event_id = 5")
        .params(rowHash(5))
        .update();

    assertThat(verify().faults()).containsExactly(block(Kind.SEALS_CHANGED, 2));
  }

  @Test
  void aHashThatIsNone() {
    sql("update event_seal set row_hash = 'x' where event_id = 5");

    assertThat(verify().faults()).containsExactly(event(Kind.EVENT_CHANGED, 2, 2, 5));
  }

  @Test
  void everyColumnOfABlock() {
    for (String change :
        List.of(
            "root_hash = '" + "0".repeat(64) + "'",
            "sealed_at = sealed_at + interval '1' second",
            "event_count = 2",
            "event_count = 4")) {
      sql("create table kept as select * from event_block");
      sql("update event_block set " + change + " where number = 2");

      assertThat(verify().faults()).as(change).contains(block(Kind.BLOCK_CHANGED, 2));

      sql("delete from event_block");
      sql("insert into event_block select * from kept");
      sql("drop table kept");
      assertThat(verify().ok()).isTrue();
    }
  }

  @Test
  void aBlockRewrittenWithAllItsHashes() {
    rewrite(2, "other");

    assertThat(verify().faults()).containsExactly(block(Kind.BLOCK_MOVED, 3));
  }

  @Test
  void theFirstBlockPutOnAnotherChain() {
    Block first = blocks().get(0);
    Block other =
        Block.after(
            new Block(0, 1, first.root(), Block.NONE, first.sealedAt(), first.root()),
            hashes(1),
            first.sealedAt());
    write(other);

    assertThat(verify().faults())
        .containsExactly(block(Kind.BLOCK_MOVED, 1), block(Kind.BLOCK_MOVED, 2));
  }

  @Test
  void aDeletedBlock() {
    sql("delete from event_block where number = 2");
    sql("delete from event_seal where block = 2");
    sql("delete from event where id in (4, 5, 6)");

    assertThat(verify().faults()).containsExactly(block(Kind.BLOCK_MISSING, 2));
  }

  @Test
  void aDeletedBlockWhoseSealsStay() {
    sql("delete from event_block where number = 2");

    assertThat(verify().faults())
        .contains(block(Kind.BLOCK_MISSING, 2), event(Kind.EVENT_ADDED, 2, 1, 4));
  }

  @Test
  void aBlockBeforeTheFirst() {
    sql(
        """
        insert into event_block select 0, event_count, root_hash, previous_hash, sealed_at, hash
        from event_block where number = 1""");

    assertThat(verify().faults()).contains(block(Kind.BLOCK_ADDED, 0));
  }

  @Test
  void aBlockAddedAtTheEnd() {
    sql(
        """
        insert into event_block select 4, event_count, root_hash, previous_hash, sealed_at, hash
        from event_block where number = 3""");

    assertThat(verify().faults())
        .contains(block(Kind.BLOCK_CHANGED, 4), block(Kind.BLOCK_MOVED, 4))
        .allMatch(fault -> fault.block() == 4);
  }

  @Test
  void twoBlocksSwapped() {
    for (String table : List.of("event_block set number", "event_seal set block")) {
      String column = table.endsWith("number") ? "number" : "block";
      sql("update " + table + " = -1 where " + column + " = 1");
      sql("update " + table + " = 1 where " + column + " = 2");
      sql("update " + table + " = 2 where " + column + " = -1");
    }

    assertThat(verify().faults())
        .contains(block(Kind.BLOCK_CHANGED, 1), block(Kind.BLOCK_MOVED, 1))
        .contains(block(Kind.BLOCK_CHANGED, 2), block(Kind.BLOCK_MOVED, 2))
        .contains(block(Kind.BLOCK_MOVED, 3));
  }

  @Test
  void theNewestBlockCutOff() {
    keepHead();
    sql("delete from event_block where number = 3");
    sql("delete from event_seal where block = 3");
    sql("delete from event where id > 6");

    assertThat(verify().faults()).containsExactly(block(Kind.BLOCK_CUT_OFF, 3));
  }

  @Test
  void allCutOff() {
    keepHead();
    sql("delete from event_seal");
    sql("delete from event_block");
    sql("delete from event");

    assertThat(verify().faults()).containsExactly(block(Kind.BLOCK_CUT_OFF, 3));
  }

  /** Good in itself: only the head knows that it was another. */
  @Test
  void theWholeChainWrittenAnew() {
    keepHead();
    rewrite(2, "other");
    write(Block.after(blocks().get(1), hashes(3), blocks().get(2).sealedAt()));

    assertThat(verify().faults()).containsExactly(block(Kind.BLOCK_REWRITTEN, 3));
  }

  @Test
  void aKeptHeadThatStillHolds() {
    keepHead();
    note(1);
    seals.seal();

    assertThat(verify().ok()).isTrue();
    assertThat(verify().heads()).isEqualTo(1);
  }

  @Test
  void aHeadThatCannotBeRead() throws Exception {
    keepHead();
    Path file = evidence.resolve(HeadFile.NAME);
    Files.writeString(file, Files.readString(file).replace(" 2026", " 2o26"));

    assertThat(verify().faults())
        .containsExactly(new SealFault(Kind.HEADS_UNREADABLE, null, null, null));
  }

  @Test
  void manyFaultsAreCountedAndTheFirstAreNamed() {
    note(1_200);
    seals.seal();
    sql("update event set who = 'other'");

    Verification found = verify();

    assertThat(found.faultCount()).isEqualTo(1_209);
    assertThat(found.faults()).hasSize(100).startsWith(event(Kind.EVENT_CHANGED, 1, 1, 1));
  }

  /** More blocks and more rows than one page has. */
  @Test
  void whatIsWrongAcrossPagesIsFound() {
    note(6_000);
    seals.seal();
    for (int block = 0; block < 500; block++) {
      note(1);
      seals.seal();
    }
    assertThat(verify().ok()).isTrue();
    sql("update event set who = 'other' where id in (5009, 6009, 6509)");

    assertThat(verify().faults())
        .containsExactly(
            event(Kind.EVENT_CHANGED, 8, 1_000, 5_009),
            event(Kind.EVENT_CHANGED, 9, 1_000, 6_009),
            event(Kind.EVENT_CHANGED, 509, 1, 6_509));
  }

  private void sweep() {
    ledger.clock.pass(SeenNumbers.LONGEST_TRANSACTION);
    seals.seal();
  }

  /** A block as whoever changed an event of it would write it anew. */
  private void rewrite(long number, String who) {
    sql("update event set who = '" + who + "' where id = 5");
    ledger
        .jdbc
        .sql("update event_seal set row_hash = ? where event_id = 5")
        .params(rowHash(5))
        .update();
    Block before = blocks().get((int) number - 2);
    write(Block.after(before, hashes(number), blocks().get((int) number - 1).sealedAt()));
  }

  private void write(Block block) {
    ledger
        .jdbc
        .sql("update event_block set root_hash = ?, previous_hash = ?, hash = ? where number = ?")
        .params(block.root(), block.previous(), block.hash(), block.number())
        .update();
  }

  private void seal(long event, long block, int position, String hash) {
    ledger
        .jdbc
        .sql("insert into event_seal (event_id, block, position, row_hash) values (?, ?, ?, ?)")
        .params(event, block, position, hash)
        .update();
  }

  private void restore() {
    sql(
        """
        insert into event overriding system value
        select * from kept where id = 5""");
    sql("drop table kept");
  }

  private void restoreAs(long id, String detail) {
    ledger
        .jdbc
        .sql(
            """
            insert into event (id, agency, at, what, who, detail) overriding system value
            values (?, 'mhlw', ?, 'REFUSED', 'nhi', ?)""")
        .params(id, Sql.at(ledger.clock.instant()), detail)
        .update();
  }

  private String rowHash(long id) {
    return ledger
        .jdbc
        .sql("select " + EvidenceRows.EVENT + " from event e where e.id = ?")
        .param(id)
        .query((row, n) -> EvidenceRows.event(row))
        .single()
        .hash();
  }

  private List<String> hashes(long block) {
    return ledger
        .jdbc
        .sql("select row_hash from event_seal where block = ? order by position")
        .param(block)
        .query(String.class)
        .list();
  }

  private List<Block> blocks() {
    return ledger
        .jdbc
        .sql("select " + EvidenceRows.BLOCK + " from event_block b order by b.number")
        .query((row, n) -> EvidenceRows.block(row))
        .list();
  }

  private void note(int events) {
    IntStream.range(0, events)
        .mapToObj(i -> ledger.writer.submit(new Note(event("" + (i + 1)))))
        .toList()
        .forEach(LedgerFixture::done);
  }

  private Event event(String detail) {
    return new Event(null, null, "mhlw", ledger.clock.instant(), EventKind.REFUSED, "nhi", detail);
  }

  private void sql(String statement) {
    ledger.jdbc.sql(statement).update();
  }

  private Verification verify() {
    SealedChain chain = new SealedChain(ledger.jdbc, ledger.gate);
    return new VerifyEvents(ledger.jdbc, chain, heads()).verify();
  }

  private HeadFile heads() {
    return new HeadFile(evidence.resolve(HeadFile.NAME));
  }

  private void keepHead() {
    new KeepHead(ledger.jdbc, ledger.gate, heads(), ledger.clock).keep();
  }

  private static SealFault event(Kind kind, long block, int position, long event) {
    return new SealFault(kind, block, position, event);
  }

  private static SealFault block(Kind kind, long block) {
    return new SealFault(kind, block, null, null);
  }
}
