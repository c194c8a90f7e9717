package jp.renkei.message.facility;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the answer that a caller gets, by facility-residence.reply.schema.json. */
final class StayAnswer {

  private StayAnswer() {}

  static ObjectNode of(StayQuestion question, StayReply reply) {
    SpecialCase judged = SpecialCase.of(question, reply);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", question.residentNumber());
    answer.put("facilityKind", question.facilityKind());
    answer.put("result", reply.result().name());
    answer.put("specialCase", judged.applies().name());
    if (judged.applies() == SpecialCase.Applies.YES) {
      answer.put("insurerMunicipality", reply.formerMunicipality());
      answer.put("from", reply.admittedOn().toString());
      if (reply.leftOn() != null) {
        answer.put("until", reply.leftOn().toString());
      }
    }
    answer.put("basis", judged.basis());
    judged.flags().forEach(answer.putArray("flags")::add);
    if (reply.admittedOn() != null) {
      answer.put("admittedOn", reply.admittedOn().toString());
    }
    answer.put("nonDisclosable", question.nonDisclosable());
    return answer;
  }
}
