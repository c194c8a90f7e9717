package jp.renkei.inquiry.bulk;

import java.io.IOException;

/** Inquiries that come one behind the other. */
@FunctionalInterface
public interface PostedInquiries {

  /**
   * The next, or null behind the last.
   *
   * @throws IOException where what comes breaks off
   * @throws jp.renkei.problem.ProblemException where nothing behind it can be read either
   */
  Posted next() throws IOException;
}
