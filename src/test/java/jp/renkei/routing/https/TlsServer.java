package jp.renkei.routing.https;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import jp.renkei.mock.Certificates;

/** An agency's end of a connection, with real TLS on the loopback, that does as a test says. */
final class TlsServer implements AutoCloseable {

  private static final String TOKEN =
      "{\"access_token\": \"t%d\", \"token_type\": \"Bearer\", \"expires_in\": 300}";

  final List<String> seen = new CopyOnWriteArrayList<>();

  /** What the last token was asked for with. */
  volatile String tokenForm;

  volatile HttpHandler token = this::giveToken;
  volatile HttpHandler inquiries = exchange -> tell(exchange, 404, null, "");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;
  private int tokens;

  /**
   * @param keyStore its key and certificate
   */
  TlsServer(Path keyStore, String password) throws IOException {
    this(keyStore, password, null);
  }

  /**
   * @param keyStore its key and certificate
   * @param visitors the only ones whose certificates it lets in, or null for everybody
   */
  TlsServer(Path keyStore, String password, KeyStore visitors) throws IOException {
    this(keyStore, password, visitors, parameters -> {});
  }

  /**
   * @param keyStore its key and certificate
   * @param visitors the only ones whose certificates it lets in, or null for everybody
   * @param speaks sets the protocols and suites that it speaks
   */
  TlsServer(Path keyStore, String password, KeyStore visitors, Consumer<SSLParameters> speaks)
      throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    SSLContext context = Certificates.side(keyStore, password, visitors);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ours = context.getDefaultSSLParameters();
            ours.setNeedClientAuth(visitors != null);
            speaks.accept(ours);
            parameters.setSSLParameters(ours);
          }
        });
    server.createContext("/token", exchange -> handle("token", exchange, token));
    server.createContext("/inquiries", exchange -> handle("inquiry", exchange, inquiries));
    server.createContext("/elsewhere", exchange -> handle("elsewhere", exchange, inquiries));
    server.setExecutor(threads);
    server.start();
  }

  URI at(String path) {
    return URI.create("https://localhost:" + server.getAddress().getPort() + path);
  }

  private void handle(String what, HttpExchange exchange, HttpHandler handler) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    seen.add(what + " " + authorization);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (what.equals("token")) {
      tokenForm = body;
    }
    handler.handle(exchange);
  }

  private synchronized void giveToken(HttpExchange exchange) throws IOException {
    tokens++;
    tell(exchange, 200, "application/json", TOKEN.formatted(tokens));
  }

  static void tell(HttpExchange exchange, int status, String type, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      if (type != null) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
