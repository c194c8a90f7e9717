package jp.renkei.inquiry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import jp.renkei.flow.Flow;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Until when an inquiry may stay open. */
final class Deadline {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String POINTER = "/deadline";

  private Deadline() {}

  /**
   * Settles the deadline.
   *
   * @param text an instant with an offset ({@code 2026-12-01T17:00:00+09:00}), a duration by the
   *     clock ({@code P3D}), or null for the flow's own, which may count the agency's business time
   * @return in milliseconds, after {@code now} and at most 366 days away
   */
  static Instant of(String text, Flow flow, Instant now) {
    Instant deadline = text == null ? standard(flow, now) : read(text, now);
    if (!deadline.isAfter(now)) {
      throw new ProblemException(Problem.DEADLINE_PAST, POINTER, "not after now");
    }
    if (deadline.isAfter(now.plus(LONGEST))) {
      throw new ProblemException(
          Problem.DEADLINE_PAST, POINTER, "more than " + LONGEST.toDays() + " days away");
    }
    return deadline.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant standard(Flow flow, Instant now) {
    return flow.deadline().end(now, flow.agency().hours(), now.plus(LONGEST));
  }

  private static Instant read(String text, Instant now) {
    try {
      return text.startsWith("P") || text.startsWith("-P")
          ? now.plus(Duration.parse(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw new ProblemException(
          Problem.INVALID_FIELD,
          POINTER,
          "neither an instant with an offset (2026-12-01T17:00:00+09:00) nor a duration (P3D)");
    }
  }
}
