package jp.renkei.flow;

import java.time.Duration;

/** Reads what an agency's file says of limits and of asking again. */
final class LimitsForm {

  static final Form<Retry> RETRY =
      new Form<>("most:, first: and longest: below it", LimitsForm::retry);

  private LimitsForm() {}

  /** The limits, which stand loose in the agency's file. */
  static Limits limits(Mapping entry) {
    Integer window = entry.optional("window", Form.COUNT);
    Integer rate = entry.optional("rate", Form.COUNT);
    Duration patience = entry.optional("patience", Form.DURATION);
    return new Limits(window == null ? Limits.DEFAULT.window() : window, rate, patience);
  }

  private static Retry retry(Place place) {
    return Mapping.of(place).map(LimitsForm::retry).orElse(null);
  }

  private static Retry retry(Mapping mapping) {
    Integer most = mapping.optional("most", Form.COUNT);
    Duration first = mapping.optional("first", Form.DURATION);
    Duration longest = mapping.optional("longest", Form.DURATION);
    mapping.refuseOthers();
    Retry retry =
        new Retry(
            most == null ? Retry.DEFAULT.most() : most,
            first == null ? Retry.DEFAULT.first() : first,
            longest == null ? Retry.DEFAULT.longest() : longest);
    if (retry.first().compareTo(retry.longest()) > 0) {
      mapping.refuse(
          first == null ? "longest" : "first",
          "the first pause is longer than the longest, " + retry.longest(),
          "write a longest of at least " + retry.first() + ", or a shorter first");
    }
    return retry;
  }
}
