package jp.renkei.message.care;

import java.time.LocalDate;
import java.util.Optional;
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

  /** The care insurer of the base date (基準日) has all of the period. */
  @Override
  public Optional<LocalDate> addressDay(CareAsked asked) {
    return Optional.of(repeated(asked).lastDay());
  }

  @Override
  public CareAnswer answer(
      NetworkQuestion<CareAsked> question, NetworkReply<CareYear, CareTold> reply) {
    return CareAnswer.of(question, reply);
  }
}
