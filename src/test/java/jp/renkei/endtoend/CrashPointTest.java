package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.endtoend.crash.CrashAgentJar;
import jp.renkei.endtoend.crash.CrashPoint;
import jp.renkei.endtoend.crash.Halt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashPointTest {

  private static final String TOY = Toy.class.getName();

  @TempDir Path folder;

  @Test
  void endsBeforeTheMethodForTheThirdTime() throws IOException {
    JavaProcess toy = toy(CrashPoint.enter(TOY, "step", 3));
    assertThat(toy.exitStatus(30)).isEqualTo(Halt.STATUS);
    assertThat(toy.output()).contains("step 2").doesNotContain("step 3", "done");
  }

  @Test
  void endsAfterTheMethodForTheThirdTime() throws IOException {
    JavaProcess toy = toy(CrashPoint.exit(TOY, "step", 3));
    assertThat(toy.exitStatus(30)).isEqualTo(Halt.STATUS);
    assertThat(toy.output()).contains("step 3").doesNotContain("step 4", "done");
  }

  @Test
  void pointThatIsNeverReachedChangesNothing() throws IOException {
    JavaProcess toy = toy(CrashPoint.exit(TOY, "step", 6));
    assertThat(toy.exitStatus(30)).isZero();
    assertThat(toy.output()).contains("step 5", "done");
  }

  @Test
  void pointWithoutAMethodIsLoud() throws IOException {
    JavaProcess toy = toy(CrashPoint.exit(TOY, "stepp", 1));
    assertThat(toy.exitStatus(30)).isEqualTo(3);
    assertThat(toy.output()).contains("no such method: " + TOY + "#stepp:exit:1");
  }

  @Test
  void runningProcessEndsCountedFromNowOn() throws IOException {
    Path go = folder.resolve("go");
    JavaProcess toy = start(List.of(TOY, go.toString()));
    await().atMost(JavaProcess.PATIENCE).until(() -> toy.output().contains("step 1"));
    CrashAgentJar.in(folder).end(toy.pid(), CrashPoint.exit(TOY, "step", 3));
    Files.createFile(go);
    assertThat(toy.exitStatus(30)).isEqualTo(Halt.STATUS);
    assertThat(toy.output()).contains("step 4").doesNotContain("step 5", "done");
  }

  private JavaProcess toy(CrashPoint point) throws IOException {
    return start(List.of(CrashAgentJar.in(folder).argument(point), TOY));
  }

  private JavaProcess start(List<String> arguments) {
    return JavaProcess.start(arguments, JavaProcess.testClassPath(), folder.resolve("toy.log"));
  }
}
