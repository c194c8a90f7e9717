package jp.renkei.flow;

import java.time.LocalDate;
import java.util.Set;

/**
 * A line of the permitted list (照会許可用照合リスト): what one caller may ask of a flow's agency and get
 * from it. What has no line is not permitted.
 *
 * @param caller the caller's id
 * @param items the items that its payloads and its answers may have; those of an answer that are
 *     not among them are removed before anybody sees them
 * @param legalBasis the law that permits it
 * @param validity the days on which it is permitted
 */
public record Permission(
    String caller, Set<String> items, LegalBasis legalBasis, Validity validity) {

  public Permission {
    items = Set.copyOf(items);
  }

  /** Whether it is permitted on a day (of Asia/Tokyo). */
  public boolean isValidOn(LocalDate day) {
    return validity.includes(day);
  }
}
