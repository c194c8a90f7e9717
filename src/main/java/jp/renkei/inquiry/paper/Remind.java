package jp.renkei.inquiry.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.ledger.DocumentRow;
import jp.renkei.ledger.Documents;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.NoteReminder;
import jp.renkei.ledger.Part;
import jp.renkei.ledger.TakeReminder;
import jp.renkei.protection.ContentCipher;

/**
 * Writes reminders (再度のお願い) of letters that nobody has answered. Every node may run it: one takes
 * each reminder, writes it and notes it. A node that dies in between leaves it to whoever comes
 * when its claim has run out, and the same letter again changes nothing.
 */
public final class Remind {

  private static final int BATCH = 200;

  private final Catalogue catalogue;
  private final Documents documents;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final ContentCipher contents;
  private final Gates gates;
  private final RecheckRight rights;
  private final PrintLetter printing;
  private final Incarnation incarnation;
  private final Clock clock;

  Remind(
      Catalogue catalogue,
      Documents documents,
      LedgerReader reader,
      LedgerWriter writer,
      ContentCipher contents,
      Gates gates,
      RecheckRight rights,
      PrintLetter printing,
      Incarnation incarnation,
      Clock clock) {
    this.catalogue = catalogue;
    this.documents = documents;
    this.reader = reader;
    this.writer = writer;
    this.contents = contents;
    this.gates = gates;
    this.rights = rights;
    this.printing = printing;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /**
   * Writes what is due, but nothing for an agency that is paused, and nothing that its caller may
   * no longer ask.
   *
   * @throws RuntimeException where one cannot be written; the rest waits for the next turn
   */
  public void remind() {
    List<DocumentRow> due = documents.toBeReminded(clock.instant(), BATCH);
    for (DocumentRow document : due) {
      Inquiry inquiry = reader.inquiry(document.inquiryId()).orElseThrow();
      Optional<Agency> agency = catalogue.agency(inquiry.agency());
      if (agency.isPresent() && !gates.suspended(agency.get()) && rights.stands(inquiry)) {
        remind(document, inquiry, agency.get());
      }
    }
  }

  private void remind(DocumentRow document, Inquiry inquiry, Agency agency) {
    Instant now = clock.instant();
    TakeReminder turn =
        new TakeReminder(
            inquiry.id(), document.reminders(), incarnation.id(), now, now.plus(Incarnation.LEASE));
    if (!writer.submit(turn).join()) {
      return;
    }
    int reminder = document.reminders() + 1;
    printing.print(
        inquiry.flow(),
        message(inquiry.id()),
        document.number(),
        JapaneseTime.dayOf(now),
        inquiry.deadline(),
        reminder);
    Instant next =
        agency
            .paper()
            .nextReminder(document.numbered(), reminder, agency.hours(), inquiry.deadline())
            .orElse(null);
    writer
        .submit(
            new NoteReminder(inquiry.id(), inquiry.flow(), inquiry.agency(), reminder, now, next))
        .join();
  }

  private byte[] message(String id) {
    return contents.open(reader.payload(id, Part.MESSAGE).orElseThrow(), Part.MESSAGE.boundTo(id));
  }
}
