package jp.renkei.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of information linkage (連携), read from {@code routes/flows}.
 *
 * @param id area and name, e.g. {@code assessment.mhlw-employment}
 * @param area the business area
 * @param place its place in the city's list, e.g. {@code (2)9-10}
 * @param title what operators read
 * @param pattern how it moves
 * @param agency who is asked; with others, where the provider's code names none of theirs
 * @param otherAgencies who is asked instead, where the provider's code is one of theirs
 * @param kind the message kind's id
 * @param deadline how long an inquiry may stay open when its caller says nothing
 * @param retention how long payloads are kept after the end
 * @param specificPersonalInformation whether it carries Specific Personal Information (特定個人情報)
 * @param individualNumber whether it may carry an individual number (個人番号)
 * @param purpose the administrative purpose, as told in the permitted list
 * @param legalBasis the law that permits it
 * @param permitted who may ask what on it; nobody else may
 * @param askingTwice what happens where the same is asked again, or null for nothing
 * @param inCity the flow that asks the own city's system the same, or null
 * @param characters what its agency takes of characters, and what happens on it to others
 * @param validity when it is in use; its first day is known
 * @param example a payload that the demo answers
 */
public record Flow(
    String id,
    Area area,
    String place,
    Title title,
    Pattern pattern,
    Agency agency,
    List<Agency> otherAgencies,
    String kind,
    Term deadline,
    Duration retention,
    boolean specificPersonalInformation,
    boolean individualNumber,
    Title purpose,
    LegalBasis legalBasis,
    List<Permission> permitted,
    AskingTwice askingTwice,
    String inCity,
    Characters characters,
    Validity validity,
    ObjectNode example) {

  /** Whether the flow, and an agency that it asks, are in use on a day (of Asia/Tokyo). */
  public boolean isValidOn(LocalDate day) {
    return agencies().stream().anyMatch(each -> asks(each.id(), day));
  }

  /** Every agency that it may ask. */
  public List<Agency> agencies() {
    return Stream.concat(Stream.of(agency), otherAgencies.stream()).toList();
  }

  /** Whether it may ask an agency, on whatever day. */
  public boolean asks(String id) {
    return agencies().stream().anyMatch(each -> each.id().equals(id));
  }

  /** Whether it may ask an agency on a day. */
  public boolean asks(String id, LocalDate day) {
    return validity.includes(day)
        && agencies().stream()
            .anyMatch(each -> each.id().equals(id) && each.validity().includes(day));
  }

  /** The same flow, asking one of its agencies and no other. */
  public Flow asking(Agency one) {
    return new Flow(
        id,
        area,
        place,
        title,
        pattern,
        one,
        List.of(),
        kind,
        deadline,
        retention,
        specificPersonalInformation,
        individualNumber,
        purpose,
        legalBasis,
        permitted,
        askingTwice,
        inCity,
        characters,
        validity,
        example);
  }

  /** Whether its inquiries of the bulk lane (一括) to an agency go by file. */
  public boolean goesByFile(String id) {
    return agencies().stream().anyMatch(each -> each.id().equals(id) && each.takesFilesOf(kind));
  }

  /** Who may use it, by their ids. */
  public List<String> callers() {
    return permitted.stream().map(Permission::caller).toList();
  }

  /** What a caller may ask on it, on whatever day, or nothing. */
  public Optional<Permission> permission(String caller) {
    return permitted.stream().filter(line -> line.caller().equals(caller)).findFirst();
  }
}
