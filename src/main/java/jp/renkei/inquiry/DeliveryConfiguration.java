package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.CaseNews;
import jp.renkei.ledger.DeliveryBoxes;
import jp.renkei.ledger.DeliveryClaims;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.Users;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what callers get by queue. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  @Bean
  PackDelivery packDelivery(
      Identifiers identifiers, MessageCipher messages, ContentCipher contents, Clock clock) {
    return new PackDelivery(identifiers, messages, contents, clock);
  }

  @Bean
  Deliveries deliveries(
      LedgerWriter writer, PackDelivery pack, DeliveryBoxes boxes, Incarnation incarnation) {
    return new Deliveries(writer, pack, boxes, incarnation);
  }

  @Bean
  CaseNews tellCase(Users users, PackDelivery pack) {
    return new TellCase(users, pack);
  }

  @Bean
  TellOutcome tellOutcome(
      Users users,
      Catalogue catalogue,
      MessageKinds kinds,
      OutcomeView view,
      Deliveries deliveries,
      ObjectMapper json) {
    return new TellOutcome(users, catalogue, kinds, view, deliveries, json);
  }

  @Bean
  Delivering delivering(
      LedgerWriter writer,
      DeliveryBoxes boxes,
      DeliveryClaims claims,
      Incarnation incarnation,
      Clock clock) {
    return new Delivering(writer, boxes, claims, incarnation, clock);
  }
}
