package jp.renkei.flow;

import java.time.Duration;
import java.util.List;

/** Reads {@code bulk:} of an agency's file. */
final class BulkEntry {

  static final Form<BulkChannel> FORM =
      new Form<>("kinds:, host: and what else a channel needs below it", BulkEntry::channel);

  private static final Form<List<String>> KINDS = Form.listOf(Form.ID);

  private static final Form<String> HOST =
      Form.scalar("a host name", text -> matching(text, "[A-Za-z0-9][A-Za-z0-9.-]{0,252}"));

  private static final Form<Integer> PORT =
      Form.scalar("a port from 1 to 65535", text -> upTo(65_535, text));

  private static final Form<String> USER =
      Form.scalar("a user's name", text -> matching(text, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"));

  private static final Form<String> FOLDER =
      Form.scalar(
          "a folder such as inquiries or nhi/inquiries",
          text -> matching(text, "[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*"));

  private static final Form<Integer> LINES =
      Form.scalar(
          "a number of lines from 1 to " + BulkChannel.MOST_LINES,
          text -> upTo(BulkChannel.MOST_LINES, text));

  private static final Form<String> ORGANISATION =
      Form.scalar("16 digits in quotes", text -> matching(text, "[0-9]{16}"));

  private static final Form<String> DEPARTMENT =
      Form.scalar("1 to 20 letters and digits", text -> matching(text, "[A-Za-z0-9-]{1,20}"));

  private BulkEntry() {}

  private static BulkChannel channel(Place place) {
    int before = place.faults().size();
    return Mapping.of(place).map(entry -> channel(entry, place, before)).orElse(null);
  }

  private static BulkChannel channel(Mapping entry, Place place, int before) {
    List<String> kinds = entry.required("kinds", KINDS);
    String host = entry.required("host", HOST);
    Integer port = entry.required("port", PORT);
    String user = entry.required("user", USER);
    String out = entry.required("out", FOLDER);
    String in = entry.required("in", FOLDER);
    Integer lines = entry.required("lines", LINES);
    Duration every = entry.required("every", Form.DURATION);
    Boolean endFile = entry.required("endFile", Form.FLAG);
    String organisation = entry.required("organisation", ORGANISATION);
    String department = entry.required("department", DEPARTMENT);
    entry.refuseOthers();
    if (out != null && out.equals(in)) {
      entry.refuse("in", "requests and replies have one folder", "write another folder");
    }
    // with a fault among them the agency is not made, and neither is this
    return place.faults().size() > before
        ? null
        : new BulkChannel(
            kinds, host, port, user, out, in, lines, every, endFile, organisation, department);
  }

  private static String matching(String text, String expression) {
    if (!text.matches(expression)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Integer upTo(int most, String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
