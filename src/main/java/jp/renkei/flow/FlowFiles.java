package jp.renkei.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code routes/flows}: each file names its area and lists the area's flows. */
final class FlowFiles {

  private static final Form<Area> AREA = new Form<>("id: and title: below it", FlowFiles::area);
  private static final Form<List<Place>> FLOWS =
      new Form<>("a list of flows, each beginning with - id:", FlowFiles::entries);

  private final List<Flow> flows = new ArrayList<>();
  private final Map<String, Place> seen = new HashMap<>();
  private final Set<String> callers = new TreeSet<>();
  private final FlowEntry reading;
  private final List<CatalogueFault> faults;

  FlowFiles(AgencyFiles agencies, Map<String, Items> kinds, List<CatalogueFault> faults) {
    this.reading = new FlowEntry(agencies, kinds);
    this.faults = faults;
  }

  void read(CatalogueSource source) {
    Document.open(source, faults).ifPresent(file -> read(source, file));
  }

  private void read(CatalogueSource source, Mapping file) {
    Area area = checkName(source, file, file.required("area", AREA));
    List<Place> entries = file.required("flows", FLOWS);
    file.refuseOthers();
    if (entries != null) {
      entries.forEach(entry -> Mapping.of(entry).ifPresent(flow -> read(area, flow)));
    }
  }

  /** The area, or null where it does not fit: its flows are then not called wrong as well. */
  private static Area checkName(CatalogueSource source, Mapping file, Area area) {
    if (area == null || area.id() == null || area.id().equals(source.id())) {
      return area;
    }
    file.refuse(
        "area",
        "the area " + area.id() + " stands in a file of another name",
        "name the file " + area.id() + ".yaml or write id: " + source.id());
    return null;
  }

  private void read(Area area, Mapping entry) {
    int before = faults.size();
    Flow flow = reading.read(area, entry);
    if (flow != null) {
      flow.callers().stream().filter(Objects::nonNull).forEach(callers::add);
    }
    checkTwice(entry);
    if (faults.size() == before) {
      flows.add(flow);
    }
  }

  private void checkTwice(Mapping entry) {
    String id = entry.plain("id");
    Place first = id == null ? null : seen.putIfAbsent(id, entry.at("id"));
    if (first != null) {
      entry.refuse(
          "id",
          "the flow " + id + " stands twice",
          "keep one, the other is at " + first.file() + ":" + first.line());
    }
  }

  private static Area area(Place place) {
    return Mapping.of(place)
        .map(
            mapping -> {
              Area area =
                  new Area(mapping.required("id", Form.ID), mapping.required("title", Form.TITLE));
              mapping.refuseOthers();
              return area;
            })
        .orElse(null);
  }

  private static List<Place> entries(Place place) {
    if (!(place.node() instanceof SequenceNode list) || list.getValue().isEmpty()) {
      return place.refuse("flows is not a list with entries", "write " + FLOWS.hint());
    }
    return list.getValue().stream().map(node -> place.inner("a flow", node)).toList();
  }

  /** Every caller that a flow permits something, also one that has faults. */
  Set<String> callers() {
    return callers;
  }

  List<Flow> all() {
    return flows;
  }
}
