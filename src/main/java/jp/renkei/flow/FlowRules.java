package jp.renkei.flow;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a flow's values must be to each other and to the rest; a value that is null is skipped. */
final class FlowRules {

  private final Mapping entry;

  FlowRules(Mapping entry) {
    this.entry = entry;
  }

  void beginsWithArea(String id, Area area) {
    if (area != null && area.id() != null && id != null && !id.startsWith(area.id() + ".")) {
      entry.refuse(
          "id",
          "the flow " + id + " does not begin with its area",
          "write id: " + area.id() + id.substring(id.indexOf('.')) + " or move it to its area");
    }
  }

  void kindIsOneOf(Set<String> kinds, String kind) {
    if (kind != null && !kinds.contains(kind)) {
      entry.refuse(
          "kind",
          "the message kind " + kind + " is unknown",
          "correct it to one of " + String.join(", ", kinds));
    }
  }

  void agencyIsOneOf(AgencyFiles agencies, String agency) {
    if (agency != null && !agencies.knows(agency)) {
      entry.refuse(
          "agency",
          "the agency " + agency + " is unknown",
          "add routes/agencies/" + agency + ".yaml, or correct it to one of " + agencies.names());
    }
  }

  void keptUntilDeadline(Term deadline, Duration retention) {
    if (deadline != null && retention != null && retention.compareTo(deadline.atLeast()) < 0) {
      String written = entry.plain("deadline");
      entry.refuse(
          "retention",
          "payloads would be purged before the deadline",
          "write a retention of at least " + (written == null ? deadline.length() : written));
    }
  }

  void inUseWithItsAgency(Validity validity, Agency agency) {
    if (validity.from() != null && agency != null && !validity.meets(agency.validity())) {
      entry.refuse(
          "validFrom",
          "the flow is never in use while its agency " + agency.id() + " is",
          "correct validFrom and validTo, here or in routes/agencies/" + agency.id() + ".yaml");
    }
  }

  /** A reminder that comes with the deadline or after it would never be sent. */
  void remindedBeforeDeadline(Term deadline, Agency agency) {
    if (agency == null
        || agency.paper() == null
        || !(deadline instanceof Term.BusinessDays business)) {
      return;
    }
    if (agency.paper().reminders().stream().anyMatch(at -> at.days() >= business.days())) {
      entry.refuse(
          "deadline",
          "a reminder of the agency " + agency.id() + " would not come before the deadline",
          "write a longer deadline, or earlier reminders in routes/agencies/"
              + agency.id()
              + ".yaml");
    }
  }

  /**
   * Promise 7 of DESIGN.md 4: never over jms; DOMAIN.md 2.3: not on paper; DOMAIN.md 0: always
   * Specific Personal Information.
   */
  void numberIsProtected(Boolean specific, Boolean number, Agency agency) {
    if (!Boolean.TRUE.equals(number)) {
      return;
    }
    if (Boolean.FALSE.equals(specific)) {
      entry.refuse(
          "specificPersonalInformation",
          "an individual number is Specific Personal Information",
          "write specificPersonalInformation: yes or individualNumber: no");
    }
    if (agency != null && agency.transport() == Transport.JMS) {
      entry.refuse(
          "individualNumber",
          "an individual number may not travel over jms, which " + agency.id() + " uses",
          "write individualNumber: no or choose an agency with another transport");
    }
    if (agency != null && agency.transport() == Transport.DOCUMENT) {
      entry.refuse(
          "individualNumber",
          "an individual number may not stand in a letter, which " + agency.id() + " gets",
          "write individualNumber: no or choose an agency with another transport");
    }
  }

  /** Of the pattern {@code answer} is what a caller of the hub answers, and nothing else. */
  void ownerAnswers(Pattern pattern, Agency agency) {
    if (pattern == null
        || agency == null
        || (pattern == Pattern.ANSWER) == (agency.transport() == Transport.OWNER)) {
      return;
    }
    entry.refuse(
        "pattern",
        pattern == Pattern.ANSWER
            ? "the agency " + agency.id() + " has no owner who could answer"
            : "the agency " + agency.id() + " is answered by a caller of the hub",
        pattern == Pattern.ANSWER
            ? "write pattern: inquiry, or choose an agency with transport: owner"
            : "write pattern: answer, or choose an agency with another transport");
  }

  /** Where an agency takes all, a rule for the others would never be followed. */
  void someCharactersAreOutside(Characters.Outside outside, Agency agency) {
    if (outside != null && agency != null && agency.characters().set() == CharacterSet.UNICODE) {
      entry.refuse(
          "outsideCharacters",
          "the agency " + agency.id() + " takes every character",
          "remove it, or name its set in routes/agencies/" + agency.id() + ".yaml");
    }
  }

  /** Whoever asked itself would wait for itself. */
  void ownerDoesNotAsk(Agency agency, List<Permission> permitted) {
    if (agency != null
        && agency.owner() != null
        && permitted.stream().anyMatch(line -> agency.owner().equals(line.caller()))) {
      entry.refuse(
          "permitted",
          "the owner " + agency.owner() + " would ask itself",
          "take its line out, or choose another agency");
    }
  }

  /** A kind's fields for an individual number are for flows that may carry one. */
  void numberIsPermittedWhereItMayBe(Boolean number, Items items, List<Permission> permitted) {
    if (!Boolean.FALSE.equals(number) || items == null) {
      return;
    }
    Set<String> among = new TreeSet<>(items.individualNumbers());
    among.removeIf(item -> permitted.stream().noneMatch(line -> line.items().contains(item)));
    if (!among.isEmpty()) {
      String named = String.join(", ", among);
      entry.refuse(
          "individualNumber",
          "the permitted list has " + named + ", which holds an individual number",
          "write individualNumber: yes or take " + named + " out of permitted");
    }
  }
}
