package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Entrance;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.RecallEarlier;
import jp.renkei.inquiry.Waiters;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Retained;
import jp.renkei.protection.ContentCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;

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
  HttpMessageConverter<JsonNode> writeTree(ObjectMapper json) {
    return new WriteTree(json);
  }

  @Bean
  ReadSubmission readSubmission(Catalogue catalogue) {
    return new ReadSubmission(catalogue);
  }

  @Bean
  SubmitAndWait submitAndWait(
      Entrance entrance,
      RecallEarlier earlier,
      Waiters waiters,
      LedgerReader reader,
      ExecutorService answering) {
    return new SubmitAndWait(entrance, earlier, waiters, reader, answering);
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
  VisibleInquiry visibleInquiry(LedgerReader reader) {
    return new VisibleInquiry(reader);
  }
}
