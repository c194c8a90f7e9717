package jp.renkei.inquiry;

import java.nio.file.Path;

/**
 * Where files are exchanged with partners, agencies and callers alike.
 *
 * @param folder in the data folder, the demo's with the rest of the demo, or where {@code
 *     RENKEI_PARTNERS} says
 */
public record Partners(Path folder) {

  static Partners of(Path data, String elsewhere, boolean demo) {
    Path own = demo ? data.resolve("demo").resolve("partners") : data.resolve("partners");
    return new Partners(elsewhere.isEmpty() ? own : Path.of(elsewhere));
  }
}
