package jp.renkei.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * How a value is written in the catalogue.
 *
 * @param hint what to write, as remedies tell it
 * @param reader reads the value, or notes faults and gives null
 */
record Form<T>(String hint, Function<Place, T> reader) {

  private static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final int LONGEST_ID = 60;

  static final Form<String> TEXT = scalar("a text", text -> text);

  /** An id may become part of a queue, a metric, a route and an MBean: no other characters. */
  static final Form<String> ID =
      scalar("a-z, 0-9 and single hyphens, at most 60 characters", text -> matching(text, WORD));

  static final Form<String> FLOW_ID =
      scalar(
          "its area, a dot and a name of a-z, 0-9 and single hyphens, at most 60 characters",
          text -> matching(text, WORD + "\\." + WORD));

  static final Form<Boolean> FLAG = scalar("yes or no", Form::flag);

  static final Form<Integer> COUNT = scalar("a whole number from 1", Form::count);

  static final Form<LocalDate> DATE = scalar("a date such as 2026-04-01", LocalDate::parse);

  static final Form<Duration> DURATION =
      scalar("an ISO 8601 duration above zero, such as P3D or PT12H", Form::duration);

  static final Form<Title> TITLE = new Form<>("ja: and en: below it", Form::title);

  /** A word of an enumeration, in lower case with hyphens. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
    return oneOf(type, '-');
  }

  /** A word of an enumeration, in lower case, its parts joined as its standard joins them. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type, char joint) {
    String words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> word(constant, joint))
            .collect(Collectors.joining(", "));
    return scalar(
        "one of " + words,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant, joint).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  T read(Place place) {
    return reader.apply(place);
  }

  /** A list with entries. */
  static <E> Form<List<E>> listOf(Form<E> entry) {
    return listOf(entry, "a list of " + entry.hint());
  }

  private static <E> Form<List<E>> listOf(Form<E> entry, String hint) {
    return new Form<>(hint, place -> entries(place, entry, hint));
  }

  /** A single value. What the parser throws for what it cannot read becomes a fault. */
  static <T> Form<T> scalar(String hint, Function<String, T> parser) {
    return new Form<>(hint, place -> parse(place, hint, parser));
  }

  private static <T> T parse(Place place, String hint, Function<String, T> parser) {
    if (!(place.node() instanceof ScalarNode scalar)) {
      return place.refuse(place.key() + " is not a single value", "write " + hint);
    }
    if (scalar.getValue().isBlank()) {
      return place.refuse(place.key() + " is empty", "write " + hint);
    }
    try {
      return parser.apply(scalar.getValue());
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      return place.refuse(place.key() + " cannot be '" + scalar.getValue() + "'", "write " + hint);
    }
  }

  private static String matching(String text, String expression) {
    if (text.length() > LONGEST_ID || !text.matches(expression)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Integer count(String text) {
    int count = Integer.parseInt(text);
    if (count < 1) {
      throw new IllegalArgumentException();
    }
    return count;
  }

  private static Duration duration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException();
    }
    return duration;
  }

  private static Title title(Place place) {
    return Mapping.of(place)
        .map(
            mapping -> {
              Title title = new Title(mapping.required("ja", TEXT), mapping.required("en", TEXT));
              mapping.refuseOthers();
              return title;
            })
        .orElse(null);
  }

  private static <E> List<E> entries(Place place, Form<E> entry, String hint) {
    if (!(place.node() instanceof SequenceNode list) || list.getValue().isEmpty()) {
      return place.refuse(place.key() + " is not a list with entries", "write " + hint);
    }
    List<E> entries = new ArrayList<>();
    list.getValue().forEach(node -> entries.add(entry.read(place.inner(place.key(), node))));
    return entries;
  }

  /** How a constant is written. */
  static String word(Enum<?> constant) {
    return word(constant, '-');
  }

  private static String word(Enum<?> constant, char joint) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', joint);
  }
}
