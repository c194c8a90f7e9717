package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.renkei.message.coverage.CoverageAsked.Nhi;
import jp.renkei.message.coverage.CoverageTold.Line;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.NetworkReply;

/**
 * Whether the NHI here and another coverage meet (DOMAIN.md 0, "Coverage").
 *
 * @param side whether the other came before the NHI here or comes after it
 * @param rule by which they meet
 * @param expected the day of the NHI here that would meet
 * @param actual the day that is
 * @param days of the gap or the overlap
 */
record Continuity(
    String insurerNumber,
    Side side,
    Rule rule,
    Meeting value,
    Optional<LocalDate> expected,
    LocalDate actual,
    OptionalLong days,
    String basis,
    Set<String> flags) {

  enum Side {
    BEFORE,
    AFTER
  }

  enum Rule {
    /** One begins on the first day without the other. */
    SAME_DAY,
    /** NHI is lost on the day after the other begins. */
    DAY_AFTER,
    /** Within the prefecture the application here begins where the other's ends. */
    APPLICATION_DATES
  }

  enum Meeting {
    MEETS,
    GAP,
    OVERLAP,
    UNDETERMINED
  }

  static List<Continuity> of(
      CoverageAsked asked, NetworkReply<ReferenceDate, CoverageTold> reply, OwnPrefecture here) {
    List<Continuity> all = new ArrayList<>();
    asked
        .nhi()
        .ifPresent(
            nhi -> {
              former(nhi, reply.told(), here)
                  .map(line -> before(nhi, line, here.has(line), reply.complete()))
                  .ifPresent(all::add);
              nhi.lost()
                  .flatMap(
                      lost ->
                          next(nhi, reply.told()).map(line -> after(lost, line, here.has(line))))
                  .ifPresent(all::add);
            });
    return all;
  }

  /**
   * Of those that began by then: the coverage that is still there, else the one that ended last.
   */
  private static Optional<Line> former(Nhi nhi, CoverageTold told, OwnPrefecture here) {
    List<Line> before = Loss.before(nhi.acquired(), told);
    Optional<Line> open = before.stream().filter(line -> end(line, here).isEmpty()).findFirst();
    return open.isPresent()
        ? open
        : before.stream().max(Comparator.comparing(line -> end(line, here).orElseThrow()));
  }

  /** The first day without it; within the prefecture only its application ends. */
  private static Optional<LocalDate> end(Line line, OwnPrefecture here) {
    return here.has(line) && line.appliedTo().isPresent() ? line.appliedTo() : line.lost();
  }

  /** The first coverage that began after the NHI here. */
  private static Optional<Line> next(Nhi nhi, CoverageTold told) {
    return told.coverage().stream()
        .filter(line -> line.acquired().filter(day -> day.isAfter(nhi.acquired())).isPresent())
        .min(Comparator.comparing(line -> line.acquired().orElseThrow()));
  }

  private static Continuity before(Nhi nhi, Line line, boolean within, boolean complete) {
    Optional<LocalDate> expected = within ? line.appliedTo() : line.lost();
    LocalDate actual = within ? nhi.appliedFrom().orElse(nhi.acquired()) : nhi.acquired();
    Rule rule = within ? Rule.APPLICATION_DATES : Rule.SAME_DAY;
    if (expected.isEmpty()) {
      String flag = complete && line.lost().isEmpty() ? "STILL_COVERED" : "DATE_UNSET";
      return undetermined(line, Side.BEFORE, rule, actual, flag);
    }
    long gap = ChronoUnit.DAYS.between(expected.get(), actual);
    String basis = within ? Basis.PREFECTURE : Basis.ACQUIRED;
    return determined(line, Side.BEFORE, rule, expected.get(), actual, gap, basis);
  }

  private static Continuity after(LocalDate lost, Line line, boolean within) {
    Rule rule =
        switch (line.insurance()) {
          case EMPLOYEES, OLD_AGE, UNKNOWN -> Rule.DAY_AFTER;
          case NATIONAL_SOCIETY -> Rule.SAME_DAY;
          case NATIONAL -> within ? Rule.APPLICATION_DATES : Rule.SAME_DAY;
        };
    if (line.insurance() == Insurance.UNKNOWN) {
      return undetermined(line, Side.AFTER, rule, lost, "UNKNOWN_INSURER_KIND");
    }
    LocalDate begins =
        within ? line.appliedFrom().orElse(line.acquired().orElseThrow()) : line.acquired().get();
    LocalDate expected = rule == Rule.DAY_AFTER ? begins.plusDays(1) : begins;
    long gap = ChronoUnit.DAYS.between(lost, expected);
    String basis = within ? Basis.PREFECTURE : Basis.LOST;
    return determined(line, Side.AFTER, rule, expected, lost, gap, basis);
  }

  private static Continuity determined(
      Line line,
      Side side,
      Rule rule,
      LocalDate expected,
      LocalDate actual,
      long gap,
      String basis) {
    Meeting meeting = gap == 0 ? Meeting.MEETS : gap > 0 ? Meeting.GAP : Meeting.OVERLAP;
    return new Continuity(
        line.insurerNumber(),
        side,
        rule,
        meeting,
        Optional.of(expected),
        actual,
        gap == 0 ? OptionalLong.empty() : OptionalLong.of(Math.abs(gap)),
        basis,
        Set.of());
  }

  private static Continuity undetermined(
      Line line, Side side, Rule rule, LocalDate actual, String flag) {
    return new Continuity(
        line.insurerNumber(),
        side,
        rule,
        Meeting.UNDETERMINED,
        Optional.empty(),
        actual,
        OptionalLong.empty(),
        Fact.PROJECT_RULE,
        Set.of(flag));
  }
}
