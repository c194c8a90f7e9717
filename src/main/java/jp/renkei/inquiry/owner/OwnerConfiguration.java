package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Deliveries;
import jp.renkei.inquiry.Delivering;
import jp.renkei.inquiry.EndInquiry;
import jp.renkei.inquiry.KeepPermitted;
import jp.renkei.inquiry.RecheckRight;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Questions;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.Users;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an owner answers, as beans that the routes and doors name. */
@Configuration(proxyBeanMethods = false)
class OwnerConfiguration {

  @Bean
  OwnerKinds ownerKinds(Catalogue catalogue, MessageKinds kinds) {
    return new OwnerKinds(catalogue, kinds);
  }

  @Bean
  AskedContent askedContent(LedgerReader reader, ContentCipher contents, ObjectMapper json) {
    return new AskedContent(reader, contents, json);
  }

  @Bean
  Offer offer(
      Catalogue catalogue,
      OwnerKinds kinds,
      AskedContent asked,
      LedgerWriter writer,
      SearchKeys hashes,
      TellQuestions tellQuestions,
      Clock clock) {
    return new Offer(catalogue, kinds, asked, writer, hashes, tellQuestions, clock);
  }

  @Bean
  ViewQuestion viewQuestion(Questions questions, AskedContent asked, RecheckRight rights) {
    return new ViewQuestion(questions, asked, rights);
  }

  @Bean
  QueueOwners queueOwners(Users users, Catalogue catalogue) {
    return new QueueOwners(users.callers(), catalogue);
  }

  @Bean
  TellQuestions tellQuestions(
      QueueOwners owners,
      Catalogue catalogue,
      OwnerKinds kinds,
      Questions questions,
      LedgerReader reader,
      LedgerWriter writer,
      ViewQuestion views,
      QuestionView written,
      Deliveries deliveries,
      ObjectMapper json,
      Clock clock) {
    return new TellQuestions(
        owners,
        catalogue,
        kinds,
        questions,
        reader,
        writer,
        views,
        written,
        deliveries,
        json,
        clock);
  }

  @Bean
  AskOwner askOwner(
      QueueOwners owners,
      Questions questions,
      ViewQuestion views,
      LedgerReader reader,
      LedgerWriter writer,
      Delivering delivering,
      Clock clock) {
    return new AskOwner(owners, questions, views, reader, writer, delivering, clock);
  }

  @Bean
  FetchQuestions fetchQuestions(
      Catalogue catalogue,
      Questions questions,
      ViewQuestion views,
      LedgerWriter writer,
      Clock clock) {
    return new FetchQuestions(catalogue, questions, views, writer, clock);
  }

  @Bean
  FindQuestion findQuestion(Catalogue catalogue, LedgerReader reader, Questions questions) {
    return new FindQuestion(catalogue, reader, questions);
  }

  @Bean
  TakeAnswer takeAnswer(
      Catalogue catalogue,
      OwnerKinds kinds,
      Questions questions,
      AskedContent asked,
      KeepPermitted permitted,
      EndInquiry endings,
      ContentCipher contents,
      SearchKeys hashes,
      @Value("${renkei.environment}") String environment,
      Clock clock) {
    return new TakeAnswer(
        catalogue,
        kinds,
        questions,
        asked,
        permitted,
        endings,
        contents,
        hashes,
        EnvironmentMark.of(environment),
        clock);
  }
}
