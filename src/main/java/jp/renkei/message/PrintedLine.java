package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import jp.renkei.problem.Fault;

/** A line of free text that a letter prints. */
public final class PrintedLine {

  private PrintedLine() {}

  /**
   * Adds a fault where the line holds what may be an individual number.
   *
   * @param payload any JSON
   * @param pointer the line's place inside the payload
   */
  public static void refuseTwelveDigits(JsonNode payload, String pointer, List<Fault> faults) {
    if (TwelveDigits.in(payload.at(pointer).asText())) {
      faults.add(
          new Fault("/payload" + pointer, "twelve digits, which may be an individual number"));
    }
  }
}
