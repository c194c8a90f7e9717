package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.renkei.mock.Received.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("partners").resolve("mhlw").resolve("received.log");
  }

  @Test
  void countsEachNumberAndComparesContents() {
    try (Received received = new Received(file)) {
      assertThat(received.note("A-1", bytes("one"))).isEqualTo(1);
      assertThat(received.note("A-2", bytes("two"))).isEqualTo(1);
      assertThat(received.note("A-1", bytes("one"))).isEqualTo(2);
      assertThat(received.note("A-2", bytes("2"))).isEqualTo(2);
      assertThat(received.note("A-2", bytes("two"))).isEqualTo(3);
      assertThat(received.entries())
          .containsExactly(new Entry("A-1", 2, true), new Entry("A-2", 3, false));
    }
  }

  @Test
  void remembersWithoutBeingClosed() {
    Received killed = new Received(file);
    killed.note("A-1", bytes("one"));
    try (Received again = new Received(file)) {
      assertThat(again.entries()).containsExactly(new Entry("A-1", 1, true));
      assertThat(again.note("A-1", bytes("other"))).isEqualTo(2);
      assertThat(again.entries()).containsExactly(new Entry("A-1", 2, false));
    }
    killed.close();
  }

  @Test
  void forgetsALineThatAKillCutShort() throws IOException {
    try (Received received = new Received(file)) {
      received.note("A-1", bytes("one"));
    }
    Files.writeString(file, "A-2\tabc", StandardOpenOption.APPEND);
    try (Received again = new Received(file)) {
      assertThat(again.note("A-3", bytes("three"))).isEqualTo(1);
    }
    try (Received again = new Received(file)) {
      assertThat(again.entries()).extracting(Entry::number).containsExactly("A-1", "A-3");
    }
  }

  @Test
  void holdsNoContent() throws IOException {
    try (Received received = new Received(file)) {
      received.note("A-1", Inquiries.about("A-1", "0012345678"));
    }
    assertThat(Files.readString(file)).matches("A-1\t[0-9a-f]{64}\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
