package jp.renkei.inquiry.paper;

import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.Partners;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.ledger.Documents;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done on paper, as beans that the routes and doors name. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

  @Bean
  PaperKinds paperKinds(Catalogue catalogue, MessageKinds kinds) {
    return new PaperKinds(catalogue, kinds);
  }

  @Bean
  OutgoingFolder outgoingFolder(Partners partners) {
    return new OutgoingFolder(partners.folder());
  }

  @Bean
  PrintLetter printLetter(Catalogue catalogue, PaperKinds kinds, OutgoingFolder folder) {
    return new PrintLetter(catalogue, kinds, folder);
  }

  @Bean
  LettersKept lettersKept(Documents documents, OutgoingFolder folder) {
    return new LettersKept(documents, folder);
  }

  @Bean
  WriteLetter writeLetter(
      Catalogue catalogue, LedgerWriter writer, PrintLetter printing, Clock clock) {
    return new WriteLetter(catalogue, writer, printing, clock);
  }

  @Bean
  Remind remind(
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
    return new Remind(
        catalogue,
        documents,
        reader,
        writer,
        contents,
        gates,
        rights,
        printing,
        incarnation,
        clock);
  }
}
