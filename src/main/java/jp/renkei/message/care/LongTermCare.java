package jp.renkei.message.care;

import java.util.Optional;
import jp.renkei.message.Period;
import jp.renkei.message.care.xml.LongTermCareInquiry;
import jp.renkei.message.care.xml.LongTermCareReply;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.XmlSubject;

/** The kind {@code long-term-care} (介護保険給付等関係情報): enrolment and own burdens of a period. */
public final class LongTermCare implements XmlSubject<CareAsked, CareYear, CareTold> {

  @Override
  public String id() {
    return "long-term-care";
  }

  @Override
  public Class<CareAsked> payload() {
    return CareAsked.class;
  }

  @Override
  public Class<CareYear> repeated() {
    return CareYear.class;
  }

  @Override
  public Class<CareTold> told() {
    return CareTold.class;
  }

  @Override
  public Class<?> inquiryXml() {
    return LongTermCareInquiry.class;
  }

  @Override
  public Class<?> replyXml() {
    return LongTermCareReply.class;
  }

  @Override
  public CareYear repeated(CareAsked asked) {
    return new CareYear(asked.calculationYear());
  }

  /** Each care insurer of the calculation period has its own part of the burdens (DOMAIN.md 5). */
  @Override
  public Optional<Period> addressDays(CareAsked asked) {
    CareYear year = repeated(asked);
    return Optional.of(new Period(year.firstDay(), year.lastDay()));
  }

  @Override
  public CareAnswer answer(
      NetworkQuestion<CareAsked> question, NetworkReply<CareYear, CareTold> reply) {
    return CareAnswer.of(question, reply);
  }
}
