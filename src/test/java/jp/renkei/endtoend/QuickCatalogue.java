package jp.renkei.endtoend;

import java.nio.file.Path;
import java.util.Map;
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
              items: [residentNumber, nameKana, wish, nonDisclosable, result, registered, account, holderMatches, basis, flags]
      """;

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
        .withChanged(
            "routes/agencies/mhlw.yaml",
            "patience: PT1H\nretry: {most: 8, first: PT5S, longest: PT10M}\n",
            "patience: PT3S\n" + RETRY)
        .withChanged(
            "routes/agencies/digital-agency.yaml",
            "responseTimeout: PT20S\n  responses: 65536\n",
            "responseTimeout: PT2S\n  responses: 65536\n" + RETRY)
        .withChanged("routes/flows/assessment.yaml", PERMITTED + EMPLOYMENT, twice(EMPLOYMENT))
        .withChanged("routes/flows/collection.yaml", PERMITTED + ACCOUNT, twice(ACCOUNT));
    return Map.of("RENKEI_OVERLAY", folder.toString());
  }
}
