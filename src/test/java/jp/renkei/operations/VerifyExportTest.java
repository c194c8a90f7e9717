package jp.renkei.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.EventRow;
import jp.renkei.protection.evidence.Head;
import jp.renkei.protection.evidence.HeadFile;
import jp.renkei.protection.evidence.SealedRow;
import jp.renkei.protection.evidence.WriteEvidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two blocks of two events in a file: lines 2 to 4 and 5 to 7, with a first and a last line. */
class VerifyExportTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123456Z");

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Path file;
  private Block newest;

  @BeforeEach
  void export() throws IOException {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    WriteEvidence writing = new WriteEvidence(export, 1);
    Block before = null;
    for (int i = 0; i < 2; i++) {
      List<EventRow> events = IntStream.of(2 * i + 1, 2 * i + 2).mapToObj(this::event).toList();
      Block block = Block.after(before, events.stream().map(EventRow::hash).toList(), NOW);
      writing.block(block);
      for (int p = 0; p < events.size(); p++) {
        EventRow event = events.get(p);
        writing.row(new SealedRow(block.number(), p + 1, event.id(), event.hash(), event));
      }
      before = block;
    }
    newest = before;
    writing.end();
    file = Files.write(folder.resolve("evidence.ndjson"), export.toByteArray());
  }

  @Test
  void saysThatItHolds() {
    assertThat(verify()).isZero();

    assertThat(output().lines())
        .containsExactly(
            "証跡は封印時のままです The evidence is as it was sealed.",
            "ブロック Blocks: 2",
            "証跡 Events: 4",
            "照合した控え Heads: 0",
            "最新の封印 Sealed to: 2026-11-22T01:00:00.123456Z");
  }

  @Test
  void namesWhatWasChanged() throws IOException {
    replace("\"detail\":\"照会 3\"", "\"detail\":\"照会 9\"");

    assertThat(verify()).isEqualTo(1);
    assertThat(output().lines())
        .contains("証跡に異常があります: 1 件 The evidence is not as it was sealed: 1")
        .contains("  ブロック block 2, 位置 position 1, 証跡 event 3: 証跡が変更されています the event was changed");
  }

  @Test
  void namesABlockThatIsGone() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.subList(1, 4).clear();
    lines.set(lines.size() - 1, "{\"end\":{\"blocks\":1,\"seals\":2}}");
    Files.write(file, lines);

    assertThat(verify()).isEqualTo(1);
    assertThat(output().lines())
        .contains("  ブロック block 1, 位置 position -, 証跡 event -: ブロックがありません the block is gone");
  }

  @Test
  void saysThatAPartIsAPart() throws IOException {
    namesABlockThatIsGone();
    printed.reset();
    replace("\"from\":1", "\"from\":2");

    assertThat(verify()).isZero();
    assertThat(output().lines()).contains("途中のブロックからの検証です Only a part of the chain, from block 2");
  }

  /** Each line left out, and each written twice. */
  @Test
  void everyLineIsNeededOnce() throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      for (int times : new int[] {0, 2}) {
        List<String> other = new ArrayList<>(lines.subList(0, i));
        other.addAll(Collections.nCopies(times, lines.get(i)));
        other.addAll(lines.subList(i + 1, lines.size()));
        Files.write(file, other);

        assertThat(verify()).as("line %s, %s times", i + 1, times).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"version\":1', '\"version\":2', 1",
    "'\"root\":', '\"root\":null,\"x\":', 2",
    "'\"position\":2', '\"position\":null', 4",
    "'\"what\":\"SENT\"', '\"what\":\"SENT\",\"what\":\"SENT\"', 3",
    "'\"what\":\"SENT\"', '\"what\":\"SENT\",\"more\":\"unsealed\"', 3",
    "'\"what\":\"SENT\"', '\"what\":null', 3",
    "'{\"block\":', '{\"end\":{\"blocks\":0,\"seals\":0},\"block\":', 2",
    "'{\"end\":', '{\"block\":null,\"x\":', 8",
    "'\"seals\":4', '\"seals\":5', 8"
  })
  void whatNobodyVerifiesIsNotRead(String from, String to, int line) throws IOException {
    replace(from, to);

    assertThat(verify()).isEqualTo(1);
    assertThat(output())
        .isEqualToIgnoringNewLines(
            "証跡として読めません: %d 行目 This is no whole export of events: line %d".formatted(line, line));
  }

  @Test
  void saysWhatCannotBeRead() {
    Path none = folder.resolve("none");

    assertThat(run(none.toString())).isEqualTo(1);
    assertThat(run(file.toString(), none.toString())).isEqualTo(1);
    assertThat(run()).isEqualTo(1);
    assertThat(output().lines())
        .containsExactly(
            "ファイルが読めません A file cannot be read: " + none,
            "ファイルが読めません A file cannot be read: " + file + ", " + none,
            "使い方 Usage: java -jar renkei.jar verify FILE [HEADS]");
  }

  @Test
  void holdsItAgainstHeads() throws IOException {
    Path heads = folder.resolve("heads.txt");
    HeadFile kept = new HeadFile(heads);
    kept.append(Head.of(newest));
    assertThat(run(file.toString(), heads.toString())).isZero();
    assertThat(output().lines()).contains("照合した控え Heads: 1");

    kept.append(new Head(3, newest.hash(), NOW));

    assertThat(run(file.toString(), heads.toString())).isEqualTo(1);
    assertThat(output()).contains("block 3, 位置 position -, 証跡 event -: 控えにある最新のブロックがありません");
  }

  private EventRow event(int id) {
    return new EventRow(id, null, "f", "mhlw", NOW, "SENT", "hub", "照会 " + id);
  }

  private void replace(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
  }

  private int verify() {
    return run(file.toString());
  }

  private int run(String... arguments) {
    return new VerifyExport(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
