package jp.renkei.message.resident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A support measure for victims of domestic violence, stalking and the like (支援措置); the code values
 * are the project's own.
 *
 * @param category 支援措置区分: 0 none, 1 to 4 the kinds of measure, as it came
 * @param from the first day
 * @param until the last day
 */
record SupportMeasure(String category, Optional<LocalDate> from, Optional<LocalDate> until) {

  private static final String NONE = "0";
  private static final Set<String> KINDS = Set.of("1", "2", "3", "4");

  @JsonIgnore
  boolean isNone() {
    return category.equals(NONE);
  }

  @JsonIgnore
  boolean isKnown() {
    return isNone() || KINDS.contains(category);
  }

  /** What contradicts itself, naming the place and never a value. */
  Optional<String> contradiction() {
    if (isNone() && (from.isPresent() || until.isPresent())) {
      return Optional.of("protection: no measure, but the days of one");
    }
    return from.isPresent() && until.filter(from.get()::isAfter).isPresent()
        ? Optional.of("protection: ends before it begins")
        : Optional.empty();
  }
}
