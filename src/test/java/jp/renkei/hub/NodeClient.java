package jp.renkei.hub;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A client of the broker that nobody here wrote: a script of {@code src/test/clients} in a process
 * of its own, on libraries of npm. Where node or the libraries are missing the test is skipped, but
 * never where {@code RENKEI_NEED_NODE} is set, as it is in CI.
 */
public final class NodeClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCRIPTS = Path.of("src/test/clients");
  private static final Path MODULES = Path.of("target/clients/node_modules");
  private static final String REMEDY =
      "node, or target/clients/node_modules, is missing: install nodejs and npm, then"
          + " mkdir -p target/clients && cp src/test/clients/package*.json target/clients/"
          + " && npm ci --prefix target/clients --ignore-scripts";

  private final Path data;
  private final int port;

  public NodeClient(Path data, int port) {
    this.data = data;
    this.port = port;
    if (!isThere()) {
      if (System.getenv("RENKEI_NEED_NODE") != null) {
        fail(REMEDY);
      }
      abort(REMEDY);
    }
  }

  private static boolean isThere() {
    try {
      return Files.isDirectory(MODULES.resolve("rhea"))
          && new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Runs a script to its end.
   *
   * @param script e.g. {@code amqp.js}
   * @param input what it reads
   * @param user one of the broker's users, or null for a client without a name
   * @return what it printed, a line each
   */
  public List<JsonNode> run(String script, String input, String mode, String user, String what) {
    List<String> command = new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(mode, Integer.toString(port), user == null ? "" : user, what));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("NODE_PATH", MODULES.toAbsolutePath().toString());
    if (user != null) {
      builder.environment().put("RENKEI_PASSWORD", BrokerClient.password(data, user));
    }
    try {
      Process process = builder.start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      // it ends by itself; this is for one that hangs
      process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> destroyed(process));
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<JsonNode> lines = new ArrayList<>();
      for (String line : printed.lines().toList()) {
        lines.add(
            line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode().put("?", line));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process destroyed(Process process) {
    process.destroyForcibly();
    return process;
  }
}
