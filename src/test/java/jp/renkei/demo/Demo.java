package jp.renkei.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.renkei.Renkei;
import jp.renkei.mock.MockAgenciesConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;

/**
 * Starts the demo. {@code --agencies-only}: the mock agencies alone, at {@code MOCK_PORT};
 * otherwise a hub with them, which plays a sample day unless {@code --sample-day=off}.
 */
public final class Demo {

  /** Where the machine names one, that: one that says production starts no demo. */
  private static final String ENVIRONMENT = "--renkei.environment=${RENKEI_ENVIRONMENT:demo}";

  private Demo() {}

  public static void main(String[] arguments) throws IOException {
    List<String> given = Arrays.asList(arguments);
    if (given.contains("--agencies-only")) {
      run(
          given,
          List.of(
              "--server.port=${MOCK_PORT:8081}",
              "--renkei.mock.hub=http://127.0.0.1:${SERVER_PORT:8080}",
              ENVIRONMENT),
          new SpringApplication(AgenciesAlone.class));
    } else {
      var application = new SpringApplication(Renkei.class, MockAgenciesConfiguration.class);
      application.addInitializers(new OpeningAgency(Clock.systemUTC()));
      Environment hub = run(given, List.of("--renkei.demo=true", ENVIRONMENT), application);
      if (!given.contains("--sample-day=off")) {
        playSampleDay(hub);
      }
    }
  }

  private static Environment run(
      List<String> given, List<String> more, SpringApplication application) {
    List<String> all = new ArrayList<>(more);
    all.addAll(given);
    return application.run(all.toArray(String[]::new)).getEnvironment();
  }

  private static void playSampleDay(Environment hub) throws IOException {
    String port = hub.getRequiredProperty("local.server.port");
    // A terminal of today reads UTF-8 even where the locale does not say so.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    new SampleDay(
            new HubClient(URI.create("http://127.0.0.1:" + port)),
            new DemoCredentials(Path.of(hub.getProperty("renkei.data", "data"))),
            out,
            Clock.systemUTC())
        .play();
    out.println("The hub stays up at http://localhost:" + port);
  }
}
