package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub's command {@code keyset}, and what a hub says whose keyset is lost. */
class KeysetIT {

  @TempDir Path folder;

  @Test
  void makesAKeysetAndAnnouncesTheNextKey() {
    Path file = folder.resolve("keys/keyset.json");

    JavaProcess made = hub("made", Map.of(), "keyset", "new", file.toString());
    assertThat(made.exitStatus(60)).isZero();
    JavaProcess rotated = hub("rotated", Map.of(), "keyset", "rotate", file.toString());

    assertThat(rotated.exitStatus(60)).isZero();
    assertThat(rotated.output().lines())
        .hasSize(4)
        .allMatch(line -> line.matches("(content|search) \\d+ (使用中 primary|予告 announced)"));
  }

  @Test
  void aStepThatIsNotPossibleEndsWithOne() {
    JavaProcess refused =
        hub("refused", Map.of(), "keyset", "show", folder.resolve("nowhere").toString());

    assertThat(refused.exitStatus(60)).isEqualTo(1);
    assertThat(refused.output()).startsWith("できません Refused: The file ");
  }

  @Test
  void aLostKeysetIsToldAtTheStart() throws IOException {
    Path data = folder.resolve("data");
    Path own = data.resolve("demo/keyset.json");
    JavaProcess first = hub("first", demo(data), "--demo");
    first.awaitReady("hub", () -> first.output().contains("Started Renkei"));
    first.terminate(60);
    assertThat(own).exists();
    Files.delete(own);

    JavaProcess second = hub("second", demo(data), "--demo");

    assertThat(second.exitStatus(90)).isEqualTo(1);
    assertThat(second.output())
        .contains(
            "APPLICATION FAILED TO START",
            "別の鍵セット",
            "were written with another keyset, and no key of this one opens them",
            "Put back the keyset that the content was written with")
        .doesNotContain("\tat ");
  }

  private static Map<String, String> demo(Path data) {
    return Map.of(
        "RENKEI_DATA", data.toString(),
        "SERVER_PORT", "0",
        "RENKEI_BROKER_PORT", Integer.toString(FreePorts.of(1).get(0)));
  }

  private JavaProcess hub(String name, Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(JavaProcess.FRUGAL);
    all.addAll(List.of("-jar", Path.of("target", "renkei.jar").toString()));
    all.addAll(List.of(arguments));
    return JavaProcess.start(all, environment, folder.resolve(name + ".log"));
  }
}
