package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotateKeysetTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Path file;
  private Path before;

  @BeforeEach
  void place() {
    file = folder.resolve("keys/keyset.json");
    before = folder.resolve("keys/keyset.json.before");
  }

  @AfterEach
  void noKeyIsPrinted() throws IOException {
    for (Path each : List.of(file, before)) {
      if (Files.exists(each)) {
        for (JsonNode key : JSON.readTree(each.toFile()).findValues("value")) {
          assertThat(printed()).doesNotContain(key.textValue());
        }
      }
    }
  }

  @Test
  void aNewKeysetHasOneKeyOfEachAndIsForItsOwnerOnly() throws IOException {
    assertThat(run("new", file)).isZero();

    assertThat(ids("content")).hasSize(1);
    assertThat(ids("search")).hasSize(1);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
    assertThat(printed()).contains("content " + primary("content") + " 使用中 primary");
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    run("new", file);
    String keyset = Files.readString(file);

    assertThat(run("new", file)).isEqualTo(1);

    assertThat(printed()).contains("できません Refused: The file " + file + " is there already");
    assertThat(Files.readString(file)).isEqualTo(keyset);
  }

  @Test
  void aNewKeyIsAnnouncedAndNotWrittenWithYet() throws IOException {
    run("new", file);
    long content = primary("content");
    long search = primary("search");
    String keyset = Files.readString(file);

    assertThat(run("rotate", file)).isZero();

    assertThat(ids("content")).hasSize(2).startsWith(content);
    assertThat(ids("search")).hasSize(2).startsWith(search);
    assertThat(primary("content")).isEqualTo(content);
    assertThat(primary("search")).isEqualTo(search);
    assertThat(printed()).contains("content " + ids("content").get(1) + " 予告 announced");
    assertThat(Files.readString(before)).isEqualTo(keyset);
    assertThat(mode(before)).isEqualTo("rw-------");
  }

  @Test
  void aSecondKeyIsNotAnnouncedBeforeTheFirstIsUsed() {
    run("new", file);
    run("rotate", file);

    assertThat(run("rotate", file)).isEqualTo(1);
    assertThat(printed()).contains("has an announced key already", "promote");
  }

  @Test
  void theAnnouncedKeyIsPromotedWhenEveryNodeKnowsIt() throws IOException {
    run("new", file);
    Path late = report("late", false);
    run("rotate", file);
    Path one = report("one", false);
    Path two = report("two", false);

    assertThat(run("promote", file, one, late)).isEqualTo(1);
    assertThat(printed()).contains("late.json does not know the announced key");
    assertThat(primary("content")).isEqualTo(ids("content").get(0));

    assertThat(run("promote", file, one, two)).isZero();
    assertThat(primary("content")).isEqualTo(ids("content").get(1));
    assertThat(primary("search")).isEqualTo(ids("search").get(1));
  }

  @Test
  void olderContentKeysAreRetiredWhenNothingLiesUnderThem() throws IOException {
    run("new", file);
    run("rotate", file);
    Path early = report("early", true);
    run("promote", file, early);
    Path busy = report("busy", false);
    Path done = report("done", true);
    long newest = primary("content");

    assertThat(run("retire", file, done, early)).isEqualTo(1);
    assertThat(run("retire", file, done, busy)).isEqualTo(1);
    assertThat(ids("content")).hasSize(2);

    assertThat(run("retire", file, done)).isZero();
    assertThat(ids("content")).containsExactly(newest);
    assertThat(ids("search")).hasSize(2);
  }

  @Test
  void whatHasNoNextStepIsRefused() throws IOException {
    run("new", file);
    Path node = report("node", true);

    assertThat(run("promote", file, node)).isEqualTo(1);
    assertThat(printed()).contains("has no announced key");
    assertThat(run("retire", file, node)).isEqualTo(1);
    assertThat(printed()).contains("has no older content key");
    assertThat(before).doesNotExist();
  }

  @Test
  void aReportThatIsNoneIsRefused() throws IOException {
    run("new", file);
    run("rotate", file);
    Path none = Files.writeString(folder.resolve("none.json"), "{}");

    assertThat(run("promote", file, none)).isEqualTo(1);
    assertThat(printed()).contains("none.json is no report of a hub on its keyset");
    assertThat(run("promote", file, folder.resolve("nowhere.json"))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "new", "turn FILE", "new FILE FILE", "promote FILE", "retire FILE"})
  void anythingElseTellsTheUsage(String words) {
    List<String> arguments =
        words.isEmpty() ? List.of() : List.of(words.replace("FILE", file.toString()).split(" "));

    assertThat(new RotateKeyset(out()).run(arguments)).isEqualTo(1);
    assertThat(printed()).startsWith("使い方 Usage");
    assertThat(file).doesNotExist();
  }

  private int run(String step, Path... files) {
    List<String> arguments = new ArrayList<>(List.of(step));
    Stream.of(files).map(Path::toString).forEach(arguments::add);
    return new RotateKeyset(out()).run(arguments);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** What a node with the file as it is now tells. */
  private Path report(String name, boolean olderUnused) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".json"),
        "{\"at\": \"2026-11-22T01:00:00Z\", \"content\": "
            + told("content")
            + ", \"olderUnused\": "
            + olderUnused
            + ", \"search\": "
            + told("search")
            + "}");
  }

  private String told(String keyset) throws IOException {
    return "{\"primary\": " + primary(keyset) + ", \"keys\": " + ids(keyset) + "}";
  }

  private List<Long> ids(String keyset) throws IOException {
    List<Long> ids = new ArrayList<>();
    for (JsonNode key : JSON.readTree(file.toFile()).path(keyset).path("key")) {
      ids.add(key.path("keyId").asLong());
    }
    return ids;
  }

  private long primary(String keyset) throws IOException {
    return JSON.readTree(file.toFile()).path(keyset).path("primaryKeyId").asLong();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
