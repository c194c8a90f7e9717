package jp.renkei.flow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code hours} and {@code batch} of an agency. */
final class HoursForm {

  private static final Form<TimeRange> RANGE =
      Form.scalar("HH:mm-HH:mm, at most 00:00-24:00", TimeRange::parse);

  private static final Form<List<TimeRange>> LIST = Form.listOf(RANGE);

  /** One range or a list of them. */
  static final Form<List<TimeRange>> RANGES = new Form<>(RANGE.hint(), HoursForm::ranges);

  static final Form<ServiceHours> HOURS =
      new Form<>("weekdays:, saturdays:, sundays: or holidays: below it", HoursForm::hours);

  private static final Form<List<TimeRange>> OF_DAY =
      new Form<>("closed, or " + RANGE.hint(), HoursForm::ofDay);

  private static final Form<List<ClosedDays>> CLOSED =
      Form.listOf(
          Form.scalar(
              "a date such as 2026-05-01, or each year's days such as 12-29..01-03",
              ClosedDays::parse));

  private static final Form<List<Span>> MAINTENANCE =
      Form.listOf(
          Form.scalar(
              "an interval such as 2026-12-05T22:00:00+09:00/2026-12-06T06:00:00+09:00",
              Span::parse));

  private HoursForm() {}

  private static ServiceHours hours(Place place) {
    int before = place.faults().size();
    return Mapping.of(place).map(mapping -> hours(place, mapping, before)).orElse(null);
  }

  private static ServiceHours hours(Place place, Mapping mapping, int before) {
    Map<DayKind, List<TimeRange>> week = new EnumMap<>(DayKind.class);
    for (DayKind kind : DayKind.values()) {
      List<TimeRange> ranges = mapping.optional(kind.name().toLowerCase(Locale.ROOT), OF_DAY);
      week.put(kind, ranges == null ? List.of() : ranges);
    }
    List<ClosedDays> closed = mapping.optional("closed", CLOSED);
    List<Span> maintenance = mapping.optional("maintenance", MAINTENANCE);
    mapping.refuseOthers();
    if (place.faults().size() > before) {
      return null;
    }
    ServiceHours hours =
        new ServiceHours(week, orNone(closed), orNone(maintenance), List.of(TimeRange.WHOLE_DAY));
    return opening(place, hours, "open some day, or remove hours to be always open");
  }

  /** The hours, or null and a fault where there are none. */
  static ServiceHours opening(Place place, ServiceHours hours, String remedy) {
    return hours.everOpens()
        ? hours
        : place.refuse(place.key() + " is a window that never opens", remedy);
  }

  private static List<TimeRange> ofDay(Place place) {
    boolean closed = place.node() instanceof ScalarNode day && "closed".equals(day.getValue());
    return closed ? List.of() : ranges(place);
  }

  /** The ranges, or null where one of them cannot be read. */
  private static List<TimeRange> ranges(Place place) {
    int before = place.faults().size();
    List<TimeRange> ranges =
        place.node() instanceof SequenceNode
            ? LIST.read(place)
            : Collections.singletonList(RANGE.read(place));
    return place.faults().size() == before ? ranges : null;
  }

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : list;
  }
}
