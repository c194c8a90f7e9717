package jp.renkei.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The golden folders under {@code src/test/resources/golden}, for tests of every level. */
public final class GoldenCases {

  /** The inquiry number in every golden file. */
  public static final String NUMBER = "R7K2M-00001";

  private static final String REQUEST = ".request.json";

  private GoldenCases() {}

  /** The cases of one flow, by name; none where it has no folder. */
  public static List<GoldenCase> of(String flow) {
    if (GoldenCases.class.getResource("/golden/" + flow) == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(flow))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(REQUEST))
          .map(name -> name.substring(0, name.length() - REQUEST.length()))
          .sorted()
          .map(name -> new GoldenCase(flow, name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One case of a flow. */
  public static GoldenCase of(String flow, String name) {
    return of(flow).stream()
        .filter(golden -> golden.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no golden case " + flow + "/" + name));
  }

  /** The header that the golden {@code request.xml} were made with. */
  public static MessageHeader header(String flow) {
    return new MessageHeader(NUMBER, flow, "test", Instant.parse("2026-11-22T01:58:23.417Z"));
  }

  static Path folder(String flow) {
    URL folder = GoldenCases.class.getResource("/golden/" + flow);
    try {
      URI uri = Objects.requireNonNull(folder, flow).toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
