package jp.renkei.operations.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads which metrics docs/metrics.md explains, and which of ours a scrape tells. */
final class MetricsDocument {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(renkei_\\w+)` \\| \\w+ \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("^# TYPE (renkei_\\w+) \\w+$", Pattern.MULTILINE);

  private MetricsDocument() {}

  /** Those with a row that is whole: kind, labels, and the meaning in both languages. */
  static Set<String> explained() throws IOException {
    return names(ROW, Files.readString(Path.of("docs/metrics.md")));
  }

  /** Those of a scrape; a time's longest is explained with the time. */
  static Set<String> scraped(String text) {
    Set<String> names = names(TYPE, text);
    names.removeIf(
        name -> name.endsWith("_max") && names.contains(name.substring(0, name.length() - 4)));
    return names;
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
