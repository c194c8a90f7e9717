package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every id and number, whatever the time and the random bytes. */
class IdentifiersPropertyTest {

  /** The most that ten characters of base 32 tell, less two bits: the year 10889. */
  private static final long LAST_MILLISECOND = (1L << 48) - 1;

  @Property(tries = 1_000)
  void everyNumberIsOne(@ForAll long seed) {
    assertThat(Identifiers.isNumber(at(0, seed).number())).isTrue();
  }

  @Property(tries = 2_000)
  void noNumberSurvivesOneWrongCharacter(
      @ForAll long seed, @ForAll @IntRange(max = 22) int place, @ForAll char wrong) {
    refuses(at(0, seed).number(), place, wrong);
  }

  @Property(tries = 2_000)
  void norOneOfTheSameAlphabet(
      @ForAll long seed,
      @ForAll @IntRange(max = 22) int place,
      @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z') char wrong) {
    refuses(at(0, seed).number(), place, wrong);
  }

  @Property(tries = 1_000)
  void nothingIsEverTwelveBareDigits(
      @ForAll @LongRange(max = LAST_MILLISECOND) long time, @ForAll long seed) {
    Identifiers identifiers = at(time, seed);
    assertThat(identifiers.id()).doesNotMatch("[0-9]{12}").hasSize(26);
    assertThat(identifiers.number().replace("-", "")).doesNotMatch("[0-9]{12}").hasSize(20);
  }

  @Property(tries = 1_000)
  void noTwelveDigitsAreANumber(
      @ForAll @StringLength(12) @CharRange(from = '0', to = '9') String digits) {
    assertThat(Identifiers.isNumber(digits)).isFalse();
  }

  @Property(tries = 1_000)
  void idsSortByTime(
      @ForAll @LongRange(max = LAST_MILLISECOND) long one,
      @ForAll @LongRange(max = LAST_MILLISECOND) long other,
      @ForAll long seed) {
    Assume.that(one != other);
    String earlier = at(Math.min(one, other), seed).id();
    String later = at(Math.max(one, other), seed + 1).id();
    assertThat(earlier).isLessThan(later);
  }

  @Property(tries = 1_000)
  void idsOfNeighbouringMillisecondsSortToo(
      @ForAll @LongRange(max = LAST_MILLISECOND - 1) long time, @ForAll long seed) {
    assertThat(at(time, seed).id()).isLessThan(at(time + 1, seed + 1).id());
  }

  private static void refuses(String number, int place, char wrong) {
    Assume.that(number.charAt(place) != wrong);
    String changed = number.substring(0, place) + wrong + number.substring(place + 1);
    assertThat(Identifiers.isNumber(changed)).as(changed).isFalse();
  }

  private static Identifiers at(long millis, long seed) {
    return new Identifiers(
        Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), new Seeded(seed));
  }

  /** Random bytes that a failing seed brings back. */
  private static final class Seeded extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private final Random random;

    Seeded(long seed) {
      random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }
  }
}
