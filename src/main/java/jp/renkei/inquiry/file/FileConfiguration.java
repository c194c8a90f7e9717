package jp.renkei.inquiry.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Arrivals;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.ledger.BulkFiles;
import jp.renkei.ledger.BulkReplies;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.SentFiles;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.bulk.BulkLayouts;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.Spools;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked and answered by files, as beans that the routes name. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {

  @Bean
  BulkLayouts bulkLayouts(MessageKinds kinds, Catalogue catalogue) {
    BulkLayouts layouts = BulkLayouts.of(kinds.items().keySet());
    for (Agency agency : catalogue.agencies()) {
      if (agency.bulk() != null) {
        for (String kind : agency.bulk().kinds()) {
          layouts.byKind(kind).orElseThrow(() -> unknown(agency, kind));
        }
      }
    }
    return layouts;
  }

  private static StartRefused unknown(Agency agency, String kind) {
    return new StartRefused(
        "The agency " + agency.id() + " takes files of " + kind + ", which has no bulk layout",
        "Remove the kind from bulk: kinds: of the agency, or add schemas/layouts/"
            + kind
            + ".bulk.yaml");
  }

  @Bean
  CollectFiles collectFiles(
      Catalogue catalogue,
      Gates gates,
      RecheckRight rights,
      WriteRequest requests,
      BulkFiles files,
      LedgerWriter writer,
      Identifiers identifiers,
      ContentCipher contents,
      Clock clock) {
    return new CollectFiles(
        catalogue, gates, rights, requests, files, writer, identifiers, contents, clock);
  }

  @Bean
  WriteRequest writeRequest(
      Catalogue catalogue,
      MessageKinds kinds,
      BulkLayouts layouts,
      LedgerReader reader,
      ContentCipher contents,
      SearchKeys hashes,
      ObjectMapper json,
      @Value("${renkei.environment}") String environment) {
    return new WriteRequest(
        catalogue, kinds, layouts, reader, contents, hashes, json, EnvironmentMark.of(environment));
  }

  @Bean
  UploadFiles uploadFiles(
      Catalogue catalogue,
      Gates gates,
      BulkFiles files,
      SentFiles sent,
      Incarnation incarnation,
      LedgerWriter writer,
      ContentCipher contents,
      Clock clock) {
    return new UploadFiles(catalogue, gates, files, sent, incarnation, writer, contents, clock);
  }

  @Bean
  IdentifyRecord identifyRecord(
      BulkLayouts layouts,
      BulkFiles files,
      LedgerReader reader,
      SearchKeys hashes,
      Arrivals arrivals) {
    return new IdentifyRecord(layouts, files, reader, hashes, arrivals);
  }

  @Bean
  TakeReplyFile takeReplyFile(
      BulkLayouts layouts,
      BulkReplies replies,
      RecordEntrance entrance,
      LedgerWriter writer,
      Identifiers identifiers,
      SearchKeys hashes,
      Spools spools,
      Clock clock) {
    return new TakeReplyFile(
        layouts, replies, entrance, writer, identifiers, hashes, spools, clock);
  }
}
