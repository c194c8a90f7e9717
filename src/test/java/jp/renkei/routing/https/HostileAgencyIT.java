package jp.renkei.routing.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.mock.Certificates;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole hub before an agency that does everything wrong that can be done over https. */
@HubTest
@DirtiesContext
class HostileAgencyIT {

  private static final String PASSWORD = "0123456789abcdef0123456789abcdef";
  private static final String SECRET = "0099887";

  @TempDir static Path folder;
  private static TlsServer server;

  @Autowired private HubClient hub;
  private AccountInquiries inquiries;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry settings) throws IOException {
    Path keyStore = folder.resolve("key.p12");
    Certificates.forLoopback(keyStore, PASSWORD);
    Certificates.export(keyStore, PASSWORD, folder.resolve("certificate.pem"));
    server = new TlsServer(keyStore, PASSWORD);
    Path connections = folder.resolve("connections.json");
    Files.writeString(
        connections,
        """
        {"municipality": {"bulk": {"host": "localhost", "port": 1,
          "privateKey": "certificate.pem", "knownHosts": "certificate.pem"}},
         "care-insurer": {"bulk": {"host": "localhost", "port": 2,
          "privateKey": "certificate.pem", "knownHosts": "certificate.pem"}},
         "digital-agency": {"url": "%1$s", "tokenEndpoint": "%2$s", "clientSecret": "%3$s",
         "trustStore": "certificate.pem"}%4$s}\
        """
            .formatted(server.at("/inquiries"), server.at("/token"), PASSWORD, others()));
    settings.add("renkei.agency-connections", connections::toString);
  }

  /** A secret for each other agency over https: none of them is asked. */
  private static String others() {
    return ShippedCatalogue.catalogue().agencies().stream()
        .filter(agency -> agency.https() != null && !agency.id().equals("digital-agency"))
        .map(agency -> ", \"" + agency.id() + "\": {\"clientSecret\": \"" + PASSWORD + "\"}")
        .collect(Collectors.joining());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void begin() {
    inquiries = new AccountInquiries(hub);
  }

  @ParameterizedTest
  @CsvSource({"400, 841", "403, 842", "404, 843", "409, 844", "422, 845"})
  void whatIsRefusedForGoodFails(int status, String subject) {
    server.inquiries = exchange -> TlsServer.tell(exchange, status, "text/html", SECRET);

    JsonNode ended = inquiries.ask(subject);

    assertThat(ended.get("outcome").textValue()).isEqualTo("FAILED");
    assertThat(inquiries.timeline(ended))
        .containsExactly("ACCEPTED", "SEND_REFUSED HTTP " + status, "ENDED FAILED");
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, 851, CONTENT_UNEXPECTED",
    "302, text/html, 852, REDIRECTED",
    "503, text/html, 853, BUSY",
    "500, application/json, 854, AGENCY_FAILED"
  })
  void whatIsNoAnswerIsNeverDeliveredAndSentAgain(
      int status, String type, String subject, String name) {
    server.inquiries =
        exchange -> {
          exchange.getResponseHeaders().set("Location", server.at("/elsewhere").toString());
          TlsServer.tell(exchange, status, type, "{\"account\": \"" + SECRET + "\"}");
        };
    JsonNode inquiry = inquiries.post(subject);
    await()
        .untilAsserted(
            () -> {
              assertThat(inquiries.timeline(inquiry))
                  .startsWith("ACCEPTED", "SEND_POSTPONED " + name);
              assertThat(inquiries.get(inquiry, null).has("waiting")).isTrue();
            });

    server.inquiries = exchange -> answer(exchange, subject);

    JsonNode ended = inquiries.get(inquiry, "20s");
    assertThat(ended.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(server.seen).noneMatch(seen -> seen.startsWith("elsewhere"));
  }

  @Test
  void aTokenEndpointThatTalksRubbishHoldsUpOnlyItsAgency() {
    var right = server.token;
    server.token = exchange -> TlsServer.tell(exchange, 200, "text/html", "<html/>");
    // the token that the hub has is not taken any more
    server.inquiries = exchange -> TlsServer.tell(exchange, 401, null, "");
    JsonNode inquiry = inquiries.post("861");
    await()
        .untilAsserted(
            () ->
                assertThat(inquiries.timeline(inquiry))
                    .startsWith("ACCEPTED", "SEND_POSTPONED TOKEN_REFUSED"));
    assertThat(
            hub.read(hub.post(HubClient.newKey(), "20s", hub.inquiry("862").toString()))
                .get("state")
                .textValue())
        .isEqualTo("ENDED");

    server.token = right;
    server.inquiries = exchange -> answer(exchange, "861");

    assertThat(inquiries.get(inquiry, "20s").get("outcome").textValue()).isEqualTo("ANSWERED");
  }

  private static void answer(HttpExchange exchange, String subject) throws IOException {
    String reply =
        JsonNodeFactory.instance
            .objectNode()
            .put("layout", "1.0")
            .put("number", exchange.getRequestHeaders().getFirst("Idempotency-Key"))
            .put("environment", "demo")
            .put("result", "ANSWERED")
            .put("residentNumber", subject)
            .put("registered", false)
            .toString();
    TlsServer.tell(exchange, 200, "application/json", reply);
  }
}
