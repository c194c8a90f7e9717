package jp.renkei.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which numbers of events were seen, from 1 to {@link #highest}, and which of them are still
 * missing. Numbers are given before the commit: a lower one may appear after a higher one was seen,
 * or never, where its transaction failed. So a missing number is looked for as long as a
 * transaction may last, and only the missing ones are, however many events came since.
 *
 * @param highest the highest number seen
 * @param gaps what is missing below it, lowest first
 */
record SeenNumbers(long highest, List<Gap> gaps) {

  /** No transaction that writes events lasts as long. */
  static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);

  /**
   * Numbers in a row that nobody has seen.
   *
   * @param first the lowest of them
   * @param last the highest of them
   * @param since when they were found to be missing
   */
  record Gap(long first, long last, Instant since) {}

  /** Everything up to a number was seen, or is looked for no more. */
  static SeenNumbers upTo(long settled) {
    return new SeenNumbers(settled, List.of());
  }

  /** The same, unless others have seen to everything up to a higher number since. */
  SeenNumbers orUpTo(long settled) {
    return settled > highest ? upTo(settled) : this;
  }

  /**
   * Adds numbers.
   *
   * @param numbers ascending; each above the highest or in a gap, or it is passed over
   * @param now since when a gap they leave is one
   */
  SeenNumbers and(List<Long> numbers, Instant now) {
    List<Gap> left = new ArrayList<>();
    for (Gap gap : gaps) {
      long first = gap.first;
      for (int i = indexOf(first, numbers); i < numbers.size() && numbers.get(i) <= gap.last; i++) {
        addGap(left, first, numbers.get(i) - 1, gap.since);
        first = numbers.get(i) + 1;
      }
      addGap(left, first, gap.last, gap.since);
    }
    long top = highest;
    for (int i = indexOf(top + 1, numbers); i < numbers.size(); i++) {
      addGap(left, top + 1, numbers.get(i) - 1, now);
      top = numbers.get(i);
    }
    return new SeenNumbers(top, List.copyOf(left));
  }

  /** Gives up what is missing for longer than a transaction lasts: it will never come. */
  SeenNumbers lookingNoMoreAt(Instant now) {
    return new SeenNumbers(
        highest,
        gaps.stream().filter(gap -> now.isBefore(gap.since.plus(LONGEST_TRANSACTION))).toList());
  }

  /** Up to where nothing can come any more. */
  long settled() {
    return gaps.isEmpty() ? highest : gaps.get(0).first - 1;
  }

  /** Where the first number is that is not below the given one. */
  private static int indexOf(long atLeast, List<Long> numbers) {
    int found = Collections.binarySearch(numbers, atLeast);
    return found < 0 ? -found - 1 : found;
  }

  private static void addGap(List<Gap> gaps, long first, long last, Instant since) {
    if (first <= last) {
      gaps.add(new Gap(first, last, since));
    }
  }
}
