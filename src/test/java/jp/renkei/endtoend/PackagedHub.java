package jp.renkei.endtoend;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged hub, prepared for many starts: unpacked by the jar's own tool, with an archive of
 * its classes. Half of what a start costs is to find classes in jars within a jar. The jar as it is
 * delivered is started by {@link KeysetIT}.
 */
public final class PackagedHub {

  /** In which form a hub is started. */
  public enum Form {
    /** The jar as it is delivered. */
    JAR,
    /** Its classes and libraries beside each other, unpacked by the jar's own tool. */
    UNPACKED,
    /** Unpacked, and its classes in an archive that the JVM maps. */
    ARCHIVED
  }

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAR = TARGET.resolve("renkei.jar");
  private static final int LONGEST_SECONDS = 300;

  private PackagedHub() {}

  /** What follows {@code java} and the JVM's own arguments. */
  public static List<String> arguments(Form form) {
    return switch (form) {
      case JAR -> List.of("-jar", JAR.toString());
      case UNPACKED -> List.of("-jar", Prepared.HUB.toString());
      case ARCHIVED ->
          List.of("-XX:SharedArchiveFile=" + Prepared.CLASSES, "-jar", Prepared.HUB.toString());
    };
  }

  /** Made by the first start, and once for each jar. */
  private static final class Prepared {

    static final Path HUB;
    static final Path CLASSES;

    static {
      assertThat(JAR).as("the packaged hub; run mvn package first").isRegularFile();
      // one of the test JVMs makes it, the others wait
      try (FileChannel lock = FileChannel.open(TARGET.resolve("unpacked.lock"), CREATE, WRITE);
          FileLock held = lock.lock()) {
        assertThat(held.isValid()).isTrue();
        Path folder = TARGET.resolve("unpacked-" + Files.getLastModifiedTime(JAR).toMillis());
        HUB = folder.resolve(JAR.getFileName());
        CLASSES = folder.resolve("classes.jsa");
        // it is made last
        if (!Files.exists(CLASSES)) {
          Files.createDirectories(folder);
          unpack(folder);
          archive(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void unpack(Path folder) {
      run(
          folder,
          Map.of(),
          List.of("-Djarmode=tools", "-jar", JAR.toString()),
          List.of("extract", "--force", "--destination", folder.toString()));
    }

    /** A hub that ends as soon as it has started leaves the archive behind. */
    private static void archive(Path folder) throws IOException {
      Path data = Files.createTempDirectory("renkei-classes");
      List<Integer> ports = FreePorts.of(2);
      List<String> jvm = new ArrayList<>(JavaProcess.FRUGAL);
      jvm.add("-XX:ArchiveClassesAtExit=" + CLASSES);
      jvm.add("-Dspring.context.exit=onRefresh");
      jvm.addAll(List.of("-jar", HUB.toString()));
      run(
          folder,
          Map.of(
              "RENKEI_DATA", data.toString(),
              "SERVER_PORT", "0",
              "RENKEI_BROKER_PORT", ports.get(0).toString(),
              "MOCK_HTTPS_PORT", ports.get(1).toString()),
          jvm,
          List.of("--demo"));
      FileSystemUtils.deleteRecursively(data);
      assertThat(CLASSES).isRegularFile();
    }

    private static void run(
        Path folder, Map<String, String> environment, List<String> jvm, List<String> arguments) {
      List<String> all = new ArrayList<>(jvm);
      all.addAll(arguments);
      Path log = folder.resolve("prepared.log");
      JavaProcess process = JavaProcess.start(all, environment, log);
      assertThat(process.exitStatus(LONGEST_SECONDS)).as("see %s", log).isZero();
    }
  }
}
