package jp.renkei.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * An agency by files that is closed when the demo starts and opens soon after, at any time of day:
 * laid into the data folder anew at each start, and over the hub's files and the mock agencies'.
 */
final class OpeningAgency implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String BUILT = "/mock-endpoints/sample-day/";

  private static final List<String> FILES =
      List.of(
          "routes/agencies/opening-agency.yaml",
          "routes/flows/demo.yaml",
          "mock-endpoints/opening-agency/agency.yaml",
          "mock-endpoints/opening-agency/residents.yaml");

  /**
   * The hub starts meanwhile, and the day begins; the first full minute after it is the opening.
   */
  private static final Duration LEAST = Duration.ofMinutes(1);

  /** How long it is closed each day. */
  private static final Duration CLOSED = Duration.ofMinutes(10);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final String OVERLAY = "renkei.overlay";

  private final Clock clock;

  OpeningAgency(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Path folder =
        Path.of(environment.getProperty("renkei.data", "data"), "demo", "sample-day")
            .toAbsolutePath();
    lay(folder);
    // the folder that is named, or what counts where none is
    String named = environment.getProperty(OVERLAY, "");
    String others = named.isBlank() ? Path.of("").toAbsolutePath().toString() : named;
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "sample-day", Map.of(OVERLAY, folder + File.pathSeparator + others)));
  }

  /** Writes its files, with hours that begin soon. */
  void lay(Path folder) {
    for (String name : FILES) {
      try (InputStream built = OpeningAgency.class.getResourceAsStream(BUILT + name)) {
        String text =
            new String(Objects.requireNonNull(built).readAllBytes(), StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text.replace("{hours}", hours()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Over midnight, where they end earlier in the day than they begin. */
  private String hours() {
    ZonedDateTime now = clock.instant().atZone(ZoneId.of("Asia/Tokyo"));
    ZonedDateTime opening = now.plus(LEAST).plusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
    return TIME.format(opening) + "-" + TIME.format(opening.minus(CLOSED));
  }
}
