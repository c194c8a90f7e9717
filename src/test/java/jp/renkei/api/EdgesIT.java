package jp.renkei.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.Paperwork;
import jp.renkei.hub.RawRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is wrong before a door is reached: answered in one form, with nothing of the inside. */
@HubTest
class EdgesIT {

  private static final String END = "\r\n";

  /** Class names, stack traces, products and versions. */
  private static final Pattern INSIDE =
      Pattern.compile("(?i)exception|\\bat [a-z]+\\.|java\\.|springframework|tomcat|<html|jetty");

  private static final String LARGEST_BUT_ONE = "x".repeat(9_000);

  @Autowired private HubClient hub;

  static List<String> noRequests() {
    return List.of(
        "GET",
        "GET /api/v1/flows HTTP/9.9",
        "GET /api/v1/flows HTTP/1.1\r\nno header",
        "GET /api/v1/flows HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
        "GET /api/v1/flows HTTP/1.1\r\nTransfer-Encoding: made-up",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "GET /api/v1/flows\u0000 HTTP/1.1",
        "GET " + "/a".repeat(5_000) + " HTTP/1.1");
  }

  @ParameterizedTest
  @MethodSource("noRequests")
  void whatIsNoRequestIsRefusedInTheFormOfAllRefusals(String head) throws IOException {
    assertRefused(RawRequest.answer(hub, head + END + "Host: hub" + END + END));
  }

  /** A flood: one header too long, too many of them, too many parameters. */
  static List<String> floods() {
    return List.of(
        "X: " + LARGEST_BUT_ONE + END,
        many(101, "X%d: y" + END),
        many(5_000, "X%d:" + END),
        "Cookie: " + many(900, "c%d=v; ") + END);
  }

  @ParameterizedTest
  @MethodSource("floods")
  void aFloodOfHeadersIsNotReadToItsEnd(String flood) throws IOException {
    assertRefused(get("/api/v1/flows", flood));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/../../etc/passwd",
        "/../../etc/passwd",
        "/api/v1/flows/..",
        "/api/v1/flows/%2e%2e/%2e%2e/agencies",
        "/api/v1/flows/%2E%2E%2Fagencies",
        "/api/v1/flows/..%2f..%2fapplication.yaml",
        "/api/v1/flows/..%5c..%5capplication.yaml",
        "/api/v1/flows/..\\..\\application.yaml",
        "/api/v1/flows/a%00",
        "/api/v1/flows/%252e%252e%252fagencies",
        "/api/v1/flows/%c0%ae%c0%ae/",
        "/api/v1/flows;/../agencies",
        "//api/v1/flows",
        "/api/v1//flows",
        "/api/v1/flows/%zz",
        "/api/v1/openapi/..%2fopenapi.yaml",
        "/api/v1/openapi/%2e%2e/application.yaml",
        "/callbacks/digital-agency/..%2f..%2fapi",
        "/callbacks/%2e%2e/api/v1/flows",
        "/api/v1/agencies/..%2fmhlw/pause",
        "/actuator/hawtio/..%2f..%2fapi",
        "/actuator/hawtio/..;/env"
      })
  void aPathThatLeadsElsewhereLeadsNowhere(String path) throws IOException {
    String answer = get(path, "");

    assertThat(status(answer)).isIn(400, 401, 403, 404, 405);
    assertThat(answer).doesNotContain("passwd:", "spring:", "renkei:\n");
    assertSafe(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "..%5c",
        "a/b",
        "${jndi:ldap://x}",
        "%00",
        "<script>",
        "';drop table",
      })
  void aNameIsAnIdAndNeverAPath(String name) throws IOException {
    for (String place :
        List.of("flow=", "case=", "after=", "number=", "state=", "outcome=", "limit=")) {
      String answer =
          get("/api/v1/inquiries?" + place + name.replace("<", "%3C").replace(" ", "%20"), "");

      assertThat(status(answer)).isIn(200, 400);
      assertThat(answer).doesNotContain("<script>", "jndi");
      assertSafe(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "MADEUP"})
  void aMethodThatNobodyNeedsIsRefused(String method) throws IOException {
    String answer =
        RawRequest.answer(
            hub, method + " /api/v1/flows HTTP/1.1" + END + head() + "X-Told: back" + END + END);

    assertThat(status(answer)).isIn(400, 403, 405, 501);
    assertThat(answer).doesNotContain("X-Told");
    assertSafe(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/flows",
        "/api/v1/flows/made-up",
        "/api/v1/made-up",
        "/api/v1/openapi.html",
        "/api/v1/openapi.yaml",
        "/actuator/health",
        "/actuator/prometheus",
        "/actuator/made-up",
        "/mock/agencies/mhlw/received",
        "/"
      })
  void everyAnswerTellsABrowserToMakeNothingOfIt(String path) throws IOException {
    for (String user : List.of("caller", "operator")) {
      assertSafe(RawRequest.answer(hub, "GET " + path + " HTTP/1.1" + END + head(user) + END));
    }
    assertSafe(RawRequest.answer(hub, "GET " + path + " HTTP/1.0" + END + END));
  }

  /** Those that take a small text and a large memory, where somebody writes them out. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483648", "2026.0e999999999"})
  void aNumberOfAnyMagnitudeIsRefusedAtOnce(String number) throws IOException {
    String income = new Paperwork(hub).inquiry("8601").toString();
    String body = income.replace("\"year\":2026", "\"year\":" + number);
    assertThat(body).isNotEqualTo(income);

    String answer = post("caller", "/api/v1/inquiries", body);

    assertThat(status(answer)).isIn(400, 422);
    assertSafe(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/inquiries",
        "/api/v1/inquiries:replay",
        "/api/v1/inquiries:again",
        "/api/v1/agencies/mhlw/pause",
        "/api/v1/agencies/mhlw/resume"
      })
  void noDoorReadsWhatIsDeepOrSaidTwiceOrNoJson(String door) throws IOException {
    String user = door.endsWith("inquiries") ? "caller" : "operator";
    for (String body :
        List.of(
            "{\"reason\":".repeat(6_000),
            "{\"reason\":" + "[".repeat(33) + "]".repeat(33) + "}",
            "{\"reason\":\"a\",\"reason\":\"b\"}",
            "{\"reason\":" + "9".repeat(1_001) + "}",
            "{\"reason\":NaN}",
            "{'reason':'a'}",
            "{\"reason\":\"a\"/**/}",
            "{\"" + "a".repeat(50_001) + "\":1}")) {
      String answer = post(user, door, body);

      assertThat(status(answer)).as(body.substring(0, Math.min(40, body.length()))).isEqualTo(400);
      assertThat(answer).contains("RK-1001");
      assertSafe(answer);
    }
  }

  @Test
  void whoStopsInTheMiddleIsNotWaitedForForEver() throws IOException {
    try (RawRequest silent = new RawRequest(hub);
        RawRequest half = new RawRequest(hub);
        RawRequest body = new RawRequest(hub)) {
      half.send("GET /api/v1/flows HTTP/1.1" + END + "Host: h");
      body.send(
          "POST /api/v1/inquiries HTTP/1.1"
              + END
              + head()
              + "Idempotency-Key: half"
              + END
              + "Content-Type: application/json"
              + END
              + "Content-Length: 100"
              + END
              + END
              + "{");

      assertThat(silent.untilItIsClosed()).isEmpty();
      assertThat(half.untilItIsClosed()).doesNotContain("HTTP/1.1 2");
      String answer = body.untilItIsClosed();
      assertThat(status(answer)).isEqualTo(400);
      assertThat(answer).contains("RK-1001");
      assertThat(INSIDE.matcher(answer).find()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/csp-report",
        "text/json"
      })
  void noFormThatAnotherSitesPageCanSendIsTaken(String type) throws IOException {
    for (String door :
        List.of(
            "/api/v1/inquiries",
            "/api/v1/agencies/mhlw/pause",
            "/api/v1/inquiries:replay",
            "/api/v1/inquiries:again")) {
      String answer =
          RawRequest.answer(
              hub,
              "POST "
                  + door
                  + " HTTP/1.1"
                  + END
                  + head(door.endsWith("inquiries") ? "caller" : "operator")
                  + "Origin: https://elsewhere.example"
                  + END
                  + "Idempotency-Key: forged"
                  + END
                  + "Content-Type: "
                  + type
                  + END
                  + "Content-Length: 2"
                  + END
                  + END
                  + "{}");

      assertThat(status(answer)).as(door).isEqualTo(415);
    }
  }

  @Test
  void noOtherSitesScriptIsLetIn() throws IOException {
    String asked =
        "OPTIONS /api/v1/inquiries HTTP/1.1"
            + END
            + "Host: hub"
            + END
            + "Origin: https://elsewhere.example"
            + END
            + "Access-Control-Request-Method: POST"
            + END
            + "Access-Control-Request-Headers: content-type, idempotency-key"
            + END
            + "Connection: close"
            + END
            + END;

    assertThat(RawRequest.answer(hub, asked).toLowerCase(Locale.ROOT))
        .doesNotContain("access-control-allow");
  }

  private String post(String user, String door, String body) throws IOException {
    // one character for each byte, as requests are sent here
    String bytes = new String(body.getBytes(UTF_8), ISO_8859_1);
    return RawRequest.answer(
        hub,
        "POST "
            + door
            + " HTTP/1.1"
            + END
            + head(user)
            + "Idempotency-Key: "
            + HubClient.newKey()
            + END
            + "Content-Type: application/json"
            + END
            + "Content-Length: "
            + bytes.length()
            + END
            + END
            + bytes);
  }

  private String get(String path, String more) throws IOException {
    return RawRequest.answer(hub, "GET " + path + " HTTP/1.1" + END + head() + more + END);
  }

  private String head() {
    return head("caller");
  }

  private String head(String user) {
    return "Host: hub"
        + END
        + "Connection: close"
        + END
        + "Authorization: "
        + hub.basic(user)
        + END;
  }

  private static String many(int times, String each) {
    return IntStream.range(0, times).mapToObj(each::formatted).collect(Collectors.joining());
  }

  private static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static void assertRefused(String answer) throws IOException {
    assertThat(status(answer)).isEqualTo(400);
    assertSafe(answer);
    JsonNode problem = new ObjectMapper().readTree(answer.substring(answer.indexOf('{')));
    assertThat(problem.get("code").textValue()).isEqualTo("RK-1001");
    assertThat(problem.get("status").intValue()).isEqualTo(400);
    assertThat(answer).contains("Content-Type: application/problem+json");
  }

  private static void assertSafe(String answer) {
    String head = answer.split("\r\n\r\n", 2)[0] + "\r\n";
    assertThat(head)
        .contains(
            "X-Content-Type-Options: nosniff\r\n",
            "X-Frame-Options: DENY\r\n",
            "Referrer-Policy: no-referrer\r\n",
            "Cache-Control: no-store\r\n",
            "Content-Security-Policy: default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("Server:", "X-Powered-By:");
    if (status(answer) >= 400) {
      assertThat(INSIDE.matcher(answer).results().map(found -> found.group()).toList()).isEmpty();
    }
  }
}
