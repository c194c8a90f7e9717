package jp.renkei.inquiry;

import java.util.Optional;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Receipts;
import jp.renkei.message.ReceiptNumber;

/** Finds the inquiry that an agency means: by our number, or by the one that it gave itself. */
final class FindInquiry {

  private final RecentInquiries recent;
  private final LedgerReader reader;
  private final Receipts receipts;

  FindInquiry(RecentInquiries recent, LedgerReader reader, Receipts receipts) {
    this.recent = recent;
    this.reader = reader;
    this.receipts = receipts;
  }

  /** By the inquiry number; another agency's inquiry is none. */
  Optional<Inquiry> byNumber(String agency, String number) {
    return Identifiers.isNumber(number)
        ? recent
            .inquiry(number)
            .or(() -> reader.inquiryByNumber(number))
            .filter(inquiry -> inquiry.agency().equals(agency))
        : Optional.empty();
  }

  /** By the agency's receipt number. */
  Optional<Inquiry> byReceipt(String agency, String receipt) {
    return ReceiptNumber.isOne(receipt) ? receipts.inquiry(agency, receipt) : Optional.empty();
  }
}
