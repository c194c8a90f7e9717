package jp.renkei.flow;

import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** A value in a catalogue file, with the key it stands at and the list that its faults go to. */
record Place(String file, String key, Node node, List<CatalogueFault> faults) {

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  Place inner(String innerKey, Node innerNode) {
    return new Place(file, innerKey, innerNode, faults);
  }

  /** Notes a fault and stands in for the value that could not be had. */
  <T> T refuse(String what, String remedy) {
    faults.add(new CatalogueFault(file, line(), what, remedy));
    return null;
  }
}
