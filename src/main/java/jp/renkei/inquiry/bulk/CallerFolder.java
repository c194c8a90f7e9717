package jp.renkei.inquiry.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.WholeFile;

/**
 * A caller's folder: {@code in} for what the caller asks, {@code out} for what became of it. Names
 * are of one segment and of few characters, and no link is followed. One node at a time serves it.
 * What was dealt with goes by way of {@code .taken}, so that a crash between two deletions leaves
 * neither a file nor its end file behind.
 */
final class CallerFolder implements AutoCloseable {

  /** The names that are picked up. */
  static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(csv|ndjson)";

  private static final Pattern NAME = Pattern.compile(NAMES);
  private static final String END = ".ok";

  private final Path folder;
  private FileChannel served;
  private FileLock lock;

  CallerFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes what is missing of it. */
  void make() throws IOException {
    for (Path part : List.of(in(), out(), taken())) {
      WholeFile.folder(part);
    }
  }

  Path in() {
    return folder.resolve("in");
  }

  Path out() {
    return folder.resolve("out");
  }

  private Path taken() {
    return folder.resolve(".taken");
  }

  /** Whether this node serves it; the one that does goes on until it ends, however it ends. */
  boolean isServedHere() throws IOException {
    if (lock != null && lock.isValid()) {
      return true;
    }
    if (served == null) {
      served =
          FileChannel.open(
              folder.resolve(".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
    }
    try {
      lock = served.tryLock();
    } catch (OverlappingFileLockException e) {
      return false;
    }
    return lock != null;
  }

  /** Whether there is such a file with its end file. */
  boolean has(String name) {
    return NAME.matcher(name).matches()
        && Files.isDirectory(in(), LinkOption.NOFOLLOW_LINKS)
        && Files.exists(in().resolve(name), LinkOption.NOFOLLOW_LINKS)
        && Files.exists(in().resolve(name + END), LinkOption.NOFOLLOW_LINKS);
  }

  /** What the end file tells. */
  EndFile end(String name) throws IOException {
    try (InputStream end = open(name + END)) {
      return EndFile.parse(end.readNBytes(EndFile.LONGEST));
    }
  }

  /**
   * To read a file of the caller's.
   *
   * @throws ProblemException {@code FILE_NOT_WHOLE} where it is a link or no file
   */
  InputStream open(String name) throws IOException {
    Path file = in().resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(Problem.FILE_NOT_WHOLE, "", "a link, or no file");
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Which file and end file bear the name: others, where they were replaced. */
  String which(String name) throws IOException {
    return mark(in().resolve(name)) + " " + mark(in().resolve(name + END));
  }

  private static String mark(Path file) throws IOException {
    try {
      BasicFileAttributes its =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return its.fileKey() + "/" + its.size() + "/" + its.lastModifiedTime();
    } catch (NoSuchFileException e) {
      return "none";
    }
  }

  /**
   * Takes away what was dealt with, for good; what replaced it meanwhile is for the next turn.
   *
   * @param which which one was dealt with
   */
  void done(String name, String which) throws IOException {
    if (!which(name).equals(which)) {
      return;
    }
    Files.move(in().resolve(name), taken().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    WholeFile.force(taken());
    tidy();
  }

  /** Takes away what a crash left of what was dealt with. */
  void tidy() throws IOException {
    List<Path> done;
    try (Stream<Path> files = Files.list(taken())) {
      done = files.toList();
    }
    for (Path file : done) {
      String name = file.getFileName().toString();
      if (!Files.exists(in().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(in().resolve(name + END));
      }
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    if (served != null) {
      served.close();
    }
  }
}
