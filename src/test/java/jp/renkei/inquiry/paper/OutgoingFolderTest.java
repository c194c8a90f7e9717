package jp.renkei.inquiry.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingFolderTest {

  @TempDir Path root;

  @Test
  void aSetIsWholeWithItsEndFile() throws IOException {
    write("a", "b");

    assertThat(names()).containsExactly("N.csv", "N.html", "N.ok");
    assertThat(Files.readString(folder().resolve("N.ok")))
        .isEqualTo(
            """
            file,records,sha256\r
            N.html,1,ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\r
            N.csv,1,3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d\r
            """);
  }

  @Test
  void nobodyElseMayRead() throws IOException {
    write("a", "b");

    assertThat(mode(root.resolve("insured-person"))).isEqualTo("rwx------");
    assertThat(mode(folder())).isEqualTo("rwx------");
    for (String name : names()) {
      assertThat(mode(folder().resolve(name))).isEqualTo("rw-------");
    }
  }

  @Test
  void aWholeSetIsNotWrittenAgain() throws IOException {
    write("a", "b");
    write("other", "b");

    assertThat(Files.readString(folder().resolve("N.html"))).isEqualTo("a");
  }

  /** What a crash left: a file half written, another one whole, no end file. */
  @Test
  void aSetThatACrashLeftIsWrittenAnew() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("N.html"), "a");
    Files.writeString(folder().resolve("N.csv.part"), "ha");

    write("a", "b");

    assertThat(names()).containsExactly("N.csv", "N.html", "N.ok");
    assertThat(Files.readString(folder().resolve("N.csv"))).isEqualTo("b");
  }

  @Test
  void aFolderThatCannotBeWrittenIsAFault() throws IOException {
    Files.writeString(root.resolve("insured-person"), "a file in the way");

    assertThatThrownBy(() -> write("a", "b")).isInstanceOf(UncheckedIOException.class);
  }

  private void write(String html, String csv) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("html", html.getBytes(UTF_8));
    files.put("csv", csv.getBytes(UTF_8));
    new OutgoingFolder(root).write("insured-person", "N", files);
  }

  private Path folder() {
    return root.resolve("insured-person").resolve("outgoing");
  }

  private String[] names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
