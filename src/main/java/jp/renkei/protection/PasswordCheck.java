package jp.renkei.protection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Checks a user and a password; the principal is the {@link User}, the authority {@code
 * ROLE_<role>}. A verified pair is remembered at most five minutes, because bcrypt alone caps the
 * door at 30 requests a second, and only as an HMAC under a key of this process. Wrong pairs are
 * never remembered.
 */
final class PasswordCheck implements AuthenticationProvider {

  static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST_PAIRS = 1_000;
  private static final String HMAC = "HmacSHA256";

  private final Users users;
  private final SecretKeySpec processKey;
  private final Cache<ByteBuffer, Boolean> verified;

  PasswordCheck(Users users, Clock clock) {
    this.users = users;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.processKey = new SecretKeySpec(key, HMAC);
    this.verified =
        Caffeine.newBuilder()
            .initialCapacity(MOST_PAIRS)
            .maximumSize(MOST_PAIRS)
            .expireAfterWrite(REMEMBERED)
            .ticker(new ClockTicker(clock))
            .build();
  }

  @Override
  public Authentication authenticate(Authentication presented) {
    String name = presented.getName();
    String password = presented.getCredentials() instanceof String text ? text : "";
    // when a pair's time is up, one request pays for bcrypt and the others of that pair wait
    if (verified.get(pair(name, password), any -> trueOrForgotten(name, password)) == null) {
      throw new BadCredentialsException("unknown user or wrong password");
    }
    return users.find(name).map(PasswordCheck::authenticated).orElseThrow();
  }

  private Boolean trueOrForgotten(String name, String password) {
    return users.matches(name, password) ? true : null;
  }

  private static Authentication authenticated(User user) {
    return UsernamePasswordAuthenticationToken.authenticated(
        user, null, List.of(new SimpleGrantedAuthority("ROLE_" + user.role())));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private ByteBuffer pair(String name, String password) {
    byte[] user = name.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(processKey);
      // the length first, so that no two pairs read alike
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(user.length).flip());
      mac.update(user);
      return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
