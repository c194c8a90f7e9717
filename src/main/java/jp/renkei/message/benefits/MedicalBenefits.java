package jp.renkei.message.benefits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.renkei.message.benefits.xml.MedicalBenefitsInquiry;
import jp.renkei.message.benefits.xml.MedicalBenefitsReply;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.XmlSubject;
import jp.renkei.problem.Fault;

/** The kind {@code medical-benefits} (医療保険給付関係情報): what another insurance has paid. */
public final class MedicalBenefits implements XmlSubject<BenefitsAsked, BenefitSpan, BenefitsTold> {

  @Override
  public String id() {
    return "medical-benefits";
  }

  @Override
  public Class<BenefitsAsked> payload() {
    return BenefitsAsked.class;
  }

  @Override
  public Class<BenefitSpan> repeated() {
    return BenefitSpan.class;
  }

  @Override
  public Class<BenefitsTold> told() {
    return BenefitsTold.class;
  }

  @Override
  public Class<?> inquiryXml() {
    return MedicalBenefitsInquiry.class;
  }

  @Override
  public Class<?> replyXml() {
    return MedicalBenefitsReply.class;
  }

  @Override
  public List<Fault> faults(JsonNode payload) {
    JsonNode months = payload.get("months");
    return months.get("from").textValue().compareTo(months.get("to").textValue()) > 0
        ? List.of(new Fault("/payload/months", "from is after to"))
        : List.of();
  }

  @Override
  public BenefitSpan repeated(BenefitsAsked asked) {
    return new BenefitSpan(asked.months(), asked.benefitKind());
  }

  @Override
  public BenefitsAnswer answer(
      NetworkQuestion<BenefitsAsked> question, NetworkReply<BenefitSpan, BenefitsTold> reply) {
    return BenefitsAnswer.of(question, reply);
  }
}
