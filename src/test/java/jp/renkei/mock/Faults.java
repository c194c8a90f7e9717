package jp.renkei.mock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * How an agency misbehaves.
 *
 * @param down it stops consuming; what it had not answered goes back to the broker
 * @param delayMs how long every reply waits, in milliseconds
 * @param errorRate share of inquiries answered TEMPORARY or SYSTEM_ERROR
 * @param dropRate share of inquiries received and never answered
 * @param duplicateRate share of replies sent twice
 * @param lateRate share of replies that wait {@code lateMs} more
 * @param lateMs in milliseconds
 * @param garbageRate share of replies that are no message at all
 * @param shuffle how many replies are held and mixed; fewer go out after half a second of quiet
 * @param seed the same seed gives the same inquiries the same fate
 */
public record Faults(
    boolean down,
    long delayMs,
    double errorRate,
    double dropRate,
    double duplicateRate,
    double lateRate,
    long lateMs,
    double garbageRate,
    int shuffle,
    Long seed) {

  static final Faults NONE = new Faults(false, 0, 0, 0, 0, 0, 0, 0, 0, null);

  private static final long LONGEST_MS = 86_400_000;

  public Faults {
    seed = seed == null ? Long.valueOf(1) : seed;
    List<Fault> wrong = new ArrayList<>();
    Map<String, Double> rates = new LinkedHashMap<>();
    rates.put("errorRate", errorRate);
    rates.put("dropRate", dropRate);
    rates.put("duplicateRate", duplicateRate);
    rates.put("lateRate", lateRate);
    rates.put("garbageRate", garbageRate);
    rates.forEach((name, rate) -> check(wrong, name, rate >= 0 && rate <= 1, "must be 0 to 1"));
    check(wrong, "delayMs", delayMs >= 0 && delayMs <= LONGEST_MS, "must be 0 to 86400000");
    check(wrong, "lateMs", lateMs >= 0 && lateMs <= LONGEST_MS, "must be 0 to 86400000");
    check(wrong, "shuffle", shuffle >= 0 && shuffle <= 100_000, "must be 0 to 100000");
    if (!wrong.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, wrong);
    }
  }

  private static void check(List<Fault> wrong, String name, boolean holds, String reason) {
    if (!holds) {
      wrong.add(new Fault("/" + name, reason));
    }
  }
}
