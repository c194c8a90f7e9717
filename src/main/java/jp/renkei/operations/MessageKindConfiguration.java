package jp.renkei.operations;

import java.util.List;
import java.util.function.Supplier;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Municipalities;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.account.ReceivingAccount;
import jp.renkei.message.benefits.MedicalBenefits;
import jp.renkei.message.care.LongTermCare;
import jp.renkei.message.coverage.Coverage;
import jp.renkei.message.declaration.IncomeDeclaration;
import jp.renkei.message.employment.EmploymentInsurance;
import jp.renkei.message.evidence.ReductionEvidence;
import jp.renkei.message.facility.FacilityResidence;
import jp.renkei.message.income.InsuredIncome;
import jp.renkei.message.network.NetworkKind;
import jp.renkei.message.payment.PaymentStatus;
import jp.renkei.message.registry.RegistryIdentity;
import jp.renkei.message.resident.CityResident;
import jp.renkei.message.resident.ResidentRecord;
import jp.renkei.message.tax.LocalTax;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** The message kinds that this hub speaks. */
@Configuration(proxyBeanMethods = false)
class MessageKindConfiguration {

  /** The catalogue names kinds, so it is read after they are there: it is asked for once, later. */
  @Bean
  MessageKinds messageKinds(ObjectProvider<Catalogue> catalogue) {
    return kinds(SingletonSupplier.of(() -> catalogue.getObject().providers().municipalities()));
  }

  /** With the table of municipalities as it is when an answer is derived. */
  static MessageKinds kinds(Supplier<Municipalities> municipalities) {
    return new MessageKinds(
        List.of(
            new EmploymentInsurance(),
            new ReceivingAccount(),
            new InsuredIncome(),
            new RegistryIdentity(),
            new FacilityResidence(),
            new ReductionEvidence(),
            new NetworkKind<>(new LocalTax()),
            new NetworkKind<>(new Coverage(() -> municipalities.get().ownPrefecture())),
            new NetworkKind<>(new ResidentRecord()),
            new NetworkKind<>(new MedicalBenefits()),
            new NetworkKind<>(new LongTermCare()),
            NetworkKind.inCity("city-resident", new CityResident()),
            NetworkKind.inCity("city-tax", new LocalTax()),
            NetworkKind.inCity("city-care", new LongTermCare()),
            new IncomeDeclaration(),
            new PaymentStatus()));
  }
}
