package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  private final Identifiers identifiers = at(NOW);

  @Test
  void idsSortByAge() {
    assertThat(identifiers.id()).hasSize(26).isLessThan(at(NOW.plus(Duration.ofMillis(1))).id());
  }

  @Test
  void numbersAreGroupedAndNeverTheSame() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String number = identifiers.number();
      assertThat(number).matches("R[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{5}){3}");
      assertThat(Identifiers.isNumber(number)).isTrue();
      numbers.add(number);
    }
    assertThat(numbers).hasSize(1_000);
  }

  @Test
  void everySingleWrongCharacterIsFound() {
    String number = identifiers.number();
    for (int i = 1; i < number.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
        if (number.charAt(i) != '-' && number.charAt(i) != c) {
          String wrong = number.substring(0, i) + c + number.substring(i + 1);
          assertThat(Identifiers.isNumber(wrong)).as(wrong).isFalse();
        }
      }
    }
  }

  @Test
  void anythingElseIsNoNumber() {
    String number = identifiers.number();
    assertThat(Identifiers.isNumber(null)).isFalse();
    assertThat(Identifiers.isNumber("")).isFalse();
    assertThat(Identifiers.isNumber("123456789018")).isFalse();
    assertThat(Identifiers.isNumber(number.replace('-', ' '))).isFalse();
    assertThat(Identifiers.isNumber(number.toLowerCase(java.util.Locale.ROOT))).isFalse();
    assertThat(Identifiers.isNumber(number + "0")).isFalse();
  }

  private static Identifiers at(Instant instant) {
    return new Identifiers(Clock.fixed(instant, ZoneOffset.UTC), new SecureRandom());
  }
}
