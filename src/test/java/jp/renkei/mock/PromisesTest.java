package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.renkei.mock.Promises.Promise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("partners").resolve("digital-agency").resolve("promised.log");
  }

  @Test
  void remembersWhatIsToBeBroughtWithoutBeingClosed() {
    Promises killed = promises();
    killed.toCall(reply("A-1", "one"));
    killed.called(killed.toCall(reply("A-2", "two")));
    killed.toCall(reply("A-3", ""));
    try (Promises again = promises()) {
      assertThat(again.toCall()).extracting(Promise::number).containsExactly("A-1", "A-3");
      Promise first = again.toCall().get(0);
      assertThat(first.due()).isEqualTo(NOW.plusSeconds(3));
      assertThat(first.content()).isEqualTo("one".getBytes(UTF_8));
      assertThat(again.toCall().get(1).content()).isEmpty();
      again.called(first);
    }
    try (Promises again = promises()) {
      assertThat(again.toCall()).extracting(Promise::number).containsExactly("A-3");
    }
    killed.close();
  }

  @Test
  void twoPromisesAboutOneInquiryAreTwo() {
    try (Promises promises = promises()) {
      promises.called(promises.toCall(reply("A-1", "one")));
      promises.toCall(reply("A-1", "two"));
    }
    try (Promises again = promises()) {
      again.called(again.toCall(reply("A-2", "three")));
      assertThat(again.toCall()).extracting(Promise::number).containsExactly("A-1");
    }
  }

  @Test
  void remembersWhatIsAskedForTheLastOfOneInquiry() {
    Promises killed = promises();
    killed.toShow("A-1", reply("A-1", "not now"));
    killed.toShow("A-1", reply("A-1", "one"));
    try (Promises again = promises()) {
      assertThat(again.shown("A-1").orElseThrow().content()).isEqualTo("one".getBytes(UTF_8));
      assertThat(again.shown("A-2")).isEmpty();
      assertThat(again.toCall()).isEmpty();
    }
    killed.close();
  }

  @Test
  void isForItsOwnerOnlyAndForgetsALineThatAKillCutShort() throws IOException {
    try (Promises promises = promises()) {
      promises.toCall(reply("A-1", "one"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.writeString(file, "call\t2\tA-2", StandardOpenOption.APPEND);
    try (Promises again = promises()) {
      assertThat(again.toCall()).extracting(Promise::number).containsExactly("A-1");
    }
  }

  private Promises promises() {
    return new Promises(file, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Outgoing reply(String number, String content) {
    return new Outgoing(Duration.ofSeconds(3), number, content.getBytes(UTF_8));
  }
}
