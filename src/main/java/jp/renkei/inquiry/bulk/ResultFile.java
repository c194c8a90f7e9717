package jp.renkei.inquiry.bulk;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import jp.renkei.protection.Spool;
import jp.renkei.protection.WholeFile;

/**
 * Writes what became of a file: {@code <name>.result} with its own end file, or {@code
 * <name>.problem.json} where the whole was refused. What an earlier file of that name left is
 * replaced, its end file first.
 */
final class ResultFile {

  private static final String RESULT = ".result";
  private static final String END = ".ok";
  private static final String PROBLEM = ".problem.json";

  private final Path folder;
  private final String name;

  ResultFile(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Writes the results of so many lines. */
  void results(Spool results, long lines, FileFormat format) throws IOException {
    Files.deleteIfExists(folder.resolve(name + RESULT + END));
    MessageDigest digest = EndFile.newDigest();
    long[] bytes = {0};
    WholeFile.appear(
        folder,
        name + RESULT,
        out -> bytes[0] = write(results, lines, format, new DigestOutputStream(out, digest)));
    Files.deleteIfExists(folder.resolve(name + PROBLEM));
    EndFile end = new EndFile(lines, bytes[0], HexFormat.of().formatHex(digest.digest()));
    WholeFile.appear(folder, name + RESULT + END, out -> out.write(end.line()));
  }

  /** Writes why the whole was refused. */
  void problem(byte[] problem) throws IOException {
    Files.deleteIfExists(folder.resolve(name + RESULT + END));
    Files.deleteIfExists(folder.resolve(name + RESULT));
    WholeFile.appear(folder, name + PROBLEM, out -> out.write(problem));
  }

  private static long write(Spool results, long lines, FileFormat format, OutputStream out)
      throws IOException {
    byte[] headings = format.headings();
    out.write(headings);
    long bytes = headings.length;
    try (DataInputStream in = new DataInputStream(results.read())) {
      for (long line = 0; line < lines; line++) {
        byte[] result = format.line(LineResult.read(in));
        out.write(result);
        bytes += result.length;
      }
    }
    return bytes;
  }
}
