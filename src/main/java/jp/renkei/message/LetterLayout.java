package jp.renkei.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The layout of a letter: an HTML page with places {@code {{name}}}. What is filled in is escaped,
 * whatever it is; a list is a line each.
 */
public final class LetterLayout {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  private static final Map<Integer, String> ESCAPES =
      Map.of(
          (int) '&',
          "&amp;",
          (int) '<',
          "&lt;",
          (int) '>',
          "&gt;",
          (int) '"',
          "&quot;",
          (int) '\'',
          "&#39;");

  private final String page;

  /**
   * @param resource the class path name of the page, UTF-8
   */
  public LetterLayout(String resource) {
    try (InputStream in = LetterLayout.class.getResourceAsStream(resource)) {
      this.page =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fills every place.
   *
   * @param values texts, and collections of texts
   * @return the page in UTF-8
   * @throws IllegalStateException where the page has a place without a value
   */
  public byte[] fill(Map<String, ?> values) {
    Function<String, String> value =
        name -> {
          Object given = values.get(name);
          if (given == null) {
            throw new IllegalStateException("the letter's layout has an unknown place " + name);
          }
          return given instanceof Collection<?> lines
              ? lines.stream().map(LetterLayout::escaped).collect(Collectors.joining("<br>"))
              : escaped(given);
        };
    return PLACE
        .matcher(page)
        .replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(Object text) {
    StringBuilder escaped = new StringBuilder();
    text.toString()
        .codePoints()
        .forEach(
            c -> {
              String instead = ESCAPES.get(c);
              if (instead == null) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(instead);
              }
            });
    return escaped.toString();
  }
}
