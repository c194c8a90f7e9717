package jp.renkei.flow;

import java.time.Duration;

/**
 * What a flow does where the same is asked again (二重照会): the same person and period, of the same
 * provider.
 *
 * @param within how long ago the earlier inquiry may have been accepted
 * @param then what happens
 */
public record AskingTwice(Duration within, Then then) {

  /** What happens to the second one. */
  public enum Then {
    /** It is asked, and both sides are told. */
    WARN,
    /** The caller gets the earlier inquiry instead. */
    EARLIER,
    /** It is refused. */
    REFUSE
  }
}
