package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub on a machine that says it is in production. */
class ProductionIT {

  @TempDir Path folder;

  @Test
  void runsNoDemo() {
    List<Integer> ports = FreePorts.of(2);
    Map<String, String> production = Map.of("RENKEI_ENVIRONMENT", "production");
    try (HubProcess hub =
        new HubProcess(
            folder.resolve("data"), ports.get(0), ports.get(1), production, JavaProcess.FRUGAL)) {
      hub.start();

      assertThat(hub.exitStatus(JavaProcess.PATIENCE)).isEqualTo(1);
      assertThat(hub.output())
          .contains(
              "The demo, whose users and keys are its own, does not run in production",
              "set RENKEI_ENVIRONMENT to demo");
    }
    assertThat(folder.resolve("data").resolve("demo")).doesNotExist();
  }
}
