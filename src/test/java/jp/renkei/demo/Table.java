package jp.renkei.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A table of flows and outcomes that is printed line by line. */
final class Table {

  private static final int OUTCOME = 24;
  private static final int TIME = 8;

  private final PrintStream out;
  private final int places;
  private final int flows;
  private final int titles;

  /**
   * @param all every flow that will have a line, so that the columns fit
   */
  Table(List<JsonNode> all, PrintStream out) {
    this.out = out;
    this.places = widest(all, "place", "place");
    this.flows = widest(all, "id", "flow");
    this.titles = widest(all, "title", "title");
  }

  void heading(String heading) {
    out.println();
    out.println(heading);
    line("place", "flow", "title", "outcome", "ms");
    end();
  }

  void row(JsonNode flow, String outcome, long millis) {
    String time = String.format(Locale.ROOT, "%,d", millis);
    line(text(flow, "place"), text(flow, "id"), text(flow, "title"), outcome, time);
  }

  void end() {
    out.println("-".repeat(places + flows + titles + OUTCOME + TIME + 8));
  }

  private void line(String place, String flow, String title, String outcome, String time) {
    out.println(
        Column.padded(place, places)
            + "  "
            + Column.padded(flow, flows)
            + "  "
            + Column.padded(title, titles)
            + "  "
            + Column.padded(outcome, OUTCOME)
            + "  "
            + " ".repeat(Math.max(0, TIME - time.length()))
            + time);
  }

  private static int widest(List<JsonNode> all, String field, String heading) {
    return all.stream()
        .mapToInt(flow -> Column.width(text(flow, field)))
        .reduce(Column.width(heading), Math::max);
  }

  /** A field's text; of a title in two languages the Japanese. */
  private static String text(JsonNode flow, String field) {
    JsonNode value = flow.path(field);
    return value.isObject() ? value.path("ja").asText() : value.asText();
  }
}
