package jp.renkei.flow;

import java.time.LocalDate;

/**
 * The days (of Asia/Tokyo) on which an entry of the catalogue is in use.
 *
 * @param from the first of them, or null
 * @param to the last of them, or null
 */
public record Validity(LocalDate from, LocalDate to) {

  /** In use at all times. */
  public static final Validity ALWAYS = new Validity(null, null);

  /** Whether the entry is in use on a day. */
  public boolean includes(LocalDate day) {
    return hasBegun(day) && (to == null || !day.isAfter(to));
  }

  /** Whether the entry is, or has been, in use on a day. */
  public boolean hasBegun(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  /** Whether both are in use on some day. */
  boolean meets(Validity other) {
    return !endsBefore(other.from) && !other.endsBefore(from);
  }

  private boolean endsBefore(LocalDate day) {
    return to != null && day != null && to.isBefore(day);
  }

  /** Reads {@code validFrom} and {@code validTo} of an entry. */
  static Validity of(Mapping entry, LocalDate from) {
    LocalDate to = entry.optional("validTo", Form.DATE);
    if (from != null && to != null && from.isAfter(to)) {
      entry.refuse(
          "validTo",
          "validTo is before validFrom",
          "write a day from " + from + " on, or remove it");
    }
    return new Validity(from, to);
  }
}
