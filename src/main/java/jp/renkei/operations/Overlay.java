package jp.renkei.operations;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.problem.StartRefused;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The hub's data files: those that are built in, overlaid file by file by those in folders outside.
 * A file outside that holds what the built one holds is no change and counts as the built one.
 */
final class Overlay {

  private static final String SCHEMAS = "schemas/";

  private final List<Path> folders;

  /**
   * @param folders hold {@code routes/} and the like; where two hold a file, the first wins
   */
  Overlay(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * The overlay as it is configured.
   *
   * @param setting one folder, or several as a path names them, the first of which wins; blank for
   *     the jar's own and the working folder
   * @throws StartRefused where a folder that is named is none
   */
  static Overlay of(String setting) {
    if (!setting.isBlank()) {
      return new Overlay(
          Arrays.stream(setting.split(File.pathSeparator)).map(Overlay::named).toList());
    }
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(new ApplicationHome(Overlay.class).getDir().toPath().toAbsolutePath().normalize());
    folders.add(Path.of("").toAbsolutePath());
    return new Overlay(List.copyOf(folders));
  }

  private static Path named(String setting) {
    try {
      Path folder = Path.of(setting).toAbsolutePath().normalize();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw new StartRefused(
        "RENKEI_OVERLAY names " + setting + ", which is not a folder",
        "Name the folder that holds routes/, or leave the setting out");
  }

  /**
   * The files of a folder, outside before built in, by their names.
   *
   * @param folder with its slash, e.g. {@code routes/flows/}
   * @param ending of their names, e.g. {@code .yaml}
   */
  List<DataFile> files(String folder, String ending) {
    try {
      Map<String, DataFile> files = new TreeMap<>();
      for (Resource built : builtIn(folder, ending)) {
        files.put(built.getFilename(), new DataFile(folder + built.getFilename(), built, false));
      }
      // the first folder is laid on last
      for (int i = folders.size() - 1; i >= 0; i--) {
        for (Path outside : outside(folders.get(i).resolve(folder), ending)) {
          lay(files, folder, outside);
        }
      }
      return List.copyOf(files.values());
    } catch (IOException | UncheckedIOException e) {
      throw new StartRefused(
          folder + " cannot be read",
          "Make it readable for the hub, or correct the installation",
          e);
    }
  }

  /** Camel's own files: route templates, and what runs by itself. */
  List<DataFile> patterns() {
    return Stream.of("routes/patterns/", "routes/housekeeping/")
        .flatMap(folder -> files(folder, ".camel.yaml").stream())
        .toList();
  }

  private static void lay(Map<String, DataFile> files, String folder, Path outside)
      throws IOException {
    String name = outside.getFileName().toString();
    DataFile file = new DataFile(folder + name, new FileSystemResource(outside), true);
    DataFile below = files.get(name);
    if (below == null || !below.holdsTheSameAs(file)) {
      files.put(name, file);
    }
  }

  private static Resource[] builtIn(String folder, String ending) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:" + folder + "*" + ending);
  }

  private static List<Path> outside(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  /**
   * Classes were generated from the built XML schemas: another one outside would be believed and
   * not followed.
   *
   * @throws StartRefused naming every schema that differs
   */
  void refuseOtherSchemas() {
    Set<String> built = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    try {
      Arrays.stream(builtIn(SCHEMAS, ".xsd")).map(Resource::getFilename).forEach(built::add);
    } catch (IOException e) {
      throw new StartRefused("The built schemas cannot be read", "Check the installation", e);
    }
    files(SCHEMAS, ".xsd").stream()
        .filter(file -> file.outside() && built.contains(file.resource().getFilename()))
        .forEach(file -> others.add(file.toldName()));
    if (!others.isEmpty()) {
      throw new StartRefused(
          "The hub was built with other XML schemas than these: " + String.join(", ", others),
          "Remove them, or change them in schemas/ of the source and build the hub anew");
    }
  }
}
