package jp.renkei.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.endtoend.HubProcess;
import jp.renkei.endtoend.JavaProcess;
import jp.renkei.endtoend.Machine;
import jp.renkei.endtoend.MeasuredDocument;
import jp.renkei.endtoend.PackagedHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a hub takes from its start until it is ready, with an empty folder and with the one it
 * left behind, beside a minimal application on Camel and Spring Boot in the same minutes.
 */
class StartBenchmark {

  private static final int STARTS = Integer.getInteger("renkei.benchmark.starts", 5);
  private static final List<String> JVM = List.of("-Xmx1g");
  private static final String MINIMAL = "minimal Camel application, unpacked";

  @TempDir Path folder;

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  @Test
  void fromStartToReady() throws IOException {
    // made before anything is measured
    PackagedHub.arguments(PackagedHub.Form.ARCHIVED);
    for (int start = 0; start < STARTS; start++) {
      minimal(start);
      hub(start, "packed", PackagedHub.Form.JAR);
      hub(start, "unpacked", PackagedHub.Form.UNPACKED);
      hub(start, "unpacked, classes archived", PackagedHub.Form.ARCHIVED);
    }
    write();
  }

  private void minimal(int start) {
    List<String> arguments = new ArrayList<>(JVM);
    arguments.add(MinimalCamel.class.getName());
    long begun = System.nanoTime();
    JavaProcess process =
        JavaProcess.start(
            arguments, JavaProcess.testClassPath(), folder.resolve("minimal-" + start + ".log"));
    process.awaitReady("minimal", () -> process.output().contains(MinimalCamel.READY));
    note(MINIMAL, begun);
    process.kill9();
  }

  private void hub(int start, String name, PackagedHub.Form form) throws IOException {
    List<Integer> ports = FreePorts.of(2);
    Path data = folder.resolve(form + "-" + start).resolve("data");
    try (HubProcess hub = new HubProcess(data, ports.get(0), ports.get(1), Map.of(), JVM)) {
      for (String which : List.of("first start", "start again")) {
        long begun = System.nanoTime();
        hub.start(form).awaitReady();
        note("hub, " + name + ", " + which, begun);
        hub.kill9();
      }
    }
  }

  private void note(String what, long begun) {
    double took = (System.nanoTime() - begun) / 1e9;
    seconds.computeIfAbsent(what, none -> new ArrayList<>()).add(took);
  }

  private void write() {
    double minimal = median(seconds.get(MINIMAL));
    StringBuilder text = new StringBuilder("| what | seconds | of the minimal |\n|---|---|---|\n");
    seconds.forEach(
        (what, took) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f |%n",
                    what,
                    median(took),
                    median(took) / minimal)));
    text.append(
        "\nMedians of %d starts each, by turns. %s\n".formatted(STARTS, Machine.describe()));
    new MeasuredDocument("performance.md").put("start", text.toString());
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
