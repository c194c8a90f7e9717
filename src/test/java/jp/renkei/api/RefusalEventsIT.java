package jp.renkei.api;

import static jp.renkei.api.ToldProblem.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.protection.FailedLogins;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refusals before a door: what they are told as, and what is kept of them. */
@HubTest
class RefusalEventsIT {

  private static final String PATH = "/api/v1/flows";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private FailedLogins failures;

  @Test
  void aWrongRoleIsAnEventWithTheDoorAndNothingOfTheRequest() {
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> response =
          hub.send(
              hub.request("releaser", "/api/v1/agencies/yamada-taro/pause")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{}")));
      assertProblem(response, 403, "RK-1102", null);
    }

    await().until(() -> !refusals().isEmpty());
    assertThat(refusals())
        .as("another test's may be there, but none of the same minute")
        .isSortedAccordingTo(
            (one, next) ->
                Duration.between(one, next).compareTo(Duration.ofMinutes(1)) < 0 ? 1 : -1);
    assertThat(
            jdbc.sql("select count(*) from event where detail like '%yamada%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void guessingIsSlowedDownFromWhereItComesAndIsOneEvent() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertThat(login("127.0.0.3", "auditor", "guess" + i)).startsWith("HTTP/1.1 401");
    }
    // the door stays closed for longer than the rest of this takes
    for (int more = 0; more < 5; more++) {
      assertThat(failures.failed("auditor", "127.0.0.3")).as("another burst").isFalse();
    }

    String slowed = login("127.0.0.3", "auditor", "guess5");
    assertThat(slowed)
        .startsWith("HTTP/1.1 429")
        .containsPattern("Retry-After: [1-9][0-9]*\r\n")
        .contains("application/problem+json", "RK-1403")
        .doesNotContain("guess");
    assertThat(right("127.0.0.3")).as("a right one, too").startsWith("HTTP/1.1 429");
    assertThat(right("127.0.0.4")).as("from elsewhere").startsWith("HTTP/1.1 200");
    await()
        .untilAsserted(
            () ->
                assertThat(events("LOGINS_FAILED", "auditor"))
                    .containsExactly("RK-1403 from 127.0.0.3"));
  }

  @Test
  void aNameThatNobodyHasIsNotKept() throws IOException {
    for (int i = 0; i < 6; i++) {
      login("127.0.0.5", "my-secret-password", "x");
    }

    await()
        .untilAsserted(
            () ->
                assertThat(events("LOGINS_FAILED", "unknown")).contains("RK-1403 from 127.0.0.5"));
    assertThat(events("LOGINS_FAILED", "my-secret-password")).isEmpty();
  }

  private List<Instant> refusals() {
    return jdbc.sql(
            """
            select at from event where what = 'REFUSED' and who = 'releaser'
              and detail = 'RK-1102 POST /api/v1/agencies' order by at""")
        .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .list();
  }

  private List<String> events(String what, String who) {
    return jdbc.sql("select detail from event where what = ? and who = ?")
        .params(what, who)
        .query(String.class)
        .list();
  }

  private String right(String from) throws IOException {
    return ask(from, hub.basic("auditor"));
  }

  private String login(String from, String user, String password) throws IOException {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return ask(from, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Asks from another address of this machine; the whole response as text. */
  private String ask(String from, String authorization) throws IOException {
    URI url = URI.create(hub.url());
    try (Socket socket =
        new Socket(
            InetAddress.getByName("127.0.0.1"), url.getPort(), InetAddress.getByName(from), 0)) {
      String request =
          "GET "
              + PATH
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
              + authorization
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
