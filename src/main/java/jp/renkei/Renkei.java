package jp.renkei;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.renkei.operations.CheckCatalogue;
import jp.renkei.operations.RotateKeyset;
import jp.renkei.operations.VerifyExport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the hub. */
@SpringBootApplication(
    exclude = {ArtemisAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Renkei {

  private static final String DEMO = "--demo";
  private static final String CHECK = "check";
  private static final String VERIFY = "verify";
  private static final String KEYSET = "keyset";

  static {
    // H2 would refuse a data folder that is named relative to the working folder
    System.setProperty("h2.implicitRelativePath", "true");
    // H2 would look up every value that it reads in a cache: dearer than making it anew
    System.setProperty("h2.objectCache", "false");
  }

  public static void main(String[] arguments) {
    if (arguments.length > 0 && CHECK.equals(arguments[0])) {
      System.exit(check());
    }
    if (arguments.length > 0 && VERIFY.equals(arguments[0])) {
      System.exit(verify(List.of(arguments).subList(1, arguments.length)));
    }
    if (arguments.length > 0 && KEYSET.equals(arguments[0])) {
      System.exit(keyset(List.of(arguments).subList(1, arguments.length)));
    }
    SpringApplication.run(Renkei.class, settings(arguments));
  }

  /** The command check. */
  private static int check() {
    return new CheckCatalogue(console())
        .run(Objects.requireNonNullElse(System.getenv("RENKEI_OVERLAY"), ""));
  }

  /** The command verify. */
  private static int verify(List<String> arguments) {
    return new VerifyExport(console()).run(arguments);
  }

  /** The command keyset. */
  private static int keyset(List<String> arguments) {
    return new RotateKeyset(console()).run(arguments);
  }

  /** A command has the console for itself: nothing is logged. */
  private static PrintStream console() {
    LoggingSystem.get(Renkei.class.getClassLoader()).beforeInitialize();
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /** The hub's own arguments as settings. */
  static String[] settings(String... arguments) {
    return Arrays.stream(arguments)
        .flatMap(
            argument ->
                DEMO.equals(argument)
                    ? Stream.of(
                        "--renkei.demo=true", "--renkei.environment=${RENKEI_ENVIRONMENT:demo}")
                    : Stream.of(argument))
        .toArray(String[]::new);
  }
}
