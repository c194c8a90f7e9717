package jp.renkei.message.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.resident.RecordAnswer.Residence;
import jp.renkei.message.resident.RecordTold.Line;

/**
 * The household that a person belonged to on a day, and whether the person was its head (世帯主). Two
 * households on one day decide nothing. Who is no resident on that day has no household there, even
 * where the household's own line has no end.
 *
 * @param value whether the person was the head
 * @param householdNumber of the day's household
 * @param relations 続柄 in it, as they came
 * @param from the first day in it
 * @param to the last day in it
 */
record HouseholdOnDate(
    Determination value,
    Optional<String> householdNumber,
    Optional<List<String>> relations,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String basis,
    Set<String> flags) {

  /** 01 to 09 (project-defined); others are kept and flagged. */
  static final Set<String> RELATIONS = Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09");

  private static final List<String> HEAD = List.of("01");
  private static final String NO_HOUSEHOLD = "NO_HOUSEHOLD_ON_DATE";

  static HouseholdOnDate of(
      LocalDate day, Residence resident, NetworkReply<BaseDate, RecordTold> reply) {
    RecordTold told = reply.told();
    List<Line> onDate = told.household().stream().filter(line -> line.includes(day)).toList();
    if (told.isEmpty()) {
      return none("NOTHING_TOLD");
    }
    if (onDate.isEmpty()) {
      return none(NO_HOUSEHOLD);
    }
    if (resident.value() == Determination.NO) {
      return none(NO_HOUSEHOLD, "HOUSEHOLD_BEYOND_RESIDENCE");
    }
    if (onDate.size() > 1) {
      return none("TWO_HOUSEHOLDS_ON_DATE");
    }
    Line line = onDate.get(0);
    Set<String> flags = new TreeSet<>();
    if (line.relation().isEmpty()) {
      flags.add("RELATION_UNSET");
    } else if (!RELATIONS.containsAll(line.relation())) {
      flags.add("UNKNOWN_RELATION");
    }
    if (line.from().isEmpty()) {
      flags.add("FROM_UNSET");
    }
    boolean endUnknown = line.to().isEmpty() && Residence.leavesOutEnd(reply);
    if (endUnknown || reply.leavesOut("to") || reply.leavesOut("household")) {
      flags.add("PARTIAL");
    }
    Determination head =
        flags.isEmpty()
            ? Determination.of(line.relation().equals(HEAD))
            : Determination.UNDETERMINED;
    return new HouseholdOnDate(
        head,
        Optional.of(line.householdNumber()),
        Optional.of(line.relation()),
        line.from(),
        line.to(),
        Fact.PROJECT_RULE,
        flags);
  }

  private static HouseholdOnDate none(String... flags) {
    return new HouseholdOnDate(
        Determination.UNDETERMINED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Fact.PROJECT_RULE,
        new TreeSet<>(List.of(flags)));
  }
}
