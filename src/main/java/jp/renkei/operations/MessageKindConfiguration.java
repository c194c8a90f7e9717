package jp.renkei.operations;

import java.util.List;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.account.ReceivingAccount;
import jp.renkei.message.employment.EmploymentInsurance;
import jp.renkei.message.income.InsuredIncome;
import jp.renkei.message.registry.RegistryIdentity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The message kinds that this hub speaks. */
@Configuration(proxyBeanMethods = false)
class MessageKindConfiguration {

  @Bean
  MessageKinds messageKinds() {
    return new MessageKinds(
        List.of(
            new EmploymentInsurance(),
            new ReceivingAccount(),
            new InsuredIncome(),
            new RegistryIdentity()));
  }
}
