package jp.renkei.mock;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The folders of {@code mock-endpoints/}: those that are built in, overlaid file by file by those
 * in the folders outside that also hold the hub's {@code routes/}.
 */
final class EndpointFiles {

  private static final String FOLDER = "mock-endpoints";

  /** An agency's folder is one that has this. */
  private static final String AGENCY = "agency.yaml";

  private final List<Path> outside;

  /**
   * @param overlay the folders that hold {@code mock-endpoints/}, as a path names them, the first
   *     of which wins; blank for the working folder
   */
  EndpointFiles(String overlay) {
    this.outside =
        Arrays.stream(overlay.split(File.pathSeparator))
            .map(folder -> Path.of(folder).resolve(FOLDER))
            .toList();
  }

  /** The names of the agencies' folders, in their order. */
  Set<String> agencies() {
    Set<String> names = new TreeSet<>();
    try {
      String pattern = "classpath*:" + FOLDER + "/*/" + AGENCY;
      for (Resource built : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        names.add(built.getFile().toPath().getParent().getFileName().toString());
      }
      for (Path folder : outside.stream().filter(Files::isDirectory).toList()) {
        try (Stream<Path> folders = Files.list(folder)) {
          folders
              .filter(its -> Files.isRegularFile(its.resolve(AGENCY)))
              .forEach(its -> names.add(its.getFileName().toString()));
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
    String file = folder + "/" + name;
    try {
      for (Path its : outside) {
        if (Files.isRegularFile(its.resolve(file))) {
          return Files.readAllBytes(its.resolve(file));
        }
      }
      return new ClassPathResource(FOLDER + "/" + file).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
