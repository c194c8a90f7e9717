package jp.renkei.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a flow's lines of the permitted list. */
final class PermittedList {

  private static final String HINT = "a list of lines, each with caller: and items:";

  /** Where the lines stand. */
  static final Form<List<Place>> LINES = new Form<>(HINT, place -> places(place, HINT));

  private static final String ITEMS_HINT = "a list of items such as [residentNumber]";

  private static final Form<List<Place>> ITEMS =
      new Form<>(ITEMS_HINT, place -> places(place, ITEMS_HINT));

  private final Items items;
  private final LegalBasis legalBasis;
  private final Validity flow;
  private final Map<String, Place> callers = new HashMap<>();

  /**
   * @param items those of the flow's kind, or null where the kind is unknown
   * @param legalBasis the flow's, for lines that name no other
   * @param flow when the flow is in use
   */
  PermittedList(Items items, LegalBasis legalBasis, Validity flow) {
    this.items = items;
    this.legalBasis = legalBasis;
    this.flow = flow;
  }

  /** The lines; with faults, some of them. */
  List<Permission> read(List<Place> lines) {
    List<Permission> permitted = new ArrayList<>();
    lines.forEach(
        line -> Mapping.of(line).ifPresent(mapping -> permitted.add(read(line, mapping))));
    return permitted;
  }

  private Permission read(Place place, Mapping line) {
    String caller = line.required("caller", Form.ID);
    List<Place> listed = line.required("items", ITEMS);
    LegalBasis basis = line.optional("legalBasis", FlowEntry.LEGAL_BASIS);
    Validity validity = Validity.of(line, line.optional("validFrom", Form.DATE));
    line.refuseOthers();
    onlyOnce(caller, place, line);
    if (caller != null && flow.from() != null && !validity.meets(flow)) {
      place.refuse(
          "the caller " + caller + " is never permitted while the flow is in use",
          "correct validFrom and validTo, here or of the flow");
    }
    Set<String> names = listed == null ? Set.of() : names(listed);
    if (listed != null) {
      refuseTooFew(line, names);
      refuseToHideProtection(line, names);
    }
    return new Permission(caller, names, basis == null ? legalBasis : basis, validity);
  }

  private void onlyOnce(String caller, Place place, Mapping line) {
    Place first = caller == null ? null : callers.putIfAbsent(caller, place);
    if (first != null) {
      line.refuse(
          "caller",
          "the caller " + caller + " stands twice",
          "keep one line with all its items, the other is on line " + first.line());
    }
  }

  private Set<String> names(List<Place> listed) {
    Map<String, Place> names = new LinkedHashMap<>();
    for (Place item : listed) {
      String name = item.node() instanceof ScalarNode scalar ? scalar.getValue() : null;
      if (name == null) {
        item.refuse("an item is not a single value", "write its name");
      } else if (names.containsKey(name)) {
        item.refuse("the item " + name + " stands twice", "keep one of them");
      } else if (items != null && !items.all().contains(name)) {
        item.refuse(
            "the item " + name + " is unknown to the flow's message kind",
            "correct it to one of " + String.join(", ", items.all()));
      } else {
        names.put(name, item);
      }
    }
    return names.keySet();
  }

  /** Whoever may not send what every payload must have could never ask. */
  private void refuseTooFew(Mapping line, Set<String> names) {
    if (items == null || names.containsAll(items.needed())) {
      return;
    }
    Set<String> missing = new TreeSet<>(items.needed());
    missing.removeAll(names);
    line.refuse(
        "items",
        "the caller could never ask: every payload has " + String.join(", ", missing),
        "add " + String.join(", ", missing));
  }

  /** Whoever is told of a person is told that the person is protected. */
  private void refuseToHideProtection(Mapping line, Set<String> names) {
    if (items == null || names.containsAll(items.protections())) {
      return;
    }
    Set<String> hidden = new TreeSet<>(items.protections());
    hidden.removeAll(names);
    line.refuse(
        "items",
        "the caller would not be told who is protected: " + String.join(", ", hidden),
        "add " + String.join(", ", hidden));
  }

  private static List<Place> places(Place place, String hint) {
    if (!(place.node() instanceof SequenceNode list) || list.getValue().isEmpty()) {
      return place.refuse(place.key() + " is not a list with entries", "write " + hint);
    }
    return list.getValue().stream().map(node -> place.inner(place.key(), node)).toList();
  }
}
