package jp.renkei.message.facility;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the special case of the address applies: whoever moved the address to a facility in
 * another municipality on entering it stays insured where he or she lived before (NHI Act 国民健康保険法
 * art. 116-2).
 *
 * @param flags what to look at, as facility-residence.reply.schema.json names it
 */
record SpecialCase(Applies applies, String basis, List<String> flags) {

  private static final String LAW = "国民健康保険法116条の2";
  private static final String PROJECT = "Renkei project rule (独自の取扱い)";

  SpecialCase {
    flags = List.copyOf(flags);
  }

  static SpecialCase of(StayQuestion question, StayReply reply) {
    if (!reply.result().told()) {
      return new SpecialCase(Applies.UNDETERMINED, PROJECT, List.of("NOT_TOLD"));
    }
    if (!reply.result().stayed()) {
      return new SpecialCase(Applies.NO, LAW, List.of("NO_STAY"));
    }
    List<String> flags = flags(question, reply);
    if (flags.contains("ADDRESS_NOT_MOVED")) {
      return new SpecialCase(Applies.NO, LAW, flags);
    }
    if (!question.formerMunicipality().equals(reply.formerMunicipality())) {
      return new SpecialCase(Applies.UNDETERMINED, PROJECT, flags);
    }
    if (flags.contains("SAME_MUNICIPALITY")) {
      return new SpecialCase(Applies.NO, LAW, flags);
    }
    return reply.addressMoved() == null
        ? new SpecialCase(Applies.UNDETERMINED, PROJECT, flags)
        : new SpecialCase(Applies.YES, LAW, flags);
  }

  private static List<String> flags(StayQuestion question, StayReply reply) {
    List<String> flags = new ArrayList<>();
    if (!question.admittedOn().equals(reply.admittedOn())) {
      flags.add("ADMISSION_DIFFERS");
    }
    String former = reply.formerMunicipality();
    if (former == null) {
      flags.add("FORMER_MUNICIPALITY_UNKNOWN");
    } else if (!former.equals(question.formerMunicipality())) {
      flags.add("FORMER_MUNICIPALITY_DIFFERS");
    }
    if (reply.addressMoved() == null) {
      flags.add("ADDRESS_UNKNOWN");
    } else if (!reply.addressMoved()) {
      flags.add("ADDRESS_NOT_MOVED");
    }
    if (question.facilityMunicipality().equals(former)) {
      flags.add("SAME_MUNICIPALITY");
    }
    return flags;
  }

  enum Applies {
    YES,
    NO,
    UNDETERMINED
  }
}
