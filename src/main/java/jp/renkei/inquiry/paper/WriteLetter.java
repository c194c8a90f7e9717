package jp.renkei.inquiry.paper;

import java.time.Clock;
import java.time.Instant;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.ledger.DocumentRow;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.NumberDocument;
import jp.renkei.ledger.SendWork;

/** S1 on paper: numbers the document, once, and puts its letter into the agency's folder. */
public final class WriteLetter {

  private final Catalogue catalogue;
  private final LedgerWriter writer;
  private final PrintLetter printing;
  private final Clock clock;

  WriteLetter(Catalogue catalogue, LedgerWriter writer, PrintLetter printing, Clock clock) {
    this.catalogue = catalogue;
    this.writer = writer;
    this.printing = printing;
    this.clock = clock;
  }

  /**
   * Writes the letter; a second time changes nothing.
   *
   * @throws java.io.UncheckedIOException where the folder cannot be written
   * @throws java.util.concurrent.CompletionException where the ledger does not take the number
   */
  public void write(SendWork work) {
    Agency agency = catalogue.agency(work.agency()).orElseThrow();
    Instant now = clock.instant();
    Instant reminder =
        agency.paper().nextReminder(now, 0, agency.hours(), work.deadline()).orElse(null);
    DocumentRow document =
        writer
            .submit(
                new NumberDocument(
                    work.inquiryId(),
                    work.flow(),
                    work.agency(),
                    agency.paper().form(),
                    now,
                    reminder))
            .join();
    printing.print(
        work.flow(),
        work.message(),
        document.number(),
        JapaneseTime.dayOf(document.numbered()),
        work.deadline(),
        0);
  }
}
