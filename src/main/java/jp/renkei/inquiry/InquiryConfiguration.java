package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Backlog;
import jp.renkei.ledger.Claims;
import jp.renkei.ledger.Disclosures;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.Intake;
import jp.renkei.ledger.KeyedAnswers;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Pauses;
import jp.renkei.ledger.PollClaims;
import jp.renkei.ledger.Retained;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.TestSubjects;
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
  Partners partners(
      @Value("${renkei.data}") Path data,
      @Value("${renkei.partners}") String elsewhere,
      @Value("${renkei.demo}") boolean demo) {
    return Partners.of(data, elsewhere, demo);
  }

  @Bean
  ReadSubmission readSubmission(Catalogue catalogue) {
    return new ReadSubmission(catalogue);
  }

  @Bean
  Submit submit(Entrance entrance, RecallEarlier earlier) {
    return new Submit(entrance, earlier);
  }

  @Bean
  Permit permit(LedgerWriter writer, Clock clock) {
    return new Permit(writer, clock);
  }

  @Bean
  IndividualNumberGuards individualNumberGuards(MessageKinds kinds) {
    return new IndividualNumberGuards(kinds);
  }

  @Bean
  Validate validate(
      MessageKinds kinds,
      IndividualNumberGuards guards,
      Catalogue catalogue,
      @Value("${renkei.environment}") String environment,
      @Value("${renkei.test-subjects}") String testSubjects,
      Clock clock) {
    return new Validate(
        kinds,
        guards,
        TestSubjects.refusedIn(environment, testSubjects),
        new WhomToAsk(catalogue),
        clock);
  }

  @Bean
  AskedBefore askedBefore(LedgerReader reader, SearchKeys hashes) {
    return new AskedBefore(reader, hashes);
  }

  @Bean
  AskAgain askAgain(
      LedgerReader reader,
      KeyedAnswers keyed,
      LedgerWriter writer,
      Entrance entrance,
      Catalogue catalogue,
      ContentCipher contents,
      ObjectMapper json,
      Clock clock) {
    return new AskAgain(reader, keyed, writer, entrance, catalogue, contents, json, clock);
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
      LedgerWriter writer,
      Gates gates,
      Outboxes outboxes,
      Incarnation incarnation,
      RecentInquiries recent,
      Intake intake) {
    return new AcceptInquiry(writer, gates, outboxes, incarnation, recent, intake);
  }

  @Bean
  Gates gates(Catalogue catalogue, Pauses pauses, Outboxes outboxes, Clock clock) {
    return new Gates(catalogue, pauses, outboxes, clock);
  }

  @Bean
  Breakers breakers(LedgerWriter writer, Pauses pauses, Clock clock) {
    return new Breakers(writer, pauses, clock);
  }

  @Bean
  Operating operating(LedgerWriter writer, Pauses pauses, Gates gates, Clock clock) {
    return new Operating(writer, pauses, gates, clock);
  }

  @Bean
  Cancel cancel(LedgerReader reader, LedgerWriter writer, EndInquiry end, Clock clock) {
    return new Cancel(reader, writer, end, clock);
  }

  @Bean
  Replays replays(LedgerReader reader, LedgerWriter writer, Clock clock) {
    return new Replays(reader, writer, clock);
  }

  @Bean
  Dispatching dispatching(
      Catalogue catalogue,
      Pauses pauses,
      Gates gates,
      Breakers breakers,
      LedgerWriter writer,
      Claims claims,
      Outboxes outboxes,
      Backlog backlog,
      Sending sending,
      SentNotes notes,
      Clock clock) {
    Probes probes = new Probes(catalogue, pauses, gates, writer, claims, outboxes, clock);
    return new Dispatching(
        catalogue, pauses, gates, breakers, probes, claims, outboxes, backlog, sending, notes);
  }

  @Bean
  SentNotes sentNotes(LedgerWriter writer, Clock clock) {
    return new SentNotes(writer::submit, clock);
  }

  @Bean
  RecheckRight recheckRight(
      Catalogue catalogue, LedgerReader reader, LedgerWriter writer, EndInquiry end, Clock clock) {
    return new RecheckRight(catalogue, reader, writer, end, clock);
  }

  @Bean
  Sending sending(
      LedgerWriter writer,
      RecentInquiries recent,
      SentNotes notes,
      Catalogue catalogue,
      RecheckRight rights,
      Gates gates,
      Breakers breakers,
      Outboxes outboxes,
      Incarnation incarnation,
      Clock clock) {
    return new Sending(
        writer, recent, notes, catalogue, rights, gates, breakers, outboxes, incarnation, clock);
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
      Catalogue catalogue, FindInquiry find, MessageCipher messages, Arrivals arrivals) {
    return new IdentifyReply(catalogue, find, messages, arrivals);
  }

  @Bean
  UnderstandReply understand(
      Catalogue catalogue,
      MessageKinds kinds,
      RecentInquiries recent,
      LedgerReader reader,
      CheckNumberInside numbers,
      ContentCipher contents,
      ObjectMapper json,
      @Value("${renkei.environment}") String environment) {
    return new UnderstandReply(
        catalogue, kinds, recent, reader, numbers, contents, json, EnvironmentMark.of(environment));
  }

  @Bean
  KeepPermitted keepPermitted(Catalogue catalogue, Clock clock) {
    return new KeepPermitted(catalogue, clock);
  }

  @Bean
  DeriveAnswer derive(Catalogue catalogue, IndividualNumberGuards guards, KeepPermitted permitted) {
    return new DeriveAnswer(catalogue, guards, permitted);
  }

  @Bean
  EndInquiry end(
      LedgerWriter writer,
      Waiters waiters,
      RecentInquiries recent,
      SentNotes notes,
      Catalogue catalogue,
      Gates gates,
      Breakers breakers,
      Outboxes outboxes,
      TellOutcome outcomes,
      ContentCipher contents,
      ObjectMapper json) {
    return new EndInquiry(
        writer, waiters, recent, notes, catalogue, gates, breakers, outboxes, outcomes, contents,
        json);
  }

  @Bean
  Polling polling(
      LedgerWriter writer,
      PollClaims claims,
      RecentInquiries recent,
      Catalogue catalogue,
      Breakers breakers,
      Clock clock) {
    return new Polling(writer, claims, recent, catalogue, breakers, clock);
  }

  @Bean
  EndRefused endRefused(LedgerWriter writer, LedgerReader reader, EndInquiry end, Clock clock) {
    return new EndRefused(writer, reader, end, clock);
  }

  @Bean
  HoldReplies hold(LedgerWriter writer, SentNotes notes, FindInquiry find, Arrivals arrivals) {
    return new HoldReplies(writer, notes, find, arrivals);
  }

  @Bean
  Retention retention(
      Catalogue catalogue,
      Retained retained,
      LedgerWriter writer,
      List<KeptOutside> outside,
      Clock clock) {
    return new Retention(catalogue, retained, writer, outside, clock);
  }

  @Bean
  LookInside lookInside(
      LedgerReader reader,
      LedgerWriter writer,
      ContentCipher contents,
      ObjectMapper json,
      Clock clock) {
    return new LookInside(reader, writer, contents, json, clock);
  }

  @Bean
  Disclose disclose(Disclosures disclosures, LedgerWriter writer, SearchKeys hashes, Clock clock) {
    return new Disclose(disclosures, writer, hashes, clock);
  }

  @Bean
  LegalHold legalHold(LedgerWriter writer, Clock clock) {
    return new LegalHold(writer, clock);
  }

  @Bean
  Housekeeping housekeeping(
      LedgerReader reader,
      EndInquiry endings,
      Pauses pauses,
      Incarnation incarnation,
      Waiters waiters,
      SentNotes notes,
      Clock clock) {
    return new Housekeeping(reader, endings, pauses, incarnation, waiters, notes, clock);
  }
}
