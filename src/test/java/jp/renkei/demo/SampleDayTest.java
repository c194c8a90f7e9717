package jp.renkei.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDayTest {

  private static final String FLOWS =
      """
      [{"id": "a.quick", "place": "(2)9-10", "title": {"ja": "厚生労働省への照会", "en": "x"}},
       {"id": "b.slow", "place": "(2)11", "title": {"ja": "照会", "en": "x"}},
       {"id": "c.refused", "place": "(3)1", "title": {"ja": "提供", "en": "x"}},
       {"id": "collection.receiving-account", "place": "(3)5", "title": {"ja": "口座", "en": "x"}},
       {"id": "assessment.mhlw-employment", "place": "(3)6", "title": {"ja": "雇用", "en": "x"}},
       {"id": "e.letter", "place": "(2)3", "title": {"ja": "文書", "en": "x"}},
       {"id": "f.closed", "place": "(2)4", "title": {"ja": "閉庁", "en": "x"}},
       {"id": "g.tomorrow", "place": "(2)5", "title": {"ja": "休日", "en": "x"}},
       {"id": "d.nobody", "place": "(3)2", "title": {"ja": "受領", "en": "x"}}]
      """;

  @TempDir Path data;
  private HttpServer server;
  private String printed;
  private volatile String scripted = "";
  private volatile boolean mended;
  private volatile int stops;
  private volatile int looks;
  private final List<String> keyed = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(data.resolve("demo"));
    Files.writeString(
        data.resolve("demo").resolve("credentials.json"),
        """
        {"caller": {"user": "nhi", "password": "p1"}, "admin": {"user": "admin", "password": "p2"},
         "operator": {"user": "operator", "password": "p3"},
         "operator2": {"user": "operator2", "password": "p4"}}
        """);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void playsEveryFlowAndPrintsItsOutcomeInOneColumn() throws IOException {
    play();
    List<String> rows =
        printed.lines().filter(line -> line.startsWith("(")).map(this::withoutTime).toList();
    assertThat(rows)
        .containsExactly(
            "(2)9-10  a.quick                       厚生労働省への照会          ANSWERED",
            "(2)11    b.slow                        照会                        NO_DATA",
            "(3)1     c.refused                     提供                        422 RK-1203",
            "(3)5     collection.receiving-account  口座                        ANSWERED registered YES",
            "(3)5     collection.receiving-account  口座                        ANSWERED registered NO",
            "(3)6     assessment.mhlw-employment    雇用                        NO_DATA",
            "(3)6     assessment.mhlw-employment    雇用                        NO_DATA",
            "(3)6     assessment.mhlw-employment    雇用                        NO_DATA",
            "(3)6     assessment.mhlw-employment    雇用                        NO_DATA",
            "(3)6     assessment.mhlw-employment    雇用                        NO_DATA",
            "(3)6     assessment.mhlw-employment    雇用                        NO_DATA",
            "(2)3     e.letter                      文書                        MANUAL",
            "(2)4     f.closed                      閉庁                        HOURS UNTIL 09:01",
            "(2)5     g.tomorrow                    休日                        HOURS UNTIL 09:00",
            "(3)2     d.nobody                      受領                        NO DEMO CALLER",
            "(3)6     assessment.mhlw-employment    提供者の停止と自動回復      STOPPED, then ANSWERED",
            "(3)5     collection.receiving-account  不達となった照会の再送      FAILED, then ANSWERED",
            "(3)6     assessment.mhlw-employment    機関への送信の停止と再開    PAUSED, then ANSWERED",
            "(3)6     assessment.mhlw-employment    別人の回答の保留と期限超過  MISMATCH, then EXPIRED",
            "(3)6     assessment.mhlw-employment    自動応答不可の照会の取消    HELD, then CANCELLED",
            "(2)4     f.closed                      閉庁                        CLOSED, then ANSWERED");
    assertThat(scripted).as("scripts that are left").isEmpty();
  }

  @Test
  void whatWaitsForHoursIsSaidInBothLanguagesBeforeItEnds() throws IOException {
    play();
    assertThat(printed.lines().filter(line -> line.contains("09:0")))
        .last()
        .isEqualTo(
            "業務時間の開始 09:01 まで送信を待ちます。" + " Waits for the agency's hours, which begin at 09:01.");
  }

  @Test
  void whatIsAskedByLetterIsKeyedInAndConfirmedByTwoPeople() throws IOException {
    play();
    assertThat(keyed)
        .containsExactly(
            "operator /api/v1/inquiries/5/answer SIN-00000123-98",
            "operator2 /api/v1/inquiries/5/answer/confirm SIN-00000123-98");
  }

  private String withoutTime(String row) {
    return row.replaceFirst("\\s+[0-9,]+$", "");
  }

  private void play() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    new SampleDay(
            new HubClient(base),
            new DemoCredentials(data),
            new PrintStream(bytes, true, UTF_8),
            Clock.fixed(Instant.parse("2026-11-22T00:00:30Z"), ZoneOffset.UTC))
        .play();
    printed = bytes.toString(UTF_8);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (asked.contains("008765000") || path.matches("/mock/.*|.*/agencies.*|.*/8765000.*")) {
      trouble(exchange, path, asked);
    } else if (path.equals("/api/v1/flows")) {
      answer(exchange, 200, FLOWS);
    } else if (path.startsWith("/api/v1/flows/")) {
      String caller = path.endsWith("nobody") ? "unknown" : "nhi";
      boolean letter = path.endsWith("letter");
      String channel = letter ? "document" : "jms";
      String agency = letter ? "insured-person" : path.replaceFirst(".*/[a-z]\\.", "");
      answer(
          exchange,
          200,
          """
          {"callers": ["%s"], "channel": "%s", "agency": "%s", "example": {"x": 1}}"""
              .formatted(caller, channel, agency));
    } else if (asked.contains("f.closed") || path.startsWith("/api/v1/inquiries/6")) {
      closed(exchange, path, "6", "2026-11-22T09:01:00.000+09:00");
    } else if (asked.contains("g.tomorrow") || path.startsWith("/api/v1/inquiries/7")) {
      closed(exchange, path, "7", "2026-11-23T09:00:00.000+09:00");
    } else if (path.startsWith("/api/v1/inquiries/5")) {
      letter(exchange, path, asked);
    } else if (asked.contains("e.letter")) {
      answer(exchange, 202, "{\"id\": \"5\", \"state\": \"ACCEPTED\", \"outcome\": null}");
    } else if (asked.contains("a.quick")) {
      answer(exchange, 200, "{\"id\": \"1\", \"state\": \"ENDED\", \"outcome\": \"ANSWERED\"}");
    } else if (asked.contains("b.slow")) {
      answer(exchange, 202, "{\"id\": \"2\", \"state\": \"SENT\", \"outcome\": null}");
    } else if (asked.contains("collection.receiving-account")) {
      String registered = asked.contains("0012345679") ? "NO" : "YES";
      answer(
          exchange,
          200,
          "{\"outcome\": \"ANSWERED\", \"reply\": {\"registered\": \"" + registered + "\"}}");
    } else if (asked.contains("c.refused")) {
      answer(exchange, 422, "{\"code\": \"RK-1203\"}");
    } else {
      answer(exchange, 200, "{\"id\": \"2\", \"state\": \"ENDED\", \"outcome\": \"NO_DATA\"}");
    }
  }

  /** As much of a hub and its agencies as goes wrong and is mended. */
  private void trouble(HttpExchange exchange, String path, String asked) throws IOException {
    if (path.startsWith("/mock/")) {
      scripted = asked;
    } else if (path.matches(".*/(replay|resume|cancel)") || path.endsWith("87650004/events")) {
      mended = true;
    } else if (path.equals("/api/v1/inquiries")) {
      mended = false;
    } else if (path.startsWith("/api/v1/inquiries/87650001")) {
      mended = stops > 1;
    }
    String id =
        !path.equals("/api/v1/inquiries")
            ? ""
            : asked.replaceFirst("(?s).*\"00(8765000[0-9])\".*", "$1");
    answer(exchange, 200, path.equals("/api/v1/agencies") ? stopped() : inquiry(path, id));
  }

  /** Stopped from the second look on, once that is played. */
  private String stopped() {
    String pause = "{\"provider\": \"2701\", \"cause\": \"STOPPED\"}";
    return """
    [{"id": "mhlw", "pauses": [%s]}, {"id": "closed", "state": "CLOSED"},
     {"id": "tomorrow", "state": "CLOSED"}]"""
        .formatted(scripted.isEmpty() || stops++ == 0 ? "" : pause);
  }

  private String inquiry(String path, String id) {
    String before = path.endsWith("87650002") ? "\"FAILED\"" : "null";
    String after =
        path.endsWith("87650004")
            ? "\"EXPIRED\""
            : path.endsWith("87650005") ? "\"CANCELLED\"" : "\"ANSWERED\"";
    return """
    {"id": "%s", "state": "HELD_BY_PROVIDER", "outcome": %s, "waiting": {"for": "pause"},
     "items": [{"what": "ACCEPTED"}, {"what": "REPLY_OTHER_PERSON"}]}"""
        .formatted(id, mended ? after : before);
  }

  /** The sixth waits until it is looked at for the second time, the other for longer. */
  private void closed(HttpExchange exchange, String path, String id, String until)
      throws IOException {
    boolean open = path.endsWith("/6") && looks++ > 0;
    String waits = "{\"for\": \"hours\", \"until\": \"" + until + "\"}";
    answer(
        exchange,
        open ? 200 : 202,
        """
        {"id": "%s", "state": "x", "outcome": %s, "waiting": %s}"""
            .formatted(id, open ? "\"ANSWERED\"" : "null", open ? "null" : waits));
  }

  /** Sent at once; ended when it is confirmed. */
  private void letter(HttpExchange exchange, String path, String asked) throws IOException {
    if (path.endsWith("/events")) {
      answer(
          exchange,
          200,
          "{\"items\": [{\"what\": \"DOCUMENT_NUMBERED\", \"detail\": \"SIN-00000123-98\"}]}");
    } else if (path.contains("/answer")) {
      String basic = exchange.getRequestHeaders().getFirst("Authorization").substring(6);
      String user = new String(Base64.getDecoder().decode(basic), UTF_8).split(":")[0];
      keyed.add(
          user
              + " "
              + path
              + " "
              + new ObjectMapper().readTree(asked).get("documentNumber").asText());
      answer(exchange, 200, "{}");
    } else {
      boolean ended = keyed.size() == 2;
      answer(
          exchange,
          200,
          "{\"id\": \"5\", \"state\": \"%s\", \"outcome\": %s}"
              .formatted(ended ? "ENDED" : "SENT", ended ? "\"MANUAL\"" : "null"));
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
