package jp.renkei.flow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param until the first instant after it, later than {@code from}
 */
public record Span(Instant from, Instant until) {

  public Span {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(from + " is not before " + until);
    }
  }

  /**
   * Reads an interval of ISO 8601, {@code 2026-12-05T22:00:00+09:00/2026-12-06T06:00:00+09:00}.
   *
   * @throws java.time.DateTimeException where an end is no instant with an offset
   * @throws IllegalArgumentException where it is no interval, or ends before it begins
   */
  static Span parse(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new Span(instant(ends[0]), instant(ends[1]));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** What both have in common. */
  Optional<Span> and(Span other) {
    return between(later(from, other.from), earlier(until, other.until));
  }

  /** What is left of it before and after the other. */
  List<Span> without(Span other) {
    return Stream.of(
            between(from, earlier(until, other.from)), between(later(from, other.until), until))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Span> between(Instant from, Instant until) {
    return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
