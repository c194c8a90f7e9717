package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.problem.Fault;

/**
 * Whom a letter goes to, as it is printed.
 *
 * @param name at most 25 characters, without 様 or 御中
 * @param postalCode {@code 000-0000}
 * @param address 1 to 3 lines of at most 25 characters
 */
public record Addressee(String name, String postalCode, List<String> address) {

  public Addressee {
    address = List.copyOf(address);
  }

  /**
   * Reads it from a payload that its schema has accepted.
   *
   * @param given an object with {@code name}, {@code postalCode} and {@code address}
   */
  public static Addressee of(JsonNode given) {
    List<String> address = new ArrayList<>();
    given.path("address").forEach(line -> address.add(line.textValue()));
    return new Addressee(
        given.path("name").textValue(), given.path("postalCode").textValue(), address);
  }

  /**
   * What its schema cannot say: no line holds a number of twelve digits.
   *
   * @param payload any JSON
   * @param place the pointer of the addressee inside the payload, e.g. {@code /addressee}
   */
  public static List<Fault> faults(JsonNode payload, String place) {
    List<Fault> faults = new ArrayList<>();
    PrintedLine.refuseTwelveDigits(payload, place + "/name", faults);
    for (int i = 0; i < payload.at(place + "/address").size(); i++) {
      PrintedLine.refuseTwelveDigits(payload, place + "/address/" + i, faults);
    }
    return faults;
  }
}
