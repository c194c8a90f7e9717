package jp.renkei.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jp.renkei.protection.evidence.EvidenceUnreadable;
import jp.renkei.protection.evidence.HeadFile;
import jp.renkei.protection.evidence.Heads;
import jp.renkei.protection.evidence.SealFault;
import jp.renkei.protection.evidence.Verification;
import jp.renkei.protection.evidence.VerifyEvidence;

/**
 * The command {@code verify FILE [HEADS]}: verifies an export of events. It needs neither a
 * database nor users nor keys.
 */
public final class VerifyExport {

  /** All is as it was sealed. */
  static final int GOOD = 0;

  /** It is not, or cannot be read. */
  static final int FAULTY = 1;

  private final PrintStream out;

  public VerifyExport(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints what was found.
   *
   * @param arguments the export's file, and a file of heads to hold it against
   * @return the exit code: 0 where all is as it was sealed, 1 otherwise
   */
  public int run(List<String> arguments) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      out.println("使い方 Usage: java -jar renkei.jar verify FILE [HEADS]");
      return FAULTY;
    }
    try (BufferedReader lines =
        Files.newBufferedReader(Path.of(arguments.get(0)), StandardCharsets.UTF_8)) {
      VerifyEvidence verifying = new VerifyEvidence(heads(arguments));
      Verification found = verifying.verify(lines);
      tell(found, verifying.from());
      return found.ok() ? GOOD : FAULTY;
    } catch (EvidenceUnreadable e) {
      out.println(
          "証跡として読めません: %d 行目 This is no whole export of events: line %d"
              .formatted(e.line(), e.line()));
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      out.println("ファイルが読めません A file cannot be read: " + String.join(", ", arguments));
    }
    return FAULTY;
  }

  private static Heads heads(List<String> arguments) throws IOException {
    if (arguments.size() == 1) {
      return Heads.NONE;
    }
    Path file = Path.of(arguments.get(1));
    if (!Files.exists(file)) {
      throw new NoSuchFileException(arguments.get(1));
    }
    return new HeadFile(file).read();
  }

  private void tell(Verification found, long from) {
    if (found.ok()) {
      out.println("証跡は封印時のままです The evidence is as it was sealed.");
    } else {
      out.println(
          "証跡に異常があります: %d 件 The evidence is not as it was sealed: %d"
              .formatted(found.faultCount(), found.faultCount()));
      found.faults().forEach(this::tell);
    }
    if (from > 1) {
      out.println("途中のブロックからの検証です Only a part of the chain, from block " + from);
    }
    out.println("ブロック Blocks: " + found.blocks());
    out.println("証跡 Events: " + found.events());
    out.println("照合した控え Heads: " + found.heads());
    out.println("最新の封印 Sealed to: " + Objects.toString(found.sealedTo(), "-"));
  }

  private void tell(SealFault fault) {
    out.println(
        "  ブロック block %s, 位置 position %s, 証跡 event %s: %s %s"
            .formatted(
                word(fault.block()),
                word(fault.position()),
                word(fault.event()),
                fault.kind().ja(),
                fault.kind().en()));
  }

  private static String word(Object number) {
    return Objects.toString(number, "-");
  }
}
