package jp.renkei.message;

import java.time.LocalDate;

/**
 * Where a person lived, as a caller tells it.
 *
 * @param municipality a municipality code, of a ward too, or {@code 99999} for abroad
 * @param from the first day there
 * @param to the last day there, or null where the person still lives there
 */
public record Address(String municipality, LocalDate from, LocalDate to) {

  /** Whether the person lived there on a day of a period. */
  public boolean meets(Period days) {
    return !from.isAfter(days.to()) && (to == null || !to.isBefore(days.from()));
  }

  /** The last day of a period on which the person lived there, where there is one. */
  public LocalDate lastOf(Period days) {
    return to == null || to.isAfter(days.to()) ? days.to() : to;
  }
}
