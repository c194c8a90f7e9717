package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Deliveries;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.OutcomeView;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submit;
import jp.renkei.inquiry.Waiters;
import jp.renkei.inquiry.owner.FetchQuestions;
import jp.renkei.inquiry.owner.FindQuestion;
import jp.renkei.inquiry.owner.OwnerEntrance;
import jp.renkei.inquiry.owner.QuestionView;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Retained;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.FailedLogins;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.Users;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the doors together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  private static final int ANSWERING_THREADS = 8;

  @Bean(destroyMethod = "shutdown")
  ExecutorService answering() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        ANSWERING_THREADS,
        task -> new Thread(task, "renkei-answering-" + number.incrementAndGet()));
  }

  @Bean
  NoteRefusals noteRefusals(LedgerWriter writer, Users users, Clock clock) {
    return new NoteRefusals(writer, users, clock);
  }

  /** The doors' login; {@code passwordCheck} alone would let passwords be guessed. */
  @Bean
  GuardedLogin guardedLogin(
      @Qualifier("passwordCheck") AuthenticationProvider passwords,
      FailedLogins failures,
      NoteRefusals refusals) {
    return new GuardedLogin(passwords, failures, refusals);
  }

  @Bean
  WriteProblem writeProblem(ObjectMapper json, NoteRefusals refusals, RefusalListener listener) {
    return new WriteProblem(json, refusals, listener);
  }

  @Bean
  HttpMessageConverter<JsonNode> writeTree(ObjectMapper json) {
    return new WriteTree(json);
  }

  @Bean
  AnswerLater answerLater(
      HttpMessageConverter<JsonNode> writeTree,
      ProblemAdvice problems,
      @Value("${spring.mvc.async.request-timeout}") Duration longest) {
    return new AnswerLater(writeTree, problems, longest.toMillis());
  }

  @Bean
  WebMvcConfigurer answersLater(AnswerLater later) {
    return new WebMvcConfigurer() {
      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(later);
      }
    };
  }

  @Bean
  FilterRegistrationBean<AnswerLater> answersFirst(AnswerLater later) {
    FilterRegistrationBean<AnswerLater> first = new FilterRegistrationBean<>(later);
    first.setDispatcherTypes(DispatcherType.ASYNC);
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  CallerShares callerShares(Clock clock) {
    return new CallerShares(clock);
  }

  @Bean
  OpenRequests openRequests(@Value("${renkei.requests-at-once}") int most) {
    return new OpenRequests(most);
  }

  @Bean
  MeterBinder openRequestFigures(OpenRequests requests) {
    return registry ->
        Gauge.builder("renkei.requests.open", requests, OpenRequests::open).register(registry);
  }

  @Bean
  BatchTurns batchTurns() {
    return new BatchTurns();
  }

  @Bean
  SubmitAndWait submitAndWait(
      Submit submit, Waiters waiters, LedgerReader reader, ExecutorService answering) {
    return new SubmitAndWait(submit, waiters, reader, answering);
  }

  @Bean
  InquiryViews inquiryViews(
      LedgerReader reader,
      Retained retained,
      Gates gates,
      ContentCipher contents,
      ObjectMapper json) {
    return new InquiryViews(reader, retained, gates, contents, json);
  }

  @Bean
  TakeMessage takeMessage(
      Users users,
      MessageCipher messages,
      Deliveries deliveries,
      RefusalListener refusals,
      ObjectMapper json) {
    return new TakeMessage(users, messages, deliveries, refusals, json);
  }

  @Bean
  QueueDoor queueDoor(
      TakeMessage messages,
      CallerShares shares,
      ReadSubmission submissions,
      SubmitAndWait submitAndWait,
      InquiryViews views) {
    return new QueueDoor(messages, shares, submissions, submitAndWait, views);
  }

  @Bean
  AnswersDoor answersDoor(
      TakeMessage messages,
      Catalogue catalogue,
      MessageKinds kinds,
      FetchQuestions questions,
      FindQuestion find,
      OwnerEntrance answers) {
    return new AnswersDoor(messages, catalogue, kinds, questions, find, answers);
  }

  @Bean
  QuestionView questionView() {
    return QuestionForm::open;
  }

  @Bean
  OutcomeView outcomeView(InquiryViews views) {
    return views::outcome;
  }

  @Bean
  VisibleInquiry visibleInquiry(LedgerReader reader) {
    return new VisibleInquiry(reader);
  }
}
