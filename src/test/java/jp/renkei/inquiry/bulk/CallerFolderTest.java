package jp.renkei.inquiry.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was dealt with goes; what replaced it meanwhile stays. */
class CallerFolderTest {

  @TempDir Path place;
  private CallerFolder folder;

  @BeforeEach
  void make() throws IOException {
    for (String name : new String[] {"in", "out", ".taken"}) {
      Files.createDirectories(place.resolve(name));
    }
    folder = new CallerFolder(place);
    Files.writeString(place.resolve("in/run.csv"), "first");
    Files.writeString(place.resolve("in/run.csv.ok"), "1,5,x");
  }

  @Test
  void takesAwayWhatWasDealtWith() throws IOException {
    folder.done("run.csv", folder.which("run.csv"));

    assertThat(place.resolve("in")).isEmptyDirectory();
    assertThat(place.resolve(".taken")).isEmptyDirectory();
  }

  @Test
  void leavesAFileThatReplacedIt() throws IOException {
    String which = folder.which("run.csv");
    replace("run.csv", "other");

    folder.done("run.csv", which);

    assertThat(place.resolve("in/run.csv")).hasContent("other");
    assertThat(place.resolve("in/run.csv.ok")).exists();
  }

  @Test
  void leavesAnEndFileThatReplacedItsOwn() throws IOException {
    String which = folder.which("run.csv");
    replace("run.csv.ok", "1,5,y");

    folder.done("run.csv", which);

    assertThat(place.resolve("in/run.csv")).hasContent("first");
    assertThat(place.resolve("in/run.csv.ok")).hasContent("1,5,y");
  }

  private void replace(String name, String content) throws IOException {
    Path other = Files.writeString(place.resolve(name + ".new"), content);
    Files.move(other, place.resolve("in").resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
