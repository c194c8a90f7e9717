package jp.renkei.inquiry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * The last so many things heard of a path, as far as this node heard them: good or bad. What goes
 * wrong with one inquiry again and again is one bad thing: it may be the inquiry.
 */
final class LastNews {

  private static final int REMEMBERED = 20;
  private static final int TOO_MANY = 10;

  private final String[] bad = new String[REMEMBERED];
  private int next;
  private Instant heard;

  synchronized void good(Instant at) {
    heard = at;
    note(null);
  }

  /** Notes a sign of life that takes nothing bad back. */
  synchronized void alive(Instant at) {
    heard = at;
  }

  /** Notes something bad of an inquiry and tells whether it is too much now. */
  synchronized boolean bad(String inquiryId) {
    note(inquiryId);
    if (Arrays.stream(bad).filter(Objects::nonNull).distinct().count() < TOO_MANY) {
      return false;
    }
    Arrays.fill(bad, null);
    return true;
  }

  /** When something was heard last that was no trouble, or null. */
  synchronized Instant heard() {
    return heard;
  }

  private void note(String badInquiry) {
    bad[next] = badInquiry;
    next = (next + 1) % REMEMBERED;
  }
}
