package jp.renkei.inquiry;

import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Receipts;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What finds the inquiry that an agency means, and keeps the numbers that agencies give. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

  @Bean
  FindInquiry findInquiry(RecentInquiries recent, LedgerReader reader, Receipts receipts) {
    return new FindInquiry(recent, reader, receipts);
  }

  @Bean
  Arrivals arrivals(ContentCipher contents, SearchKeys hashes, Clock clock) {
    return new Arrivals(contents, hashes, clock);
  }

  @Bean
  CheckNumberInside checkNumberInside(Receipts receipts) {
    return new CheckNumberInside(receipts);
  }

  @Bean
  KeepReceipts keepReceipts(
      FindInquiry find,
      Arrivals arrivals,
      Receipts receipts,
      LedgerWriter writer,
      SentNotes notes,
      Catalogue catalogue,
      Breakers breakers) {
    return new KeepReceipts(find, arrivals, receipts, writer, notes, catalogue, breakers);
  }
}
