package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.EventRow;
import jp.renkei.protection.evidence.SealedRow;
import jp.renkei.protection.evidence.WriteEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub's command {@code verify}. */
class VerifyIT {

  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  @TempDir Path folder;

  @Test
  void endsWithZeroWhereAllIsAsItWasSealed() throws IOException {
    JavaProcess verify = verify(export());

    assertThat(verify.exitStatus(60)).isZero();
    assertThat(verify.output()).startsWith("証跡は封印時のままです The evidence is as it was sealed.");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void endsWithOneWhereItIsNot() throws IOException {
    JavaProcess verify = verify(export().replace("\"who\":\"hub\"", "\"who\":\"other\""));

    assertThat(verify.exitStatus(60)).isEqualTo(1);
    assertThat(verify.output())
        .startsWith("証跡に異常があります: 1 件 The evidence is not as it was sealed: 1")
        .contains("block 1", "position 1", "event 7", "the event was changed");
  }

  private JavaProcess verify(String export) throws IOException {
    Path file = Files.writeString(folder.resolve("evidence.ndjson"), export);
    return JavaProcess.start(
        List.of("-jar", Path.of("target", "renkei.jar").toString(), "verify", file.toString()),
        Map.of("RENKEI_DATA", folder.resolve("data").toString()),
        folder.resolve("verify.log"));
  }

  private static String export() {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    EventRow event = new EventRow(7, null, "f", "mhlw", NOW, "SENT", "hub", "照会");
    Block block = Block.after(null, List.of(event.hash()), NOW);
    WriteEvidence writing = new WriteEvidence(export, 1);
    writing.block(block);
    writing.row(new SealedRow(1, 1, event.id(), event.hash(), event));
    writing.end();
    return export.toString(StandardCharsets.UTF_8);
  }
}
