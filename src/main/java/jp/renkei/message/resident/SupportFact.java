package jp.renkei.message.resident;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;

/**
 * Whether a person is under support measures (支援措置の対象か). A category that nobody knows and one that
 * is not told leave it undetermined: never a no.
 *
 * @param category as it came
 * @param from the first day of the measure
 * @param until the last day of it
 */
record SupportFact(
    Determination value,
    Optional<String> category,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    String basis,
    Set<String> flags) {

  static SupportFact of(CityResidentTold told) {
    Optional<SupportMeasure> measure = told.protection();
    Set<String> flags = new TreeSet<>();
    if (told.isEmpty()) {
      flags.add("NOTHING_TOLD");
    } else if (measure.isEmpty()) {
      flags.add("CATEGORY_UNSET");
    } else if (!measure.get().isKnown()) {
      flags.add("UNKNOWN_CATEGORY");
    }
    return new SupportFact(
        measure
            .filter(SupportMeasure::isKnown)
            .map(known -> Determination.of(!known.isNone()))
            .orElse(Determination.UNDETERMINED),
        measure.map(SupportMeasure::category),
        measure.flatMap(SupportMeasure::from),
        measure.flatMap(SupportMeasure::until),
        Fact.PROJECT_RULE,
        flags);
  }
}
