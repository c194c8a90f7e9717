package jp.renkei.message.coverage;

import java.util.Optional;
import jp.renkei.message.coverage.CoverageTold.Line;

/**
 * The prefecture of the NHI here, within which coverage goes on and only its application moves.
 *
 * @param digits the first two of the own city's code, or empty where the catalogue has none
 */
record OwnPrefecture(Optional<String> digits) {

  /** Whether a coverage is by the NHI of a municipality of it. */
  boolean has(Line line) {
    return line.insurance() == Insurance.NATIONAL
        && digits.filter(Insurance.prefecture(line.insurerNumber())::equals).isPresent();
  }
}
