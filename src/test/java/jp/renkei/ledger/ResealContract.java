package jp.renkei.ledger;

import static jp.renkei.ledger.LedgerFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger promises of contents that are encrypted anew, the same on every database. */
abstract class ResealContract {

  private static final byte[] FRESH = {7, 7, 7};

  private LedgerFixture ledger;
  private SealedContents contents;

  abstract LedgerFixture open() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
    contents = new SealedContents(ledger.jdbc, ledger.gate);
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void everyContentIsReadOncePageByPage() {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = ledger.accepted().id();
      places.add(id + "/MESSAGE");
      places.add(id + "/REQUEST");
    }
    String ended = ledger.endedBy(Outcome.ANSWERED, "a").id();
    places.addAll(List.of(ended + "/ANSWER", ended + "/MESSAGE", ended + "/REQUEST"));
    for (int i = 0; i < 3; i++) {
      hold("odd " + i);
      places.add("held/" + ledger.reply("odd " + i).fingerprints().get(0).value());
    }

    for (int limit : List.of(1, 2, 100)) {
      assertThat(all(limit))
          .extracting(SealedContent::boundTo)
          .containsExactlyInAnyOrderElementsOf(places);
    }
  }

  @Test
  void whatIsSealedAnewTakesThePlaceOfWhatWasRead() {
    String id = ledger.accepted().id();
    hold("odd");

    for (SealedContent each : all(10)) {
      assertThat(reseal(each)).isTrue();
    }

    assertThat(ledger.reader.payload(id, Part.REQUEST)).hasValue(FRESH);
    assertThat(ledger.reader.payload(id, Part.MESSAGE)).hasValue(FRESH);
    assertThat(all(10)).extracting(SealedContent::content).containsOnly(FRESH);
  }

  @Test
  void whatStandsThereByNowStays() {
    String id = ledger.accepted().id();
    hold("odd");
    List<SealedContent> read = all(10);
    ledger.jdbc.sql("update payload set content = ?").param(new byte[] {9}).update();
    ledger.jdbc.sql("update held_reply set content = null").update();

    for (SealedContent each : read) {
      assertThat(reseal(each)).isFalse();
    }

    assertThat(ledger.reader.payload(id, Part.REQUEST)).hasValue(new byte[] {9});
    assertThat(all(10)).hasSize(2);
  }

  @Test
  void whatIsGoneStaysGone() {
    ledger.accepted();
    List<SealedContent> read = all(10);
    ledger.jdbc.sql("delete from payload").update();

    assertThat(reseal(read.get(0))).isFalse();

    assertThat(all(10)).isEmpty();
  }

  private boolean reseal(SealedContent content) {
    return done(ledger.writer.submit(new Reseal(content, FRESH)));
  }

  private void hold(String reply) {
    done(
        ledger.writer.submit(
            new HoldReply(null, null, ledger.reply(reply), EventKind.REPLY_WITHOUT_INQUIRY, null)));
  }

  private List<SealedContent> all(int limit) {
    List<SealedContent> all = new ArrayList<>();
    List<SealedContent> page = contents.page(null, limit);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = contents.page(page.get(page.size() - 1), limit);
    }
    return all;
  }
}
