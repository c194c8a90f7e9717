package jp.renkei.ledger;

import java.util.List;

/**
 * Which items of an answer were given to the caller (特定個人情報の項目); never their values. They stand in
 * the detail of the event {@link EventKind#ENDED}, and are sealed with it: {@code ANSWERED:
 * leavings, months; nonDisclosable}.
 *
 * @param given the names of the items that had a value and were given, in the answer's order
 * @param removed the names of the items that the answer had and its caller may not get
 * @param nonDisclosable whether it is kept from the person's own view (不開示)
 */
public record GivenItems(List<String> given, List<String> removed, boolean nonDisclosable) {

  /** There is no answer. */
  public static final GivenItems NONE = new GivenItems(List.of(), List.of(), false);

  private static final String ITEMS = ": ";
  private static final String BETWEEN = ", ";
  private static final String NON_DISCLOSABLE = "; nonDisclosable";

  public GivenItems {
    given = List.copyOf(given);
    removed = List.copyOf(removed);
  }

  /** The detail of the event that ends an inquiry. */
  String ended(Outcome outcome) {
    return outcome.name()
        + (given.isEmpty() ? "" : ITEMS + String.join(BETWEEN, given))
        + (nonDisclosable ? NON_DISCLOSABLE : "");
  }

  /** What such a detail says. */
  static GivenItems read(String detail) {
    boolean nonDisclosable = detail.endsWith(NON_DISCLOSABLE);
    String rest =
        nonDisclosable ? detail.substring(0, detail.length() - NON_DISCLOSABLE.length()) : detail;
    int items = rest.indexOf(ITEMS);
    return new GivenItems(
        items < 0 ? List.of() : List.of(rest.substring(items + ITEMS.length()).split(BETWEEN)),
        List.of(),
        nonDisclosable);
  }
}
