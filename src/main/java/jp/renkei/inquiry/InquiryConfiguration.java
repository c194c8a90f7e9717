package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Claims;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outboxes;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.SearchKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of an inquiry's life, as beans that the routes name. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

  @Bean
  Permit permit(LedgerWriter writer, Clock clock) {
    return new Permit(writer, clock);
  }

  @Bean
  Validate validate(MessageKinds kinds, Clock clock) {
    return new Validate(kinds, clock);
  }

  @Bean
  Transform transform(
      Identifiers identifiers,
      MessageCipher messages,
      ContentCipher contents,
      SearchKeys hashes,
      ObjectMapper json,
      @Value("${renkei.environment}") String environment) {
    return new Transform(
        identifiers, messages, contents, hashes, json, EnvironmentMark.of(environment));
  }

  @Bean
  RecentInquiries recentInquiries() {
    return new RecentInquiries();
  }

  @Bean
  AcceptInquiry accept(
      LedgerWriter writer, Outboxes outboxes, Incarnation incarnation, RecentInquiries recent) {
    return new AcceptInquiry(writer, outboxes, incarnation, recent);
  }

  @Bean
  SentNotes sentNotes(LedgerWriter writer, Clock clock) {
    return new SentNotes(writer::submit, clock);
  }

  @Bean
  Sending sending(LedgerWriter writer, RecentInquiries recent, SentNotes notes, Clock clock) {
    return new Sending(writer, recent, notes, clock);
  }

  @Bean
  RecallEarlier recallEarlier(LedgerReader reader, SearchKeys hashes) {
    return new RecallEarlier(reader, hashes);
  }

  @Bean
  Waiters waiters(DeliveryListener deliveries) {
    return new Waiters(deliveries);
  }

  @Bean
  IdentifyReply identify(
      Catalogue catalogue,
      RecentInquiries recent,
      LedgerReader reader,
      MessageCipher messages,
      ContentCipher contents,
      SearchKeys hashes,
      Clock clock) {
    return new IdentifyReply(catalogue, recent, reader, messages, contents, hashes, clock);
  }

  @Bean
  UnderstandReply understand(
      Catalogue catalogue,
      MessageKinds kinds,
      RecentInquiries recent,
      LedgerReader reader,
      ContentCipher contents,
      ObjectMapper json,
      @Value("${renkei.environment}") String environment) {
    return new UnderstandReply(
        catalogue, kinds, recent, reader, contents, json, EnvironmentMark.of(environment));
  }

  @Bean
  DeriveAnswer derive() {
    return new DeriveAnswer();
  }

  @Bean
  EndInquiry end(
      LedgerWriter writer,
      Waiters waiters,
      RecentInquiries recent,
      SentNotes notes,
      ContentCipher contents,
      ObjectMapper json) {
    return new EndInquiry(writer, waiters, recent, notes, contents, json);
  }

  @Bean
  HoldReplies hold(LedgerWriter writer, SentNotes notes) {
    return new HoldReplies(writer, notes);
  }

  @Bean
  Housekeeping housekeeping(
      LedgerReader reader,
      EndInquiry endings,
      Claims claims,
      Outboxes outboxes,
      Incarnation incarnation,
      Waiters waiters,
      SentNotes notes,
      Clock clock) {
    return new Housekeeping(reader, endings, claims, outboxes, incarnation, waiters, notes, clock);
  }
}
