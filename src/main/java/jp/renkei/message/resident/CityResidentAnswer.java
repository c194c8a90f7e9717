package jp.renkei.message.resident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.resident.CityResidentTold.Name;

/**
 * What is told and derived about a resident of the own city, by city-resident.reply.schema.json.
 *
 * @param protection whether the person is under support measures
 * @param record what is derived from every municipality's record
 */
record CityResidentAnswer(
    Optional<Name> name,
    Optional<String> address,
    Optional<String> birthDate,
    Optional<String> sex,
    SupportFact protection,
    @JsonUnwrapped RecordAnswer record) {

  static CityResidentAnswer of(
      NetworkQuestion<RecordAsked> question, NetworkReply<BaseDate, CityResidentTold> reply) {
    CityResidentTold told = reply.told();
    return new CityResidentAnswer(
        told.name(),
        told.address(),
        told.birthDate(),
        told.sex(),
        SupportFact.of(told),
        RecordAnswer.of(question, reply.telling(told.record())));
  }

  /** Tells nothing, whoever prints it. */
  @Override
  public String toString() {
    return "CityResidentAnswer";
  }
}
