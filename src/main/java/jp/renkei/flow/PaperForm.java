package jp.renkei.flow;

import java.util.List;

/** Reads {@code document} of an agency. */
final class PaperForm {

  static final Form<Paper> PAPER =
      new Form<>("form:, sender: and, where wanted, reminders: below it", PaperForm::paper);

  private static final int MOST_LINES = 6;
  private static final int LONGEST_LINE = 30;

  private static final Form<String> FORM =
      Form.scalar("2 to 4 capitals such as SIN", text -> matching(text, "[A-Z]{2,4}"));

  private static final Form<List<String>> SENDER =
      Form.listOf(
          Form.scalar(
              "a line of at most " + LONGEST_LINE + " characters",
              text -> matching(text, ".{1," + LONGEST_LINE + "}")));

  private static final Form<List<Term.BusinessDays>> REMINDERS =
      Form.listOf(Form.scalar("whole days up to P366D such as P10D", TermForm::days));

  private PaperForm() {}

  private static Paper paper(Place place) {
    int before = place.faults().size();
    return Mapping.of(place).map(mapping -> paper(place, mapping, before)).orElse(null);
  }

  private static Paper paper(Place place, Mapping mapping, int before) {
    String form = mapping.required("form", FORM);
    List<String> sender = mapping.required("sender", SENDER);
    List<Term.BusinessDays> reminders = mapping.optional("reminders", REMINDERS);
    mapping.refuseOthers();
    if (place.faults().size() > before) {
      return null;
    }
    if (sender.size() > MOST_LINES) {
      mapping.refuse(
          "sender", "the sender has " + sender.size() + " lines", "write at most " + MOST_LINES);
    }
    if (reminders != null && !ascending(reminders)) {
      mapping.refuse(
          "reminders", "a reminder is not after the one before it", "write the earliest first");
    }
    return new Paper(form, sender, reminders == null ? List.of() : reminders);
  }

  private static boolean ascending(List<Term.BusinessDays> reminders) {
    for (int i = 1; i < reminders.size(); i++) {
      if (reminders.get(i).days() <= reminders.get(i - 1).days()) {
        return false;
      }
    }
    return true;
  }

  private static String matching(String text, String expression) {
    if (!text.matches(expression)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
