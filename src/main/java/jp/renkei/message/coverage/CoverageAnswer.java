package jp.renkei.message.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.flow.CheckDigits;
import jp.renkei.message.network.NetworkReply;

/**
 * What is told and derived about a person's coverage, by coverage.reply.schema.json.
 *
 * @param loss whether the former coverage was lost, and when
 * @param acquisitionCarriedOver whether its acquisition date goes on
 * @param continuity gap and overlap with the NHI here
 * @param formerDependent former dependent (旧被扶養者), with its months
 * @param coverages what was told
 */
record CoverageAnswer(
    Loss loss,
    CarriedOver acquisitionCarriedOver,
    List<Continuity> continuity,
    FormerDependent formerDependent,
    List<FlaggedLine> coverages) {

  static CoverageAnswer of(
      CoverageAsked asked, NetworkReply<ReferenceDate, CoverageTold> reply, OwnPrefecture here) {
    return new CoverageAnswer(
        Loss.of(asked.referenceDate(), reply),
        CarriedOver.of(asked, reply, here),
        Continuity.of(asked, reply, here),
        FormerDependent.of(asked, reply),
        reply.told().coverage().stream().map(FlaggedLine::of).toList());
  }

  /**
   * A coverage as it was told.
   *
   * @param insurance what its number tells
   * @param line the coverage itself, its fields beside
   * @param flags what is not known or not right
   */
  record FlaggedLine(
      Insurance insurance, @JsonUnwrapped CoverageTold.Line line, Set<String> flags) {

    static FlaggedLine of(CoverageTold.Line line) {
      Set<String> flags = new TreeSet<>();
      String number = line.insurerNumber();
      if (!CheckDigits.isInsurer(number) && !CheckDigits.isNationalHealthInsurance(number)) {
        flags.add("INSURER_NUMBER_CHECK_DIGIT");
      }
      if (line.insurance() == Insurance.UNKNOWN) {
        flags.add("UNKNOWN_INSURER_KIND");
      }
      if (line.relation().filter(code -> !Set.of("1", "2").contains(code)).isPresent()) {
        flags.add("UNKNOWN_RELATION");
      }
      if (LossReason.isUnknown(line.lossReason())
          || LossReason.isUnknown(line.insuredLossReason())) {
        flags.add("UNKNOWN_LOSS_REASON");
      }
      if (Burden.isUnknown(line.burden())) {
        flags.add("UNKNOWN_BURDEN");
      }
      return new FlaggedLine(line.insurance(), line, flags);
    }
  }
}
