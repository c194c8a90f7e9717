package jp.renkei.inquiry.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.EndInquiry;
import jp.renkei.inquiry.Gates;
import jp.renkei.ledger.Documents;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done on paper, as beans that the routes and doors name. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

  @Bean
  PaperKinds paperKinds(Catalogue catalogue, MessageKinds kinds) {
    return new PaperKinds(catalogue, kinds);
  }

  /** Partners' folders lie in the data folder, the demo's with the rest of the demo. */
  @Bean
  OutgoingFolder outgoingFolder(
      @Value("${renkei.data}") Path data,
      @Value("${renkei.partners}") String partners,
      @Value("${renkei.demo}") boolean demo) {
    Path own = demo ? data.resolve("demo").resolve("partners") : data.resolve("partners");
    return new OutgoingFolder(partners.isEmpty() ? own : Path.of(partners));
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
      PrintLetter printing,
      Incarnation incarnation,
      Clock clock) {
    return new Remind(
        catalogue, documents, reader, writer, contents, gates, printing, incarnation, clock);
  }

  @Bean
  KeyAnswer keyAnswer(
      Catalogue catalogue,
      PaperKinds kinds,
      Documents documents,
      LedgerReader reader,
      LedgerWriter writer,
      EndInquiry endings,
      ContentCipher contents,
      ObjectMapper json,
      @Value("${renkei.environment}") String environment,
      Clock clock) {
    return new KeyAnswer(
        catalogue,
        kinds,
        documents,
        reader,
        writer,
        endings,
        contents,
        json,
        EnvironmentMark.of(environment),
        clock);
  }
}
