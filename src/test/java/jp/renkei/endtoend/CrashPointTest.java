package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  void pointWhoseFuseIsNotLitChangesNothing() throws IOException {
    String argument = CrashAgentJar.in(folder).argument(CrashPoint.enter(TOY, "step", 3));
    JavaProcess toy = toy(argument);
    assertThat(toy.exitStatus(30)).isZero();
    assertThat(toy.output()).contains("step 5", "done");
  }

  private JavaProcess toy(CrashPoint point) throws IOException {
    CrashAgentJar agent = CrashAgentJar.in(folder);
    String argument = agent.argument(point);
    agent.light();
    return toy(argument);
  }

  private JavaProcess toy(String argument) {
    return JavaProcess.start(
        List.of(argument, TOY), JavaProcess.testClassPath(), folder.resolve("toy.log"));
  }
}
