package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Service hours against looking at each minute. */
class ServiceHoursPropertyTest {

  private static final int FORTNIGHT = 14 * 1_440;

  @Property(tries = 5_000)
  void isOpenWhereTheMinuteIs(
      @ForAll("hours") MinuteByMinute slow, @ForAll("minutes") LocalDateTime minute) {
    assertThat(slow.hours().openAt(MinuteByMinute.instant(minute))).isEqualTo(slow.isOpen(minute));
  }

  @Property(tries = 400)
  void opensAtTheFirstOpenMinute(
      @ForAll("hours") MinuteByMinute slow, @ForAll("minutes") LocalDateTime minute) {
    same(
        slow.hours().nextOpening(MinuteByMinute.instant(minute)),
        slow.first(true, minute, FORTNIGHT),
        minute);
  }

  @Property(tries = 400)
  void closesAtTheFirstClosedMinute(
      @ForAll("hours") MinuteByMinute slow, @ForAll("minutes") LocalDateTime minute) {
    same(
        slow.hours().closesAt(MinuteByMinute.instant(minute)),
        slow.first(false, minute, FORTNIGHT),
        minute);
  }

  private static void same(
      Optional<Instant> quick, Optional<LocalDateTime> slow, LocalDateTime minute) {
    slow.ifPresentOrElse(
        there -> assertThat(quick).contains(MinuteByMinute.instant(there)),
        () ->
            assertThat(quick)
                .matches(
                    later ->
                        later.isEmpty()
                            || !later
                                .get()
                                .isBefore(MinuteByMinute.instant(minute.plusMinutes(FORTNIGHT)))));
  }

  @Provide
  static Arbitrary<MinuteByMinute> hours() {
    return RandomHours.hours();
  }

  @Provide
  static Arbitrary<LocalDateTime> minutes() {
    return RandomHours.minutes();
  }
}
