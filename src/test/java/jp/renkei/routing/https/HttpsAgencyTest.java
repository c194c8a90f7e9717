package jp.renkei.routing.https;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.renkei.flow.HttpsConnection;
import jp.renkei.flow.HttpsConnection.Answers;
import jp.renkei.flow.HttpsConnection.Authentication;
import jp.renkei.inquiry.SendFault;
import jp.renkei.mock.Certificates;
import jp.renkei.protection.AgencyConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agency or a network can do wrong, with real TLS: each has its name and no other text. */
class HttpsAgencyTest {

  private static final String PASSWORD = "0123456789abcdef0123456789abcdef";
  private static final int MOST_BYTES = 1_000;
  private static final String JSON = "application/json";

  @TempDir static Path stores;

  private TlsServer server;
  private HttpsAgency agency;
  // certificates are made by the machine's own time
  private volatile Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

  @BeforeAll
  static void makeCertificates() {
    Certificates.forLoopback(stores.resolve("right.p12"), PASSWORD);
    Certificates.make(stores.resolve("expired.p12"), PASSWORD, "dns:localhost", "-20d", 10);
    Certificates.make(stores.resolve("other-host.p12"), PASSWORD, "dns:bank.example", "-1d", 10);
    for (String name : new String[] {"right", "expired", "other-host"}) {
      Certificates.export(stores.resolve(name + ".p12"), PASSWORD, stores.resolve(name + ".pem"));
    }
  }

  @BeforeEach
  void open() throws IOException {
    open("right", "right", Answers.AT_ONCE);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void open(String shown, String trusted, Answers answers) throws IOException {
    if (server != null) {
      server.close();
    }
    server = new TlsServer(stores.resolve(shown + ".p12"), PASSWORD);
    connect(server.at("/inquiries"), stores.resolve(trusted + ".pem"), answers);
  }

  private void connect(URI inquiries, Path trust, Answers answers) {
    connect(inquiries, trust, answers, Authentication.CLIENT_SECRET_JWT, null);
  }

  private void connect(
      URI inquiries, Path trust, Answers answers, Authentication authentication, Path ownKey) {
    HttpsConnection agreed =
        new HttpsConnection(
            URI.create("https://agency.example/inquiries"),
            authentication,
            URI.create("https://agency.example/token"),
            "renkei",
            "city-tax-system:local-tax:inquire",
            ownKey != null,
            answers,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            MOST_BYTES);
    agency =
        new HttpsAgency(
            agreed,
            new AgencyConnection(
                inquiries, inquiries.resolve("/token"), PASSWORD, trust, ownKey, PASSWORD),
            new MovableClock());
  }

  @Test
  void anAnswerComesAtOnce() {
    server.inquiries =
        exchange -> {
          String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          String layout = exchange.getRequestHeaders().getFirst("Renkei-Layout");
          TlsServer.tell(exchange, 200, "application/json; charset=utf-8", key + " " + layout);
        };

    assertThat(post())
        .isInstanceOfSatisfying(
            Reaction.Answered.class,
            answered ->
                assertThat(answered.body()).asString().isEqualTo("R-1 receiving-account/1.0"));
  }

  @ParameterizedTest
  @CsvSource({"right, other-host", "expired, expired", "other-host, other-host"})
  void aCertificateThatIsNotTheAgencysEndsTheTalkBeforeAnythingIsSaid(String shown, String trusted)
      throws IOException {
    open(shown, trusted, Answers.AT_ONCE);

    assertThat(fault().name()).isEqualTo("TLS_REFUSED");
    assertThat(server.seen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, false",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, false",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, true",
    "TLSv1.3, TLS_AES_128_GCM_SHA256, true"
  })
  void onlyStrongSuitesAreSpoken(String protocol, String suite, boolean spoken) throws IOException {
    server.close();
    server =
        new TlsServer(
            stores.resolve("right.p12"),
            PASSWORD,
            null,
            speaks -> {
              speaks.setProtocols(new String[] {protocol});
              speaks.setCipherSuites(new String[] {suite});
            });
    connect(server.at("/inquiries"), stores.resolve("right.pem"), Answers.AT_ONCE);

    if (spoken) {
      assertThat(post()).isEqualTo(new Reaction.Refused(404));
    } else {
      assertThat(fault().name()).isEqualTo("TLS_REFUSED");
      assertThat(server.seen).isEmpty();
    }
  }

  @Test
  void theHubShowsACertificateWhereTheAgencyWantsOne() throws IOException {
    Path own = stores.resolve("other-host.p12");
    server.close();
    server =
        new TlsServer(stores.resolve("right.p12"), PASSWORD, Certificates.trusting(PASSWORD, own));
    Path trust = stores.resolve("right.pem");
    connect(server.at("/inquiries"), trust, Answers.AT_ONCE);
    assertThat(fault().name()).isIn("TLS_REFUSED", "UNREACHABLE");
    assertThat(server.seen).isEmpty();

    connect(server.at("/inquiries"), trust, Answers.AT_ONCE, Authentication.CLIENT_SECRET_JWT, own);

    assertThat(post()).isEqualTo(new Reaction.Refused(404));
  }

  @Test
  void theSecretIsShownByBasicWhereThatIsAgreed() {
    connect(
        server.at("/inquiries"),
        stores.resolve("right.pem"),
        Answers.AT_ONCE,
        Authentication.CLIENT_SECRET_BASIC,
        null);

    post();

    String pair = Base64.getEncoder().encodeToString(("renkei:" + PASSWORD).getBytes(UTF_8));
    assertThat(server.seen).containsExactly("token Basic " + pair, "inquiry Bearer t1");
  }

  @Test
  void aTrustStoreThatIsNotThereYetMayCome() throws IOException {
    Path later = stores.resolve("later.pem");
    connect(server.at("/inquiries"), later, Answers.AT_ONCE);
    assertThat(fault().name()).isEqualTo("TLS_REFUSED");

    Files.copy(stores.resolve("right.pem"), later);

    assertThat(post()).isEqualTo(new Reaction.Refused(404));
    Files.delete(later);
  }

  @Test
  void aTrustStoreThatIsReplacedIsReadAnew() throws IOException {
    Path replaced = stores.resolve("replaced.pem");
    Files.copy(stores.resolve("other-host.pem"), replaced);
    Files.setLastModifiedTime(replaced, FileTime.from(now));
    connect(server.at("/inquiries"), replaced, Answers.AT_ONCE);
    assertThat(fault().name()).isEqualTo("TLS_REFUSED");

    Files.delete(replaced);
    Files.copy(stores.resolve("right.pem"), replaced);

    assertThat(post()).isEqualTo(new Reaction.Refused(404));
    Files.delete(replaced);
  }

  @Test
  void nobodyThereIsUnreachable() {
    server.close();

    assertThat(fault().name()).isEqualTo("UNREACHABLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | application/json | rubbish",
        "200 | text/html | <html>sign in</html>",
        "200 | application/json | {}",
        "200 | application/json | []",
        "200 | application/json | {\"access_token\": \"a b\", \"token_type\": \"Bearer\"}",
        "200 | application/json | {\"access_token\": \"a\\nb\", \"token_type\": \"Bearer\"}",
        "200 | application/json | {\"access_token\": \"a\", \"token_type\": \"mac\"}",
        "200 | application/json"
            + " | {\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": -1}",
        "401 | application/json | {\"error\": \"invalid_client\"}",
        "500 | text/plain | secret words"
      })
  void aTokenEndpointThatGivesNoTokenIsNamed(int status, String type, String body) {
    server.token = exchange -> TlsServer.tell(exchange, status, type, body);

    SendFault fault = fault();

    assertThat(fault.name()).isEqualTo("TOKEN_REFUSED");
    assertThat(fault.toString()).doesNotContain("secret").doesNotContain("invalid_client");
    assertThat(server.seen).containsExactly("token null");
  }

  /** System, resource and operation: a token is never asked for more than is agreed. */
  @Test
  void aTokenIsAskedForWithTheAgreedScope() {
    post();

    assertThat(server.tokenForm.split("&"))
        .contains("grant_type=client_credentials", "scope=city-tax-system%3Alocal-tax%3Ainquire");
  }

  @Test
  void aTokenIsKeptUntilShortlyBeforeItEnds() {
    post();
    now = now.plusSeconds(269);
    post();
    now = now.plusSeconds(1);
    post();

    assertThat(server.seen)
        .containsExactly(
            "token null",
            "inquiry Bearer t1",
            "inquiry Bearer t1",
            "token null",
            "inquiry Bearer t2");
  }

  @Test
  void aTokenThatIsWithdrawnIsRefreshedOnce() {
    server.inquiries = exchange -> TlsServer.tell(exchange, 401, null, "");

    assertThat(fault().name()).isEqualTo("CREDENTIALS_REFUSED");
    assertThat(server.seen)
        .containsExactly("token null", "inquiry Bearer t1", "token null", "inquiry Bearer t2");
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, CONTENT_UNEXPECTED",
    "200, , CONTENT_UNEXPECTED",
    "204, , CONTENT_UNEXPECTED",
    "301, , REDIRECTED",
    "302, text/html, REDIRECTED",
    "307, , REDIRECTED",
    "308, , REDIRECTED",
    "408, , AGENCY_FAILED",
    "429, , BUSY",
    "500, text/html, AGENCY_FAILED",
    "502, text/html, AGENCY_FAILED",
    "503, text/html, BUSY",
  })
  void aResponseThatIsNoneHasItsName(int status, String type, String name) {
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Location", server.at("/elsewhere").toString());
          TlsServer.tell(exchange, status, type, type == null ? "" : "<html>0012345</html>");
        };

    assertThat(fault().name()).isEqualTo(name);
    assertThat(server.seen).containsExactly("token null", "inquiry Bearer t1");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 410, 413, 415, 422})
  void aRefusalIsAReactionAndNoFault(int status) {
    server.inquiries = exchange -> TlsServer.tell(exchange, status, "text/html", "why not");

    assertThat(post()).isEqualTo(new Reaction.Refused(status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        "86400 | PT1H",
        "in PT30S | PT30S",
        "in PT-1H | PT0S",
        "soon | PT0S",
        "99999999999999999999 | PT0S"
      })
  void anAgencyThatIsBusySaysHowLong(String told, Duration pause) {
    server.inquiries =
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Retry-After", told.startsWith("in ") ? date(told) : told);
          TlsServer.tell(exchange, 503, null, "");
        };

    assertThat(fault().pause()).isEqualTo(pause);
  }

  @Test
  void aResponseBeyondTheLimitIsNotRead() {
    server.inquiries = exchange -> TlsServer.tell(exchange, 200, JSON, "x".repeat(MOST_BYTES + 1));
    assertThat(fault().name()).isEqualTo("RESPONSE_TOO_LARGE");

    server.inquiries = exchange -> TlsServer.tell(exchange, 200, JSON, "x".repeat(MOST_BYTES));
    assertThat(post()).isInstanceOf(Reaction.Answered.class);
  }

  @Test
  void anEndlessResponseIsCutOff() throws InterruptedException {
    CountDownLatch cut = new CountDownLatch(1);
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", JSON);
          exchange.sendResponseHeaders(200, 0);
          byte[] more = "x".repeat(8_192).getBytes(UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
              out.write(more);
            }
          } catch (IOException gone) {
            cut.countDown();
          }
        };

    assertThat(fault().name()).isEqualTo("RESPONSE_TOO_LARGE");
    assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aResponseThatStopsInTheMiddleIsNotWaitedForForEver() {
    CountDownLatch over = new CountDownLatch(1);
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", JSON);
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException stopped) {
            exchange.close();
          }
        };

    assertThat(fault().name()).isEqualTo("TIMED_OUT");
    over.countDown();
  }

  @Test
  void whereAnAnswerIsPromisedItSaysWhere() throws IOException {
    open("right", "right", Answers.POLLING);
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/inquiries/there");
          exchange.getResponseHeaders().set("Retry-After", "3");
          TlsServer.tell(exchange, 202, null, "");
        };

    assertThat(post())
        .isEqualTo(
            new Reaction.Promised(
                server.at("/inquiries/there").toString(), Duration.ofSeconds(3), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"receiptNumber\": \"U-1\", \"more\": [1]} | U-1",
        "application/json;charset=UTF-8 | {\"receiptNumber\": \"U-1\"} | U-1",
        "application/json | {\"receiptNumber\": 4711} | ''",
        "application/json | {\"receiptNumber\": null} | ''",
        "application/json | {} |",
        "application/json | [] |",
        "application/json | {\"receipt |",
        "text/plain | {\"receiptNumber\": \"U-1\"} |",
      })
  void whoeverTakesItMayGiveAReceiptNumber(String mediaType, String body, String receipt) {
    server.inquiries = exchange -> TlsServer.tell(exchange, 202, mediaType, body);

    assertThat(post()).isEqualTo(new Reaction.Taken(receipt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/inquiries/1",
        "http://localhost/inquiries/1",
        "//elsewhere.example/1",
        "file:///etc/passwd",
        ":"
      })
  void aPlaceThatIsNotTheAgencysIsNotGoneTo(String place) throws IOException {
    open("right", "right", Answers.POLLING);
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Location", place);
          TlsServer.tell(exchange, 202, null, "");
        };

    assertThat(fault().name()).isEqualTo("REDIRECTED");
  }

  @Test
  void whoeverCallsBackOnlyTakesIt() {
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
          TlsServer.tell(exchange, 202, null, "");
        };

    assertThat(post()).isEqualTo(new Reaction.Taken(null));
  }

  private String date(String inSoLong) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        now.plus(Duration.parse(inSoLong.substring("in ".length()))).atOffset(ZoneOffset.UTC));
  }

  private Reaction post() {
    return posted().join();
  }

  private SendFault fault() {
    try {
      throw new AssertionError("no fault but " + posted().join());
    } catch (CompletionException e) {
      return (SendFault) e.getCause();
    }
  }

  private CompletableFuture<Reaction> posted() {
    return agency.post("R-1", "receiving-account/1.0", JSON, "{}".getBytes(UTF_8));
  }

  private final class MovableClock extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
