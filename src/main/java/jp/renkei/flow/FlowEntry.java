package jp.renkei.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one flow of a file. */
final class FlowEntry {

  static final Form<LegalBasis> LEGAL_BASIS =
      new Form<>("law: and, where confirmed, oldRow: and newRow: below it", FlowEntry::legalBasis);

  private static final Form<AskingTwice> ASKING_TWICE =
      new Form<>("within: and then: below it", FlowEntry::askingTwice);

  private final AgencyFiles agencies;
  private final Map<String, Items> kinds;

  FlowEntry(AgencyFiles agencies, Map<String, Items> kinds) {
    this.agencies = agencies;
    this.kinds = new TreeMap<>(kinds);
  }

  /** The flow, or null; a flow with faults may be either. */
  Flow read(Area area, Mapping entry) {
    String id = entry.required("id", Form.FLOW_ID);
    String place = entry.required("place", Form.TEXT);
    Title title = entry.required("title", Form.TITLE);
    Pattern pattern = entry.required("pattern", Form.oneOf(Pattern.class));
    String agency = entry.required("agency", Form.ID);
    List<String> others = entry.optional("otherAgencies", Form.listOf(Form.ID));
    String kind = entry.required("kind", Form.ID);
    Term deadline = entry.required("deadline", TermForm.TERM);
    Duration retention = entry.required("retention", Form.DURATION);
    Boolean specific = entry.required("specificPersonalInformation", Form.FLAG);
    Boolean number = entry.required("individualNumber", Form.FLAG);
    Title purpose = entry.required("purpose", Form.TITLE);
    LegalBasis legalBasis = entry.required("legalBasis", LEGAL_BASIS);
    List<Place> lines = entry.required("permitted", PermittedList.LINES);
    AskingTwice askingTwice = entry.optional("askingTwice", ASKING_TWICE);
    String inCity = entry.optional("inCity", Form.FLOW_ID);
    Characters.Outside outside = entry.optional("outsideCharacters", Characters.OUTSIDE);
    Validity validity = Validity.of(entry, entry.required("validFrom", Form.DATE));
    ObjectNode example = entry.required("example", ExamplePayload.FORM);
    entry.refuseOthers();

    Agency asked = agencies.agency(agency);
    FlowRules rules = new FlowRules(entry);
    rules.beginsWithArea(id, area);
    rules.kindIsOneOf(kinds.keySet(), kind);
    rules.agencyIsOneOf(agencies, agency);
    rules.keptUntilDeadline(deadline, retention);
    rules.inUseWithItsAgency(validity, asked);
    rules.remindedBeforeDeadline(deadline, asked);
    rules.numberIsProtected(specific, number, asked);
    Items items = kind == null ? null : kinds.get(kind);
    List<Permission> permitted =
        lines == null ? List.of() : new PermittedList(items, legalBasis, validity).read(lines);
    rules.numberIsPermittedWhereItMayBe(number, items, permitted);
    rules.ownerAnswers(pattern, asked);
    List<Agency> otherAgencies = new OtherAgencies(entry, agencies).read(asked, others);
    otherAgencies.forEach(other -> rules.inUseWithItsAgency(validity, other));
    rules.ownerDoesNotAsk(asked, permitted);
    rules.someCharactersAreOutside(outside, asked);
    if (specific == null || number == null) {
      return null;
    }
    return new Flow(
        id,
        area,
        place,
        title,
        pattern,
        asked,
        otherAgencies,
        kind,
        deadline,
        retention,
        specific,
        number,
        purpose,
        legalBasis,
        permitted,
        askingTwice,
        inCity,
        asked == null ? null : asked.characters().with(outside),
        validity,
        example);
  }

  private static AskingTwice askingTwice(Place place) {
    return Mapping.of(place)
        .map(
            mapping -> {
              AskingTwice rule =
                  new AskingTwice(
                      mapping.required("within", Form.DURATION),
                      mapping.required("then", Form.oneOf(AskingTwice.Then.class)));
              mapping.refuseOthers();
              return rule;
            })
        .orElse(null);
  }

  private static LegalBasis legalBasis(Place place) {
    return Mapping.of(place)
        .map(
            mapping -> {
              LegalBasis basis =
                  new LegalBasis(
                      mapping.required("law", Form.TEXT),
                      mapping.optional("oldRow", Form.TEXT),
                      mapping.optional("newRow", Form.TEXT));
              mapping.refuseOthers();
              return basis;
            })
        .orElse(null);
  }
}
