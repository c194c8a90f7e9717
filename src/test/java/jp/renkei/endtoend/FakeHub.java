package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of a hub as load and settlement see, which can sin on purpose against one inquiry. */
final class FakeHub implements AutoCloseable {

  /** How the hub breaks a promise. */
  enum Sin {
    NONE,
    LOSES_AN_INQUIRY,
    NEVER_ENDS_ONE,
    GIVES_A_SECOND_ID,
    CHANGES_AN_OUTCOME,
    ANSWERS_FOR_SOMEBODY_ELSE,
    LISTS_A_STRANGER,
    SENDS_OTHER_CONTENT,
    NEVER_SENDS,
    SENDS_A_STRANGER
  }

  static {
    // Else every answer waits 40 ms for the client's acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, ObjectNode> byKey = new LinkedHashMap<>();
  private final Sin sin;
  private int posts;

  FakeHub(Sin sin) throws IOException {
    this.sin = sin;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/inquiries", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What an agency would say that it received. */
  synchronized JsonNode received() {
    ArrayNode all = json.createArrayNode();
    List<ObjectNode> inquiries = new ArrayList<>(byKey.values());
    for (int i = 0; i < inquiries.size(); i++) {
      if (i > 0 || sin != Sin.NEVER_SENDS) {
        all.add(received(inquiries.get(i).get("number").asText()));
      }
    }
    if (sin == Sin.SENDS_OTHER_CONTENT) {
      ((ObjectNode) all.get(0)).put("sameContent", false);
    }
    if (sin == Sin.SENDS_A_STRANGER) {
      all.add(received("STRANGER"));
    }
    return all;
  }

  private ObjectNode received(String number) {
    return json.createObjectNode().put("number", number).put("times", 1).put("sameContent", true);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
    if (exchange.getRequestMethod().equals("POST")) {
      post(exchange, body);
    } else if (exchange.getRequestURI().getPath().endsWith("/inquiries")) {
      list(exchange);
    } else {
      get(exchange);
    }
  }

  private void post(HttpExchange exchange, JsonNode body) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    boolean known = byKey.containsKey(key);
    boolean first = byKey.isEmpty() || byKey.keySet().iterator().next().equals(key);
    ObjectNode inquiry = byKey.computeIfAbsent(key, x -> inquiry(body, first));
    posts++;
    if (!known && posts % 3 == 0) {
      exchange.close(); // accepted, and the answer is lost
    } else if (!known && posts % 5 == 0) {
      byKey.remove(key);
      answer(exchange, 503, json.createObjectNode());
    } else if (known && first && sin == Sin.GIVES_A_SECOND_ID) {
      answer(exchange, 202, inquiry.deepCopy().put("id", "second"));
    } else if (known && first && sin == Sin.CHANGES_AN_OUTCOME) {
      answer(exchange, 202, inquiry.deepCopy().put("outcome", "FAILED"));
    } else {
      answer(exchange, 202, inquiry);
    }
  }

  private ObjectNode inquiry(JsonNode body, boolean first) {
    int number = byKey.size();
    ObjectNode inquiry = json.createObjectNode();
    inquiry.put("id", "id-" + number).put("number", "N-" + number);
    boolean open = first && sin == Sin.NEVER_ENDS_ONE;
    inquiry.put("state", open ? "SENT" : "ENDED").put("outcome", open ? null : "ANSWERED");
    String asked = body.at("/payload/residentNumber").asText();
    boolean wrong = first && sin == Sin.ANSWERS_FOR_SOMEBODY_ELSE;
    inquiry.putObject("reply").put("residentNumber", wrong ? "1" : asked);
    return inquiry;
  }

  private void list(HttpExchange exchange) throws IOException {
    ObjectNode page = json.createObjectNode();
    ArrayNode items = page.putArray("items");
    List<ObjectNode> all = new ArrayList<>(byKey.values());
    String query = exchange.getRequestURI().getQuery();
    int from = query.contains("after=") ? Integer.parseInt(query.replaceFirst(".*after=", "")) : 0;
    int to = Math.min(all.size(), from + 5);
    items.addAll(all.subList(from, to));
    if (to < all.size()) {
      page.put("next", Integer.toString(to));
    } else if (sin == Sin.LISTS_A_STRANGER) {
      items.addObject().put("id", "stranger");
    }
    answer(exchange, 200, page);
  }

  private void get(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
    ObjectNode inquiry =
        byKey.values().stream()
            .filter(x -> x.get("id").asText().equals(id))
            .findAny()
            .orElseThrow();
    boolean lost = sin == Sin.LOSES_AN_INQUIRY && inquiry == byKey.values().iterator().next();
    answer(exchange, lost ? 404 : 200, inquiry);
  }

  private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
