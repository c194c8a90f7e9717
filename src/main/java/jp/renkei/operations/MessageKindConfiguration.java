package jp.renkei.operations;

import java.util.List;
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
            new RegistryIdentity(),
            new FacilityResidence(),
            new ReductionEvidence(),
            new NetworkKind<>(new LocalTax()),
            new NetworkKind<>(new Coverage()),
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
