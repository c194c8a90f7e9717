package jp.renkei.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of docs/upstream.md in one shell, and compares what it prints. */
class UpstreamPageIT {

  private static final Path PAGE = Path.of("docs/upstream.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(bash)?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String PART = "=== end of a block ===";
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void everyCommandDoesWhatThePageSays() throws Exception {
    List<Step> steps = steps();
    try (Rig rig = Rig.together(folder)) {
      String[] printed = run(rig, steps).split(Pattern.quote(PART) + "\n", -1);
      assertThat(printed).hasSize(steps.size() + 1);
      for (int i = 0; i < steps.size(); i++) {
        assertThat(printed[i])
            .as("what %s prints", steps.get(i).commands())
            .matches(steps.get(i).expected());
      }
    }
  }

  private String run(Rig rig, List<Step> steps) throws IOException, InterruptedException {
    String script =
        steps.stream()
            .map(step -> step.commands() + "echo '" + PART + "'\n")
            .collect(Collectors.joining("", "set -euo pipefail\n", ""));
    Path output = folder.resolve("printed.txt");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(Files.createDirectory(folder.resolve("upstream")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().put("hub", "http://127.0.0.1:" + rig.hub.port() + "/api/v1");
    shell.environment().put("data", rig.hub.data().toAbsolutePath().toString());
    Process running = shell.start();
    boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    running.destroyForcibly();
    String printed = Files.readString(output, UTF_8);
    assertThat(ended && running.exitValue() == 0).as("the commands ran: %s", printed).isTrue();
    return printed;
  }

  /** The commands in order, each with what the page shows below it. */
  private static List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE, UTF_8));
    while (blocks.find()) {
      if (blocks.group(1) != null) {
        steps.add(new Step(blocks.group(2), ""));
      } else {
        Step shown = steps.remove(steps.size() - 1);
        steps.add(new Step(shown.commands(), blocks.group(2)));
      }
    }
    assertThat(steps).as("commands of %s", PAGE).hasSizeGreaterThan(5);
    return steps;
  }

  private record Step(String commands, String shown) {

    /** {@code …} stands for anything on its line; what nothing is shown of may print anything. */
    Pattern expected() {
      return shown.isEmpty()
          ? Pattern.compile(".*", Pattern.DOTALL)
          : Pattern.compile(
              Stream.of(shown.split("\n", -1)).map(Step::line).collect(Collectors.joining("\\n"))
                  + "\\n?");
    }

    private static String line(String shown) {
      return Stream.of(shown.split("…", -1))
          .map(Pattern::quote)
          .collect(Collectors.joining("[^\\n]*"));
    }
  }
}
