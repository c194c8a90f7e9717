package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.renkei.flow.CheckDigits;
import jp.renkei.problem.Fault;

/** A municipality code (地方公共団体コード) of six digits, the last of them the check digit. */
public final class MunicipalityCode {

  private MunicipalityCode() {}

  /**
   * Adds a fault where there is a code whose check digit does not fit.
   *
   * @param form what its schema has accepted
   * @param root the pointer of the form, e.g. {@code /payload}
   * @param pointer the code's place inside the form
   */
  public static void refuseWrong(JsonNode form, String root, String pointer, List<Fault> faults) {
    JsonNode code = form.at(pointer);
    if (code.isTextual() && !CheckDigits.isMunicipality(code.textValue())) {
      faults.add(new Fault(root + pointer, "its check digit does not fit"));
    }
  }
}
