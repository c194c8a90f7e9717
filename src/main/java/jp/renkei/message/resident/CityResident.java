package jp.renkei.message.resident;

import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.NetworkSubject;

/**
 * A resident of the own city (住民基本台帳情報), as its resident system knows the person: beside the record
 * that every municipality tells also name, address, birth and support measures (支援措置).
 */
public final class CityResident implements NetworkSubject<RecordAsked, BaseDate, CityResidentTold> {

  @Override
  public Class<RecordAsked> payload() {
    return RecordAsked.class;
  }

  @Override
  public Class<BaseDate> repeated() {
    return BaseDate.class;
  }

  @Override
  public Class<CityResidentTold> told() {
    return CityResidentTold.class;
  }

  @Override
  public BaseDate repeated(RecordAsked asked) {
    return new BaseDate(asked.baseDate());
  }

  @Override
  public CityResidentAnswer answer(
      NetworkQuestion<RecordAsked> question, NetworkReply<BaseDate, CityResidentTold> reply) {
    return CityResidentAnswer.of(question, reply);
  }

  /**
   * Only a measure that is told to be none, and nobody found, rule it out. What is withheld does
   * not: that no automatic answer is given is itself a sign of protection (DOMAIN.md 2.3).
   */
  @Override
  public boolean mayBeProtected(NetworkReply<BaseDate, CityResidentTold> reply) {
    return switch (reply.replyClass()) {
      case NO_DATA, NOT_IDENTIFIED -> false;
      default -> reply.told().protection().filter(SupportMeasure::isNone).isEmpty();
    };
  }
}
