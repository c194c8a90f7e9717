package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordCheckTest {

  private static final User NHI = new User("nhi", Role.CALLER, new Caller("nhi-system"));

  private final MovableClock clock = new MovableClock();
  private final List<String> bcrypts = new ArrayList<>();
  private final Users users =
      new Users(
          List.of(
              new Users.Entry(NHI, new BCryptPasswordEncoder(4).encode("right")),
              new Users.Entry(
                  new User("long", Role.ADMIN, null),
                  new BCryptPasswordEncoder(4).encode("x".repeat(72))))) {
        @Override
        public boolean matches(String name, String password) {
          bcrypts.add(name);
          return super.matches(name, password);
        }
      };
  private final PasswordCheck check = new PasswordCheck(users, clock);

  @Test
  void tellsWhoItIs() {
    Authentication who = authenticate("nhi", "right");

    assertThat(who.isAuthenticated()).isTrue();
    assertThat(who.getPrincipal()).isEqualTo(NHI);
    assertThat(who.getName()).isEqualTo("nhi");
    assertThat(who.getCredentials()).isNull();
    assertThat(who.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_CALLER");
  }

  @Test
  void remembersAVerifiedPairForFiveMinutes() {
    authenticate("nhi", "right");
    clock.move(Duration.ofMinutes(5).minusNanos(1));
    authenticate("nhi", "right");
    assertThat(bcrypts).hasSize(1);

    clock.move(Duration.ofNanos(1));
    authenticate("nhi", "right");
    assertThat(bcrypts).hasSize(2);
  }

  @Test
  void useDoesNotProlongWhatIsRemembered() {
    for (int minute = 0; minute <= 5; minute++) {
      authenticate("nhi", "right");
      clock.move(Duration.ofMinutes(1));
    }

    assertThat(bcrypts).hasSize(2);
  }

  @Test
  void neverRemembersAWrongPair() {
    authenticate("nhi", "right");
    refuses("nhi", "wrong");
    refuses("nhi", "wrong");
    refuses("nh", "iright");
    refuses("tax", "right");

    assertThat(bcrypts).containsExactly("nhi", "nhi", "nhi", "nh", "tax");
  }

  @Test
  void anUnknownUserCostsABcrypt() {
    Users slow =
        new Users(List.of(new Users.Entry(NHI, new BCryptPasswordEncoder(10).encode("right"))));
    slow.matches("nhi", "warm up");
    long start = System.nanoTime();
    assertThat(slow.matches("nobody", "right")).isFalse();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(10));
  }

  @Test
  void refusesALongerPasswordThatBeginsRight() {
    assertThat(authenticate("long", "x".repeat(72)).getName()).isEqualTo("long");
    refuses("long", "x".repeat(73));
  }

  @Test
  void refusesNoPassword() {
    assertThatExceptionOfType(BadCredentialsException.class)
        .isThrownBy(
            () ->
                check.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated("nhi", null)));
  }

  private Authentication authenticate(String name, String password) {
    return check.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
  }

  private void refuses(String name, String password) {
    assertThatExceptionOfType(BadCredentialsException.class)
        .isThrownBy(() -> authenticate(name, password))
        .withMessage("unknown user or wrong password");
  }

  private static final class MovableClock extends Clock {

    private Instant now = Instant.parse("2026-11-22T01:58:23Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Tokyo");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
