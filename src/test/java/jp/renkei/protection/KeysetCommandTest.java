package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetCommandTest {

  private static final String SECRET = "hunter2";

  @TempDir Path folder;

  @Test
  void itsOutputIsTheKeyset() throws IOException {
    Keyset keyset = Keyset.made();
    Path file = Files.writeString(folder.resolve("keyset.json"), keyset.json().toString());

    assertThat(new KeysetCommand("  cat   " + file + " ").read()).isEqualTo(keyset.json());
  }

  @Test
  void noShellReadsItsWords() {
    StartRefused refused = refused(new KeysetCommand("echo {} ; echo $HOME"));

    assertThat(refused.why()).contains("is not JSON");
    assertThat(new KeysetCommand("echo \"$HOME\"").read().textValue()).isEqualTo("$HOME");
  }

  @Test
  void anotherExitCodeThanZeroIsToldWithoutTheOutput() throws IOException {
    StartRefused refused =
        refused(command("echo '{\"a\": \"" + SECRET + "\"}'; echo " + SECRET + " >&2; exit 7"));

    assertThat(refused.why()).contains("ended with exit code 7", "得られません");
    assertThat(refused.remedy()).contains("ends with 0 within 10 s");
    tellsNothing(refused);
  }

  @Test
  void outputThatIsNoJsonIsNotTold() throws IOException {
    StartRefused refused = refused(command("echo " + SECRET));

    assertThat(refused.why()).contains("is not JSON at line 1");
    tellsNothing(refused);
  }

  @Test
  void aCommandThatDoesNotEndIsEnded() throws IOException {
    Path mark = folder.resolve("pid");
    StartRefused refused =
        refused(
            new KeysetCommand(
                script("echo $$ > " + mark + "; sleep 600"), Duration.ofMillis(1_000)));

    assertThat(refused.why()).contains("did not end within 1 s");
    long pid = Long.parseLong(Files.readString(mark).strip());
    await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void aCommandThatIsNotThereIsRefused() {
    StartRefused refused = refused(new KeysetCommand("no-such-vault --token " + SECRET));

    assertThat(refused.why()).contains("could not be started");
    tellsNothing(refused);
  }

  private static StartRefused refused(KeysetCommand command) {
    return catchThrowableOfType(StartRefused.class, command::read);
  }

  private static void tellsNothing(StartRefused refused) {
    assertThat(refused).hasNoCause();
    assertThat(refused.getMessage()).doesNotContain(SECRET);
  }

  private KeysetCommand command(String script) throws IOException {
    return new KeysetCommand(script(script));
  }

  private String script(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("vault"), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}
