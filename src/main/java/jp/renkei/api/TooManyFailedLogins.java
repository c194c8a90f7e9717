package jp.renkei.api;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** Refuses a login unseen, because too many have failed. */
final class TooManyFailedLogins extends AccountStatusException {

  private static final long serialVersionUID = 1L;

  private final Duration pause;

  TooManyFailedLogins(Duration pause) {
    super("too many failed logins");
    this.pause = pause;
  }

  /** How long no login is looked at. */
  Duration pause() {
    return pause;
  }
}
