package jp.renkei.inquiry.byhand;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.EndInquiry;
import jp.renkei.inquiry.KeepPermitted;
import jp.renkei.ledger.Documents;
import jp.renkei.ledger.KeyedAnswers;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Questions;
import jp.renkei.message.EnvironmentMark;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is answered by hand, as a bean that the door names. */
@Configuration(proxyBeanMethods = false)
class ByHandConfiguration {

  @Bean
  KeyAnswer keyAnswer(
      Catalogue catalogue,
      MessageKinds kinds,
      Documents documents,
      KeyedAnswers keyed,
      Questions questions,
      LedgerReader reader,
      LedgerWriter writer,
      EndInquiry endings,
      IndividualNumberGuards guards,
      KeepPermitted permitted,
      ContentCipher contents,
      ObjectMapper json,
      @Value("${renkei.environment}") String environment,
      Clock clock) {
    return new KeyAnswer(
        catalogue,
        kinds,
        documents,
        keyed,
        questions,
        reader,
        writer,
        endings,
        new UnderstandKeyed(guards, permitted, EnvironmentMark.of(environment)),
        contents,
        json,
        clock);
  }
}
