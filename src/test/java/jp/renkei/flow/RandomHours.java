package jp.renkei.flow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Hours of all sorts, and minutes about weekends, Golden Week, Silver Week and the year's end. */
final class RandomHours {

  private static final List<LocalDate> AROUND =
      List.of(
          LocalDate.of(2026, 4, 28),
          LocalDate.of(2026, 6, 11),
          LocalDate.of(2026, 9, 18),
          LocalDate.of(2026, 12, 27));

  private RandomHours() {}

  static Arbitrary<MinuteByMinute> hours() {
    return Combinators.combine(week(), Arbitraries.of(true, false), days(), spans(), daily())
        .as(MinuteByMinute::new);
  }

  static Arbitrary<LocalDateTime> minutes() {
    return Combinators.combine(
            Arbitraries.of(AROUND), Arbitraries.integers().between(-1_440, 12 * 1_440))
        .as((day, minutes) -> day.atStartOfDay().plusMinutes(minutes));
  }

  private static Arbitrary<Map<DayKind, List<TimeRange>>> week() {
    return ranges(0, 2)
        .list()
        .ofSize(DayKind.values().length)
        .map(
            lists ->
                Arrays.stream(DayKind.values())
                    .collect(Collectors.toMap(Function.identity(), k -> lists.get(k.ordinal()))));
  }

  private static Arbitrary<List<TimeRange>> daily() {
    return Arbitraries.oneOf(Arbitraries.just(List.of(TimeRange.WHOLE_DAY)), ranges(1, 2));
  }

  private static Arbitrary<List<TimeRange>> ranges(int least, int most) {
    Arbitrary<TimeRange> part =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_439), Arbitraries.integers().between(1, 1_440))
            .as((from, length) -> new TimeRange(from, from + length));
    return Arbitraries.frequencyOf(
            Tuple.of(3, part), Tuple.of(1, Arbitraries.just(TimeRange.WHOLE_DAY)))
        .list()
        .ofMinSize(least)
        .ofMaxSize(most);
  }

  private static Arbitrary<Set<LocalDate>> days() {
    return minutes().map(LocalDateTime::toLocalDate).set().ofMaxSize(3);
  }

  private static Arbitrary<List<Span>> spans() {
    return Combinators.combine(minutes(), Arbitraries.integers().between(1, 4_000))
        .as(
            (from, length) ->
                new Span(
                    MinuteByMinute.instant(from), MinuteByMinute.instant(from.plusMinutes(length))))
        .list()
        .ofMaxSize(3);
  }
}
