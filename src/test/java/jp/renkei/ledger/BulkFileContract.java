package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Agency;
import jp.renkei.flow.SampleAgency;
import jp.renkei.protection.SearchKeys.KeyedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Which inquiries are in which request file, on every database. */
abstract class BulkFileContract {

  private static final byte[] CONTENT = {1, 2, 3};

  private final Agency agency = SampleAgency.withFiles(LedgerFixture.AGENCY);
  private LedgerFixture ledger;
  private BulkFiles files;
  private Instant now;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    files = ledger.bulkFiles(ledger.incarnation("node-a"));
    now = ledger.clock.instant();
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void whatIsInAFileIsNobodysOtherWork() {
    accept(Lane.BULK);
    accept(Lane.BULK);
    accept(Lane.SINGLE);
    List<BulkCandidate> due = due();

    assertThat(due).hasSize(2);
    assertThat(keep("one", due)).isTrue();

    assertThat(due()).isEmpty();
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 100);
    ledger.claims(ledger.incarnation("node-b")).claim(outbox, LedgerFixture.ALL);
    assertThat(outbox.used()).isEqualTo(1);
    // a file is no unanswered inquiry of the agency's window, before and after it is sent
    sent(file("one", 2));
    assertThat(new Backlog(ledger.jdbc).owed(LedgerFixture.AGENCY, Instant.EPOCH).inquiries())
        .isZero();
  }

  @Test
  void whatGoesByFileIsNotClaimedSingle() {
    accept(Lane.BULK);
    accept(Lane.SINGLE);
    Outbox outbox = new Outbox(LedgerFixture.AGENCY, 10, 100);

    ledger
        .claims(ledger.incarnation("node-b"))
        .claim(
            outbox,
            new Admission(List.of(Lane.values()), Set.of(), List.of(), Set.of(LedgerFixture.FLOW)));

    assertThat(outbox.used()).isEqualTo(1);
    assertThat(LedgerFixture.next(outbox).lane()).isEqualTo(Lane.SINGLE);
    assertThat(due()).hasSize(1);
  }

  @Test
  void twoNodesDoNotPutOneInquiryIntoTwoFiles() {
    accept(Lane.BULK);
    accept(Lane.BULK);
    List<BulkCandidate> here = due();
    List<BulkCandidate> there =
        ledger
            .bulkFiles(ledger.incarnation("node-b"))
            .due(agency, Set.of(LedgerFixture.FLOW), Set.of(), 1);

    assertThat(keep("one", there)).isTrue();
    assertThat(keep("two", here)).isFalse();

    assertThat(ledger.count("bulk_file")).isEqualTo(1);
    assertThat(ledger.count("bulk_line")).isEqualTo(1);
    assertThat(due()).hasSize(1);
  }

  @Test
  void oneNameIsOneFile() {
    accept(Lane.BULK);
    keep("one", due());
    accept(Lane.BULK);
    List<BulkCandidate> later = due();

    assertThatThrownBy(() -> keep("two", "one", later))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(due()).hasSize(1);
  }

  @Test
  void aFileIsUploadedByOneNodeAndAgainByAnotherWhenThatIsGone() {
    accept(Lane.BULK);
    keep("one", due());
    BulkFiles there = ledger.bulkFiles(ledger.incarnation("node-b"));

    assertThat(files.claim(LedgerFixture.AGENCY)).contains(file("one", 1));
    assertThat(there.claim(LedgerFixture.AGENCY)).isEmpty();
    ledger.clock.pass(Incarnation.LEASE.plusSeconds(1));
    assertThat(there.claim(LedgerFixture.AGENCY)).contains(file("one", 1));
    assertThat(there.content(file("one", 1))).isEqualTo(CONTENT);

    // who was too slow changes nothing: the file is the other node's now
    assertThat(new SentFiles(files, ledger.writer).note(file("one", 1), now)).isFalse();
    assertThat(files.postpone(file("one", 1), now.plusSeconds(10))).isFalse();
    assertThat(files.unsent()).singleElement().extracting(BulkFiles.Unsent::failures).isEqualTo(0);
    assertThat(new SentFiles(there, ledger.writer).note(file("one", 1), now)).isTrue();
    assertThat(files.unsent()).isEmpty();
  }

  @Test
  void aNodeClaimsOneFileAtATime() {
    accept(Lane.BULK);
    keep("one", due());
    accept(Lane.BULK);
    keep("two", due());
    BulkFiles there = ledger.bulkFiles(ledger.incarnation("node-b"));

    assertThat(files.claim(LedgerFixture.AGENCY)).contains(file("one", 1));
    assertThat(there.claim(LedgerFixture.AGENCY)).contains(file("two", 1));
    assertThat(files.claim(LedgerFixture.AGENCY)).isEmpty();
  }

  @Test
  void aFileIsSentBeforeItsInquiriesAndACrashBetweenLosesNone() {
    NewInquiry inquiry = accept(Lane.BULK);
    keep("one", due());
    files.claim(LedgerFixture.AGENCY);
    assertThat(new SentFiles(files, ledger.writer).note(file("one", 1), now)).isTrue();

    ledger.clock.pass(Incarnation.LEASE.plusSeconds(1));
    BulkFiles later = ledger.bulkFiles(ledger.incarnation("node-a"));
    assertThat(later.claim(LedgerFixture.AGENCY)).isEmpty();
    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().state()).isEqualTo(State.ACCEPTED);

    new SentFiles(later, ledger.writer).noteLines(LedgerFixture.AGENCY);
    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(later.unnoted(LedgerFixture.AGENCY)).isEmpty();
  }

  @Test
  void aFileOfTheMostLinesIsSentWhole() {
    int most = agency.bulk().lines();
    for (int from = 0; from < most; from += 1_000) {
      List<CompletableFuture<Acceptance>> open = new ArrayList<>();
      for (int i = from; i < from + 1_000; i++) {
        open.add(
            ledger.writer.submit(new Accept(inquiry("key-" + i, Lane.BULK, null), null, null)));
      }
      open.forEach(LedgerFixture::done);
    }
    assertThat(keep("one", files.due(agency, Set.of(LedgerFixture.FLOW), Set.of("none"), most)))
        .isTrue();

    sent(file("one", most));

    assertThat(states("SENT")).isEqualTo(most).isEqualTo(10_000);
    assertThat(files.unnoted(LedgerFixture.AGENCY)).isEmpty();
  }

  @Test
  void theDeadlineOfWhatIsInAFileStandsStillWhileAnOperatorPausesItsAgency() {
    NewInquiry inquiry = accept(Lane.BULK);
    keep("one", due());

    pausedForAnHour("");

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().deadline())
        .isEqualTo(inquiry.deadline().plus(Duration.ofHours(1)));
  }

  @Test
  void soDoesThatOfAPausedProviderAndOfNoOther() {
    NewInquiry paused = accept(Lane.BULK, "27140");
    NewInquiry other = accept(Lane.BULK, "27141");
    keep("one", due());

    pausedForAnHour("27140");

    assertThat(ledger.reader.inquiry(paused.id()).orElseThrow().deadline())
        .isEqualTo(paused.deadline().plus(Duration.ofHours(1)));
    assertThat(ledger.reader.inquiry(other.id()).orElseThrow().deadline())
        .isEqualTo(other.deadline());
  }

  @Test
  void aPostponedFileIsDueLaterByItsName() {
    accept(Lane.BULK);
    keep("one", due());
    files.claim(LedgerFixture.AGENCY);

    files.postpone(file("one", 1), now.plusSeconds(10));

    assertThat(files.claim(LedgerFixture.AGENCY)).isEmpty();
    assertThat(files.unsent()).singleElement().extracting(BulkFiles.Unsent::failures).isEqualTo(1);
    ledger.clock.pass(Duration.ofSeconds(11));
    assertThat(files.claim(LedgerFixture.AGENCY).map(BulkFile::failures)).contains(1);
  }

  @Test
  void whatTheAgencyHasIsSentAndItsBytesAreGone() {
    NewInquiry inquiry = accept(Lane.BULK);
    keep("one", due());

    sent(file("one", 1));
    sent(file("one", 1));

    assertThat(ledger.reader.inquiry(inquiry.id()).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(files.claim(LedgerFixture.AGENCY)).isEmpty();
    assertThat(files.unsent()).isEmpty();
    assertThat(
            ledger
                .jdbc
                .sql("select count(*) from bulk_file where content is null")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            ledger
                .jdbc
                .sql("select count(*) from event where what = 'SENT'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aRecordFindsItsInquiryByTimeInformationAndPerson() {
    NewInquiry inquiry = accept(Lane.BULK);
    keep("one", due());

    assertThat(find(LedgerFixture.AGENCY, "20261129135500000", "TM1", "resident 0"))
        .contains(inquiry.id());
    assertThat(find(LedgerFixture.AGENCY, "20261129135500001", "TM1", "resident 0")).isEmpty();
    assertThat(find(LedgerFixture.AGENCY, "20261129135500000", "TM2", "resident 0")).isEmpty();
    assertThat(find(LedgerFixture.AGENCY, "20261129135500000", "TM1", "somebody")).isEmpty();
    assertThat(find("elsewhere", "20261129135500000", "TM1", "resident 0")).isEmpty();
  }

  @Test
  void aFileIsSealedAnewWhileItWaits() {
    accept(Lane.BULK);
    keep("one", due());
    SealedContents contents = new SealedContents(ledger.jdbc, new CommitGate());
    List<SealedContent> all = new ArrayList<>();
    for (List<SealedContent> page = contents.page(null, 10);
        !page.isEmpty();
        page = contents.page(all.get(all.size() - 1), 10)) {
      all.addAll(page);
    }
    SealedContent last = all.get(all.size() - 1);

    assertThat(last.boundTo()).isEqualTo("bulk/one");
    assertThat(done(ledger.writer.submit(new Reseal(last, new byte[] {9})))).isTrue();
    assertThat(files.content(file("one", 1))).isEqualTo(new byte[] {9});
  }

  private Optional<String> find(String of, String requested, String information, String resident) {
    return files
        .inquiry(of, requested, information, List.of("nobody", hash(resident).value()))
        .map(BulkFiles.AskedLine::inquiryId);
  }

  private List<BulkCandidate> due() {
    return files.due(agency, Set.of(LedgerFixture.FLOW), Set.of("none"), 10);
  }

  private boolean keep(String id, List<BulkCandidate> candidates) {
    return keep(id, id, candidates);
  }

  private boolean keep(String id, String name, List<BulkCandidate> candidates) {
    List<BulkLine> lines = new ArrayList<>();
    int before = ledger.count("bulk_line");
    for (BulkCandidate each : candidates) {
      lines.add(
          new BulkLine(
              each.inquiryId(),
              each.attempt(),
              "20261129135500000",
              "TM1",
              hash("resident " + (before + lines.size()))));
    }
    BulkFile file = new BulkFile(id, LedgerFixture.AGENCY, name, lines.size(), 0);
    return files.keep(file, lines, CONTENT, ledger.clock.instant());
  }

  private void sent(BulkFile file) {
    SentFiles sent = new SentFiles(files, ledger.writer);
    files.claim(LedgerFixture.AGENCY);
    sent.note(file, now);
    sent.noteLines(LedgerFixture.AGENCY);
  }

  private void pausedForAnHour(String provider) {
    Pause pause =
        new Pause(
            agency.path(),
            LedgerFixture.AGENCY,
            provider,
            Pause.Cause.OPERATOR,
            ledger.clock.instant(),
            "operator",
            "works",
            null,
            0);
    done(ledger.writer.submit(new BeginPause(pause)));
    ledger.clock.pass(Duration.ofHours(1));
    done(ledger.writer.submit(new EndPause(pause, ledger.clock.instant(), "operator", "over")));
  }

  private int states(String state) {
    return ledger
        .jdbc
        .sql("select count(*) from inquiry where state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }

  private static BulkFile file(String id, int lines) {
    return new BulkFile(id, LedgerFixture.AGENCY, id, lines, 0);
  }

  private static KeyedHash hash(String of) {
    return LedgerFixture.hash(1, of);
  }

  private NewInquiry accept(Lane lane) {
    return accept(lane, null);
  }

  private NewInquiry accept(Lane lane, String provider) {
    NewInquiry inquiry = inquiry("key-" + ledger.count("inquiry"), lane, provider);
    ledger.accept(inquiry);
    return inquiry;
  }

  private NewInquiry inquiry(String key, Lane lane, String provider) {
    NewInquiry one = ledger.inquiry(key, "body");
    return new NewInquiry(
        one.id(),
        one.number(),
        one.caller(),
        one.flow(),
        one.agency(),
        provider,
        lane,
        one.caseId(),
        null,
        false,
        null,
        one.environment(),
        one.subject(),
        one.nonDisclosable(),
        one.idempotencyKeys(),
        one.fingerprints(),
        one.accepted(),
        one.deadline(),
        one.request(),
        one.message(),
        one.substituted());
  }
}
