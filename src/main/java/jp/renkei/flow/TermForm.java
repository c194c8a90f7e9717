package jp.renkei.flow;

import java.time.Duration;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a term: {@code P3D} by the clock, or {@code {business: P3D}} or {@code PT8H} of it. */
final class TermForm {

  static final Form<Term> TERM =
      new Form<>(Form.DURATION.hint() + ", or business: below it", TermForm::term);

  private static final Form<Term> BUSINESS =
      Form.scalar(
          "whole days up to P366D such as P3D, or time while the agency is open such as PT8H",
          TermForm::business);

  private TermForm() {}

  private static Term term(Place place) {
    if (place.node() instanceof MappingNode) {
      return Mapping.of(place).map(TermForm::term).orElse(null);
    }
    Duration time = Form.DURATION.read(place);
    return time == null ? null : new Term.ByTheClock(time);
  }

  private static Term term(Mapping mapping) {
    Term term = mapping.required("business", BUSINESS);
    mapping.refuseOthers();
    return term;
  }

  private static Term business(String text) {
    if (text.startsWith("PT")) {
      Duration time = Duration.parse(text);
      if (!time.isNegative() && !time.isZero()) {
        return new Term.BusinessHours(time);
      }
      throw new IllegalArgumentException(text);
    }
    return days(text);
  }

  /** Business days as {@code P10D}, 1 to 366 of them. */
  static Term.BusinessDays days(String text) {
    if (text.matches("P[1-9][0-9]{0,2}D")) {
      int days = Integer.parseInt(text.substring(1, text.length() - 1));
      if (days <= 366) {
        return new Term.BusinessDays(days);
      }
    }
    throw new IllegalArgumentException(text);
  }
}
