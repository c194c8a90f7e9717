package jp.renkei.operations.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One page of a real, headless Chromium, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final ObjectMapper json = new ObjectMapper();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final WebSocket page;

  /**
   * Starts Chromium with one empty page.
   *
   * @param profile an empty folder for its state
   */
  Browser(Path profile) throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                binary(),
                "--headless=new",
                "--no-sandbox", // which a build in a container cannot have
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--window-size=1440,900",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    try {
      page = connect(profile.resolve("DevToolsActivePort"));
      call("Page.enable", Map.of());
      call("Network.enable", Map.of());
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      end();
      throw e;
    }
  }

  private static String binary() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "This test needs Chromium and a Japanese font: apt-get update && apt-get"
                        + " install --yes --no-install-recommends chromium fonts-noto-cjk"));
  }

  private WebSocket connect(Path portFile) throws IOException, InterruptedException {
    await("Chromium listens")
        .atMost(PATIENCE)
        .until(() -> Files.exists(portFile) && Files.readAllLines(portFile).size() == 2);
    String port = Files.readAllLines(portFile).get(0);
    JsonNode pages =
        json.readTree(
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new"))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                    BodyHandlers.ofString())
                .body());
    return http.newWebSocketBuilder()
        .buildAsync(URI.create(pages.get("webSocketDebuggerUrl").textValue()), new Answers())
        .join();
  }

  /** Sends a header with every request from now on. */
  void sendHeader(String name, String value) {
    call("Network.setExtraHTTPHeaders", Map.of("headers", Map.of(name, value)));
  }

  void open(String url) {
    call("Page.navigate", Map.of("url", url));
  }

  /** Waits until the page's text has all of these. */
  void awaitText(String... texts) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(text()).contains(texts));
  }

  /** What can be read on the page. */
  String text() {
    return evaluate("document.body.innerText").asText();
  }

  /** Waits until an expression is true. */
  void awaitTrue(String expression) {
    await(expression).atMost(PATIENCE).until(() -> evaluate(expression).asBoolean());
  }

  /** Waits until there is such an element, and clicks it. */
  void click(String element) {
    awaitTrue("!!(" + element + ")");
    evaluate("(" + element + ").click()");
  }

  /** The value of a JavaScript expression. */
  JsonNode evaluate(String expression) {
    return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .path("result")
        .path("value");
  }

  /** Writes what is seen as a PNG. */
  void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    String data = call("Page.captureScreenshot", Map.of("format", "png")).get("data").textValue();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    ObjectNode command = json.createObjectNode().put("id", id).put("method", method);
    command.set("params", json.valueToTree(parameters));
    page.sendText(command.toString(), true).join();
    JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.get("error"));
    }
    return told.get("result");
  }

  @Override
  public void close() {
    page.abort();
    end();
  }

  /** Chromium is many processes. */
  private void end() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(child -> child.onExit().join());
  }

  private final class Answers implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        try {
          JsonNode message = json.readTree(parts.toString());
          CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt());
          if (answer != null) {
            answer.complete(message);
          }
        } catch (IOException e) {
          throw new IllegalStateException(e);
        } finally {
          parts.setLength(0);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
