package jp.renkei.flow;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Opens one file as nodes that know their line. Nothing is constructed from what it says. */
final class Document {

  private static final LoaderOptions LIMITS = limits();

  private final CatalogueSource source;
  private final List<CatalogueFault> faults;

  private Document(CatalogueSource source, List<CatalogueFault> faults) {
    this.source = source;
    this.faults = faults;
  }

  /** The file's mapping, or nothing and a fault. */
  static Optional<Mapping> open(CatalogueSource source, List<CatalogueFault> faults) {
    return new Document(source, faults).root();
  }

  private Optional<Mapping> root() {
    try {
      if (!isPlain()) {
        return Optional.empty();
      }
      Node node = new Composer(parser(), new Resolver(), LIMITS).getSingleNode();
      if (node == null) {
        refuse(1, "the file is empty", "fill it or remove it");
        return Optional.empty();
      }
      return Mapping.of(new Place(source.name(), "the file", node, faults));
    } catch (MarkedYAMLException e) {
      refuse(line(e), "not readable as YAML: " + e.getProblem(), "correct the syntax at this line");
    } catch (YAMLException e) {
      refuse(1, "not readable as YAML: " + e.getMessage(), "save the file as YAML in UTF-8");
    }
    return Optional.empty();
  }

  private boolean isPlain() {
    int before = faults.size();
    Parser events = parser();
    while (events.peekEvent() != null) {
      Event event = events.getEvent();
      if (event instanceof NodeEvent node && node.getAnchor() != null) {
        refuse(event, "an anchor or alias", "write the value out where it is used");
      }
      if (tag(event) != null) {
        refuse(event, "the tag " + tag(event), "remove the tag");
      }
    }
    return faults.size() == before;
  }

  private static String tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : null;
  }

  private Parser parser() {
    return new ParserImpl(new StreamReader(source.text()), LIMITS);
  }

  private void refuse(Event event, String what, String remedy) {
    refuse(event.getStartMark().getLine() + 1, what, remedy);
  }

  private void refuse(int line, String what, String remedy) {
    faults.add(new CatalogueFault(source.name(), line, what, remedy));
  }

  private static int line(MarkedYAMLException e) {
    return e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    return options;
  }
}
