package jp.renkei.message.care;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;

/**
 * Whether a person was insured for long-term care on some day of the period (加入の有無), and as what.
 *
 * @param certification 要介護認定区分, as it came
 */
record Enrolled(
    Determination value,
    Optional<String> insuredNumber,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> certification,
    Optional<LocalDate> certifiedFrom,
    Optional<LocalDate> certifiedTo,
    String basis,
    Set<String> flags) {

  private static final String INSURED = "介護保険法第9条";
  private static final Set<String> LEVELS =
      Set.of("01", "06", "11", "12", "21", "22", "23", "24", "25");

  static Enrolled of(CareYear year, NetworkReply<CareYear, CareTold> reply) {
    CareTold told = reply.told();
    Set<String> flags = new TreeSet<>();
    if (told.isEmpty()) {
      flags.add("NOTHING_TOLD");
    } else if (told.enrolledFrom().isEmpty()) {
      flags.add("FROM_UNSET");
    }
    if (told.certification().filter(level -> !LEVELS.contains(level)).isPresent()) {
      flags.add("UNKNOWN_CERTIFICATION");
    }
    boolean endUnknown = reply.leavesOut("enrolledTo");
    if (endUnknown) {
      flags.add("PARTIAL");
    }
    Determination value =
        told.enrolledFrom().isEmpty() || endUnknown
            ? Determination.UNDETERMINED
            : within(year, told);
    Fact fact = Fact.by(INSURED, value, flags);
    return new Enrolled(
        value,
        told.insuredNumber(),
        told.enrolledFrom(),
        told.enrolledTo(),
        told.certification(),
        told.certifiedFrom(),
        told.certifiedTo(),
        fact.basis(),
        fact.flags());
  }

  private static Determination within(CareYear year, CareTold told) {
    boolean begun = !told.enrolledFrom().orElseThrow().isAfter(year.lastDay());
    return Determination.of(begun && told.enrolledTo().filter(year.firstDay()::isAfter).isEmpty());
  }
}
