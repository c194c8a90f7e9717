package jp.renkei.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.operations.OverlayFolder;

/**
 * The built catalogue with short pauses, so that a test sees retries and silence within seconds,
 * and with two callers on each flow. Laid over it as an integrator would.
 */
final class QuickCatalogue {

  /** Attempts in all where an agency says that it cannot answer now, as in the built files. */
  static final int MOST_ATTEMPTS = 8;

  private static final String RETRY =
      "retry: {most: " + MOST_ATTEMPTS + ", first: PT0.2S, longest: PT2S}\n";

  private static final String PERMITTED = "    permitted:\n      - caller: nhi\n";

  private static final String EMPLOYMENT =
      """
              items: [residentNumber, birthDate, period, provider, nonDisclosable, result, involuntary, firstMonth, lastMonth, months,
                      basis, flags, leavings, unsetItems]
      """;

  private static final String ACCOUNT =
      """
              items: [residentNumber, nameKana, wish, nonDisclosable, result, registered, usable, account, holderMatches, basis, flags]
      """;

  /** A caller's line of the permitted list, and in it what follows the caller. */
  private static final Pattern ITS_LINE =
      Pattern.compile("(    permitted:\n(?: *#.*\n)*      - caller: nhi\n((?: {8,}.*\n)+))");

  private static final String SLOW_QUEUE =
      "patience: PT1H\nretry: {most: 8, first: PT5S, longest: PT10M}\n";

  private static final String SLOW_HTTPS = "responseTimeout: PT20S\n  responses: 65536\n";

  private QuickCatalogue() {}

  private static String twice(String items) {
    return PERMITTED + items + "      - caller: tax\n" + items;
  }

  /**
   * The hub's settings.
   *
   * @param folder empty
   */
  static Map<String, String> in(Path folder) {
    new OverlayFolder(folder)
        .withChanged("routes/agencies/mhlw.yaml", SLOW_QUEUE, "patience: PT3S\n" + RETRY)
        .withChanged(
            "routes/agencies/digital-agency.yaml",
            SLOW_HTTPS,
            "responseTimeout: PT2S\n  responses: 65536\n" + RETRY)
        .withChanged("routes/flows/assessment.yaml", PERMITTED + EMPLOYMENT, twice(EMPLOYMENT))
        .withChanged("routes/flows/collection.yaml", PERMITTED + ACCOUNT, twice(ACCOUNT));
    return Map.of("RENKEI_OVERLAY", folder.toString());
  }

  /**
   * The hub's settings with every agency quick, and two callers on every flow that agencies answer.
   *
   * @param folder empty
   */
  static Map<String, String> everywhere(Path folder) throws IOException {
    OverlayFolder outside = new OverlayFolder(folder);
    for (Path agency : files("routes/agencies")) {
      if (Files.readString(agency).matches("(?s).*(transport: jms|transport: https).*")) {
        outside.withChanged(agency.toString(), QuickCatalogue::quick);
      }
    }
    for (Path flows : files("routes/flows")) {
      outside.withChanged(flows.toString(), QuickCatalogue::twiceEach);
    }
    return Map.of("RENKEI_OVERLAY", folder.toString());
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.sorted().toList();
    }
  }

  private static String quick(String agency) {
    return agency
        .replace(SLOW_QUEUE, "patience: PT3S\n" + RETRY)
        .replace(SLOW_HTTPS, "responseTimeout: PT5S\n  responses: 65536\n" + RETRY);
  }

  /** Whatever the insurance's own system may ask and get, the tax system may, too. */
  private static String twiceEach(String flows) {
    return ITS_LINE.matcher(flows).replaceAll("$1      - caller: tax\n$2");
  }
}
