package jp.renkei.message.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.YearForms;
import jp.renkei.problem.Fault;

/** What a schema cannot say of the instalments (期別) that an owner tells. */
final class CheckInstalments {

  private static final String AS_OF = "asOf";
  private static final String INSTALMENTS = "instalments";

  private final LocalDate today;
  private final List<Fault> faults;

  CheckInstalments(LocalDate today, List<Fault> faults) {
    this.today = today;
    this.faults = faults;
  }

  void check(JsonNode reply) {
    boolean found = "FOUND".equals(reply.get("result").textValue());
    for (String field : List.of(AS_OF, INSTALMENTS)) {
      if (found != reply.has(field)) {
        YearForms.refuse(faults, "/" + field, found ? "required with FOUND" : "only with FOUND");
      }
    }
    YearForms.refuseAfter(today, reply.path(AS_OF), "/" + AS_OF, faults);
    Set<Integer> numbers = new TreeSet<>();
    JsonNode instalments = reply.path(INSTALMENTS);
    for (int i = 0; i < instalments.size(); i++) {
      String place = "/" + INSTALMENTS + "/" + i;
      check(instalments.get(i), place);
      if (!numbers.add(instalments.get(i).get("number").intValue())) {
        YearForms.refuse(faults, place + "/number", "stands twice");
      }
    }
  }

  private void check(JsonNode instalment, String place) {
    long paid = instalment.get("paid").longValue();
    long unpaid = instalment.get("unpaid").longValue();
    if (instalment.get("assessed").longValue() != paid + unpaid) {
      YearForms.refuse(faults, place + "/assessed", "not the sum of paid and unpaid");
    }
    JsonNode paidOn = instalment.path("paidOn");
    if (paid == 0 && !paidOn.isEmpty()) {
      YearForms.refuse(faults, place + "/paidOn", "nothing was paid");
    }
    if (paid > 0 && paidOn.isEmpty()) {
      YearForms.refuse(faults, place + "/paidOn", "required where something was paid");
    }
    for (int i = 0; i < paidOn.size(); i++) {
      YearForms.refuseAfter(today, paidOn.get(i), place + "/paidOn/" + i, faults);
    }
    LocalDate due = LocalDate.parse(instalment.get("dueOn").textValue());
    for (String act : List.of("demandSentOn", "seizedOn")) {
      YearForms.refuseAfter(today, instalment.path(act), place + "/" + act, faults);
      if (instalment.has(act) && !LocalDate.parse(instalment.get(act).textValue()).isAfter(due)) {
        YearForms.refuse(faults, place + "/" + act, "not after the day it was due");
      }
    }
  }
}
