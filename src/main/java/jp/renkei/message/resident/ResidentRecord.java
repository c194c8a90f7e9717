package jp.renkei.message.resident;

import java.util.Optional;
import jp.renkei.message.Period;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.XmlSubject;
import jp.renkei.message.resident.xml.ResidentRecordInquiry;
import jp.renkei.message.resident.xml.ResidentRecordReply;

/** The kind {@code resident-record} (住民票関係情報): household and moves of a person, on a day. */
public final class ResidentRecord implements XmlSubject<RecordAsked, BaseDate, RecordTold> {

  @Override
  public String id() {
    return "resident-record";
  }

  @Override
  public Class<RecordAsked> payload() {
    return RecordAsked.class;
  }

  @Override
  public Class<BaseDate> repeated() {
    return BaseDate.class;
  }

  @Override
  public Class<RecordTold> told() {
    return RecordTold.class;
  }

  @Override
  public Class<?> inquiryXml() {
    return ResidentRecordInquiry.class;
  }

  @Override
  public Class<?> replyXml() {
    return ResidentRecordReply.class;
  }

  @Override
  public BaseDate repeated(RecordAsked asked) {
    return new BaseDate(asked.baseDate());
  }

  @Override
  public Optional<Period> addressDays(RecordAsked asked) {
    return Optional.of(Period.of(asked.baseDate()));
  }

  @Override
  public RecordAnswer answer(
      NetworkQuestion<RecordAsked> question, NetworkReply<BaseDate, RecordTold> reply) {
    return RecordAnswer.of(question, reply);
  }
}
