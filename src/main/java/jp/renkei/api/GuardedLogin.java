package jp.renkei.api;

import java.time.Duration;
import jp.renkei.protection.FailedLogins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets nobody guess passwords: while too many logins of a name from an address have failed, none is
 * looked at, not even a right one. A burst of failures is one event.
 */
final class GuardedLogin implements AuthenticationProvider {

  private final AuthenticationProvider passwords;
  private final FailedLogins failures;
  private final NoteRefusals refusals;

  GuardedLogin(AuthenticationProvider passwords, FailedLogins failures, NoteRefusals refusals) {
    this.passwords = passwords;
    this.failures = failures;
    this.refusals = refusals;
  }

  @Override
  public Authentication authenticate(Authentication presented) {
    String name = presented.getName();
    String address =
        presented.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    Duration closed = failures.closedFor(name, address);
    if (!closed.isZero()) {
      throw new TooManyFailedLogins(closed);
    }
    try {
      Authentication who = passwords.authenticate(presented);
      failures.succeeded(name, address);
      return who;
    } catch (BadCredentialsException e) {
      if (failures.failed(name, address)) {
        refusals.loginsFailed(name, address);
      }
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return passwords.supports(type);
  }
}
