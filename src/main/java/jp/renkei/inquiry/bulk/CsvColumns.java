package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * The columns of a CSV file of inquiries, by its line of headings: {@code flow}, {@code key},
 * {@code case}, {@code deadline}, and the payload's fields by their dotted names, {@code
 * payload.period.from}, or {@code payload.address.0} for places in a list. An empty value is none.
 */
final class CsvColumns {

  private static final Pattern NAME =
      Pattern.compile(
          "flow|key|case|deadline|payload(\\.([A-Za-z][A-Za-z0-9]{0,63}|\\d{1,2})){1,8}");

  private final List<List<String>> paths = new ArrayList<>();
  private final int flow;

  /**
   * @throws ProblemException {@code MALFORMED} with the columns that are wrong, by their number
   */
  CsvColumns(String[] headings) {
    List<Fault> faults = new ArrayList<>();
    ObjectNode tried = JsonNodeFactory.instance.objectNode();
    for (int column = 0; column < headings.length; column++) {
      List<String> path = Arrays.asList(headings[column].split("\\."));
      paths.add(path);
      if (!NAME.matcher(headings[column]).matches() || !place(tried, path, TextNode.valueOf(""))) {
        faults.add(new Fault("", "column " + (column + 1) + " is not known, or is there twice"));
      }
    }
    flow = Arrays.asList(headings).indexOf("flow");
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.MALFORMED, faults);
    }
  }

  /** How many there are. */
  int size() {
    return paths.size();
  }

  /** The inquiry in a row of as many values. */
  ObjectNode inquiry(String[] row, FieldTypes types) {
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode();
    inquiry.putObject("payload");
    for (int column = 0; column < row.length; column++) {
      List<String> path = paths.get(column);
      if (!row[column].isEmpty()) {
        place(inquiry, path, value(row, column, path, types));
      }
    }
    return inquiry;
  }

  private JsonNode value(String[] row, int column, List<String> path, FieldTypes types) {
    return path.size() == 1 || flow < 0
        ? TextNode.valueOf(row[column])
        : types.value(row[flow], path.subList(1, path.size()), row[column]);
  }

  /** Puts a value in its place, unless something else is there. */
  private static boolean place(ObjectNode root, List<String> path, JsonNode value) {
    JsonNode at = root;
    for (int step = 0; step < path.size(); step++) {
      boolean last = step == path.size() - 1;
      JsonNode next = last ? value : container(path.get(step + 1));
      String name = path.get(step);
      if (at instanceof ArrayNode list && isPlace(name)) {
        list.add(next);
        at = next;
      } else if (at instanceof ObjectNode object && !isPlace(name)) {
        JsonNode there = object.get(name);
        if (there != null && last) {
          return false;
        }
        at = there == null ? next : there;
        object.set(name, at);
      } else {
        return false;
      }
    }
    return true;
  }

  private static JsonNode container(String next) {
    return isPlace(next)
        ? JsonNodeFactory.instance.arrayNode()
        : JsonNodeFactory.instance.objectNode();
  }

  private static boolean isPlace(String step) {
    return Character.isDigit(step.charAt(0));
  }
}
