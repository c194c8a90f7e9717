package jp.renkei;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** Starts the hub. */
@SpringBootApplication(
    exclude = {ArtemisAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Renkei {

  private static final String DEMO = "--demo";

  static {
    // H2 would refuse a data folder that is named relative to the working folder
    System.setProperty("h2.implicitRelativePath", "true");
  }

  public static void main(String[] arguments) {
    SpringApplication.run(Renkei.class, settings(arguments));
  }

  /** The hub's own arguments as settings. */
  static String[] settings(String... arguments) {
    return Arrays.stream(arguments)
        .flatMap(
            argument ->
                DEMO.equals(argument)
                    ? Stream.of("--renkei.demo=true", "--renkei.environment=demo")
                    : Stream.of(argument))
        .toArray(String[]::new);
  }
}
