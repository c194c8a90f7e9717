package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import jp.renkei.Renkei;
import jp.renkei.hub.FreshFolder;
import jp.renkei.hub.OneHub;
import jp.renkei.mock.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Callers that log in by a certificate over mutual TLS, at a hub that serves TLS itself. */
@SpringBootTest(
    classes = Renkei.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"renkei.demo=true", "renkei.environment=demo"})
@ContextConfiguration(initializers = {OneHub.class, FreshFolder.class})
@DirtiesContext
class CertificateLoginIT {

  private static final String PASSWORD = "for this test only";
  private static final String[] CALLERS = {"nhi", "tax", "stranger"};
  private static final String INQUIRIES = "/api/v1/inquiries";
  private static final String INQUIRY =
      """
      {"flow": "assessment.mhlw-employment", "payload": {"residentNumber": "0012345678",
       "birthDate": "1980-05-10", "period": {"from": "2025-04-01", "to": "2026-11-22"},
       "nonDisclosable": false}}""";

  @TempDir static Path folder;

  private final ObjectMapper json = new ObjectMapper();

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void tls(DynamicPropertyRegistry settings) throws Exception {
    Certificates.forLoopback(store("hub"), PASSWORD);
    for (String name : CALLERS) {
      Certificates.of("CN=" + name + ",O=Example City", store(name), PASSWORD);
    }
    Certificates.of("CN=nhi,O=Example City", store("forged"), PASSWORD);
    Path trust = folder.resolve("callers.p12");
    try (OutputStream out = Files.newOutputStream(trust)) {
      Certificates.trusting(
              PASSWORD, Stream.of(CALLERS).map(CertificateLoginIT::store).toArray(Path[]::new))
          .store(out, PASSWORD.toCharArray());
    }
    Path users = Files.writeString(folder.resolve("users.json"), users());
    settings.add("renkei.users", users::toString);
    settings.add("server.ssl.key-store", store("hub")::toString);
    settings.add("server.ssl.key-store-password", () -> PASSWORD);
    settings.add("server.ssl.trust-store", trust::toString);
    settings.add("server.ssl.trust-store-password", () -> PASSWORD);
    settings.add("server.ssl.client-auth", () -> "want");
  }

  private static String users() {
    return """
        [{"user": "nhi", "subject": "CN=nhi, O=Example City", "role": "CALLER", "caller": "nhi"},
         {"user": "tax", "subject": "CN=tax, O=Example City", "role": "CALLER", "caller": "tax"},
         {"user": "auditor", "password": "{bcrypt}%s", "role": "AUDITOR"}]"""
        .formatted(new BCryptPasswordEncoder(4).encode(PASSWORD));
  }

  @Test
  void aCertificateIsTheCaller() throws Exception {
    HttpResponse<String> posted = post("nhi");

    assertThat(posted.statusCode()).isEqualTo(202);
    JsonNode inquiry = json.readTree(posted.body());
    String mine = INQUIRIES + "/" + inquiry.get("id").textValue();
    assertThat(send("nhi", request(mine)).statusCode()).isEqualTo(200);
    assertThat(send("tax", request(mine)).statusCode()).isEqualTo(404);
    assertThat(post("tax").statusCode()).as("another's flow").isEqualTo(403);
    assertThat(json.readTree(send("nhi", request(mine + "/events")).body()).at("/items/0/who"))
        .isEqualTo(json.readTree("\"nhi\""));
  }

  @Test
  void aTrustedCertificateOfNobodyIsNoLogin() throws Exception {
    assertThat(send("stranger", request(INQUIRIES)).statusCode()).isEqualTo(401);
    assertThat(send(null, request(INQUIRIES)).statusCode()).isEqualTo(401);
  }

  @Test
  void aPasswordIsALoginAsEver() throws Exception {
    assertThat(send(null, withPassword("auditor")).statusCode()).isEqualTo(200);
    assertThat(send("stranger", withPassword("auditor")).statusCode()).isEqualTo(200);
    assertThat(send(null, withPassword("nhi")).statusCode())
        .as("a user without a password")
        .isEqualTo(401);
    assertThat(send("nhi", withPassword("tax")).statusCode())
        .as("another user's wrong password beside a right certificate")
        .isEqualTo(401);
  }

  @Test
  void theRightNameInAnUntrustedCertificateIsRefusedByTls() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> send("forged", request(INQUIRIES)));
  }

  private HttpResponse<String> post(String whose) throws Exception {
    return send(
        whose,
        request(INQUIRIES)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(INQUIRY)));
  }

  private HttpRequest.Builder withPassword(String user) {
    byte[] pair = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return request(INQUIRIES)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
  }

  private static HttpResponse<String> send(String whose, HttpRequest.Builder request)
      throws Exception {
    SSLContext tls =
        Certificates.side(
            whose == null ? null : store(whose),
            PASSWORD,
            Certificates.trusting(PASSWORD, store("hub")));
    return HttpClient.newBuilder()
        .sslContext(tls)
        .build()
        .send(request.build(), BodyHandlers.ofString());
  }

  private static Path store(String name) {
    return folder.resolve(name + ".p12");
  }
}
