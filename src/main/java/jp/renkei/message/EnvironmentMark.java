package jp.renkei.message;

import java.util.List;
import jp.renkei.problem.StartRefused;

/**
 * The environment that a hub belongs to and marks its messages with, so that none of a test is ever
 * taken for a real one (DOMAIN.md 0, "Before production"). The schemas of all messages know these
 * and no others.
 */
public final class EnvironmentMark {

  /** The mark of what is real. */
  public static final String PRODUCTION = "production";

  private static final List<String> KNOWN = List.of(PRODUCTION, "staging", "demo", "test");

  private EnvironmentMark() {}

  /**
   * The mark that is configured.
   *
   * @throws StartRefused where no message could carry it
   */
  public static String of(String configured) {
    if (!KNOWN.contains(configured)) {
      throw new StartRefused(
          "There is no environment \"" + configured + "\"",
          "Set RENKEI_ENVIRONMENT to one of " + String.join(", ", KNOWN));
    }
    return configured;
  }
}
