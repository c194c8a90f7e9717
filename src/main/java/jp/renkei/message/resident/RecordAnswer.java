package jp.renkei.message.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.Household;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;

/**
 * What is told and derived about a person's resident record, by resident-record.reply.schema.json.
 *
 * @param resident whether the person was a resident on the day
 * @param householdOnDate the household of the day, and whether the person is its head
 * @param household whose records a household's result still needs
 * @param households all that were told
 */
record RecordAnswer(
    Residence resident,
    HouseholdOnDate householdOnDate,
    Household household,
    List<FlaggedLine> households) {

  /** 1 to 3 (project-defined); others are kept and flagged. */
  private static final Set<String> REMOVAL_REASONS = Set.of("1", "2", "3");

  private static final Set<String> CHANGE_REASONS = Set.of("01", "02", "03", "04", "05", "06");

  static RecordAnswer of(
      NetworkQuestion<RecordAsked> question, NetworkReply<BaseDate, RecordTold> reply) {
    RecordTold told = reply.told();
    LocalDate day = question.asked().baseDate();
    Residence resident = Residence.of(day, reply);
    HouseholdOnDate onDate = HouseholdOnDate.of(day, resident, reply);
    return new RecordAnswer(
        resident,
        onDate,
        Household.needs(
            question.residentNumber(),
            onDate.householdNumber().isPresent(),
            question.asked().householdMembers()),
        told.household().stream().map(FlaggedLine::of).toList());
  }

  /**
   * Whether the person was a resident there on the day (住民であったか): since the day of becoming one
   * until the day before moving out or being removed.
   */
  record Residence(
      Determination value,
      Optional<LocalDate> movedIn,
      Optional<LocalDate> movedOut,
      Optional<LocalDate> removed,
      Optional<String> removalReason,
      String basis,
      Set<String> flags) {

    static Residence of(LocalDate day, NetworkReply<BaseDate, RecordTold> reply) {
      RecordTold told = reply.told();
      Set<String> flags = new TreeSet<>();
      boolean endUnknown = leavesOutEnd(reply);
      if (endUnknown) {
        flags.add("PARTIAL");
      }
      if (told.isEmpty()) {
        flags.add("NOTHING_TOLD");
      } else if (told.residentSince().isEmpty()) {
        flags.add("SINCE_UNSET");
      }
      if (told.removalReason().filter(code -> !REMOVAL_REASONS.contains(code)).isPresent()) {
        flags.add("UNKNOWN_REMOVAL_REASON");
      }
      return new Residence(
          endUnknown && value(day, told) == Determination.YES
              ? Determination.UNDETERMINED
              : value(day, told),
          told.residentSince(),
          told.movedOut(),
          told.removed(),
          told.removalReason(),
          Fact.PROJECT_RULE,
          flags);
    }

    /** Whether it is not told when the person left, or whether. */
    static boolean leavesOutEnd(NetworkReply<?, ?> reply) {
      return reply.leavesOut("movedOut") || reply.leavesOut("removed");
    }

    private static Determination value(LocalDate day, RecordTold told) {
      boolean left =
          told.movedOut().filter(end -> !day.isBefore(end)).isPresent()
              || told.removed().filter(end -> !day.isBefore(end)).isPresent();
      if (left) {
        return Determination.NO;
      }
      return told.residentSince()
          .map(since -> Determination.of(!day.isBefore(since)))
          .orElse(Determination.UNDETERMINED);
    }
  }

  /**
   * A household as it was told.
   *
   * @param relations 続柄, as they came
   * @param flags UNKNOWN_RELATION, UNKNOWN_CHANGE_REASON
   */
  record FlaggedLine(
      String householdNumber,
      List<String> relations,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> changeReason,
      Set<String> flags) {

    static FlaggedLine of(RecordTold.Line line) {
      Set<String> flags = new TreeSet<>();
      if (!HouseholdOnDate.RELATIONS.containsAll(line.relation())) {
        flags.add("UNKNOWN_RELATION");
      }
      if (line.changeReason().filter(code -> !CHANGE_REASONS.contains(code)).isPresent()) {
        flags.add("UNKNOWN_CHANGE_REASON");
      }
      return new FlaggedLine(
          line.householdNumber(),
          line.relation(),
          line.from(),
          line.to(),
          line.changeReason(),
          flags);
    }
  }
}
