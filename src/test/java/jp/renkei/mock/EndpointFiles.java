package jp.renkei.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The folders of {@code mock-endpoints/}: those that are built in, overlaid file by file by those
 * in the folder outside that also holds the hub's {@code routes/}.
 */
final class EndpointFiles {

  private static final String FOLDER = "mock-endpoints";

  /** An agency's folder is one that has this. */
  private static final String AGENCY = "agency.yaml";

  private final Path outside;

  /**
   * @param overlay the folder that holds {@code mock-endpoints/}; blank for the working folder
   */
  EndpointFiles(String overlay) {
    this.outside = Path.of(overlay).resolve(FOLDER);
  }

  /** The names of the agencies' folders, in their order. */
  Set<String> agencies() {
    Set<String> names = new TreeSet<>();
    try {
      String pattern = "classpath*:" + FOLDER + "/*/" + AGENCY;
      for (Resource built : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        names.add(built.getFile().toPath().getParent().getFileName().toString());
      }
      if (Files.isDirectory(outside)) {
        try (Stream<Path> folders = Files.list(outside)) {
          folders
              .filter(folder -> Files.isRegularFile(folder.resolve(AGENCY)))
              .forEach(folder -> names.add(folder.getFileName().toString()));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who an agency is. */
  byte[] agency(String folder) {
    return read(folder, AGENCY);
  }

  /** What an agency's residents say. */
  byte[] residents(String folder) {
    return read(folder, "residents.yaml");
  }

  private byte[] read(String folder, String name) {
    Path file = outside.resolve(folder).resolve(name);
    try {
      return Files.isRegularFile(file)
          ? Files.readAllBytes(file)
          : new ClassPathResource(FOLDER + "/" + folder + "/" + name).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
