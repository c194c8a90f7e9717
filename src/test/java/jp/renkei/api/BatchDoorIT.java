package jp.renkei.api;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.RawRequest;
import jp.renkei.inquiry.bulk.BulkLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many inquiries at once. */
@HubTest
class BatchDoorIT {

  private static final String MANY = "renkei.batch-lines";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  @Test
  void everyLineIsAnsweredAsTheSingleDoorWould() {
    Batch batch = new Batch(hub);
    List<String> bad =
        List.of(
            "",
            "not JSON",
            "[]",
            "{\"a\": 1, \"a\": 2}",
            "{\"key\": \"deep\", \"x\": " + "[".repeat(40) + "]".repeat(40) + "}",
            keyed(hub.inquiry("700").put("urgent", true)),
            keyed(hub.inquiry("700").put("flow", "assessment.none")),
            keyed(hub.inquiry("700").put("case", "not a case")),
            keyed(hub.inquiry("700").put("deadline", "P4000D")),
            keyed(hub.inquiry("not a number")),
            keyed(hub.inquiry("700").without(List.of("payload"))),
            keyed(hub.inquiry("700").put("flow", "assessment.mhlw-employment ")));
    List<String> lines = new ArrayList<>();
    for (String each : bad) {
      lines.add(each);
      lines.add(batch.line(newKey(), "701"));
    }

    List<JsonNode> results = batch.post(lines.toArray(String[]::new));

    assertThat(results).hasSameSizeAs(lines);
    for (int i = 0; i < results.size(); i++) {
      JsonNode result = results.get(i);
      assertThat(result.get("line").intValue()).isEqualTo(i + 1);
      if (i % 2 == 1) {
        assertThat(result.get("status").intValue()).isIn(200, 202);
        assertThat(inquiry(result).get("flow").textValue()).isEqualTo(HubClient.FLOW);
      } else {
        assertAsTheSingleDoor(lines.get(i), result);
      }
    }
  }

  private void assertAsTheSingleDoor(String line, JsonNode result) {
    String alone = line.replaceFirst("\"key\":\"[^\"]*\",?", "").replaceFirst(",}$", "}");
    HttpResponse<String> single = hub.post(newKey(), null, alone);

    assertThat(result.get("status").intValue()).as(line).isEqualTo(single.statusCode());
    assertThat(result.has("id")).isFalse();
    if (!line.isEmpty()) {
      assertThat(result.at("/problem/code")).as(line).isEqualTo(hub.read(single).get("code"));
      assertThat(result.at("/problem/faults/0/pointer"))
          .as(line)
          .isEqualTo(hub.read(single).at("/faults/0/pointer"));
    }
  }

  @Test
  void aLineWithoutAKeyATooLongOneAndAForeignFlowAreRefusedAlone() {
    Batch batch = new Batch(hub);
    String key = newKey();
    String exact = padded(batch.line(key, "702"), 65_536);
    List<JsonNode> results =
        batch.post(
            hub.inquiry("702").toString(),
            hub.inquiry("702").put("key", "a b").toString(),
            hub.inquiry("702").put("key", 7).toString(),
            exact,
            exact + " ",
            batch.line(newKey(), "703") + "\r");

    assertThat(results)
        .extracting(result -> result.get("status").intValue())
        .containsExactly(400, 400, 400, 202, 413, 202);
    assertThat(results.subList(0, 3))
        .allSatisfy(
            result -> {
              assertThat(result.get("key").isNull()).isTrue();
              assertThat(result.at("/problem/code").textValue()).isEqualTo("RK-1002");
              assertThat(result.at("/problem/faults/0/pointer").textValue()).isEqualTo("/key");
            });
    assertThat(results.get(3).get("key").textValue()).isEqualTo(key);
  }

  @Test
  void whatTheCallerMayNotAskIsRefusedLineByLine() {
    String line = new Batch(hub).line(newKey(), "704");
    HttpResponse<String> response =
        hub.send(new Batch(hub).request("tax").POST(BodyPublishers.ofString(line)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(hub.read(response).at("/problem/code").textValue()).isEqualTo("RK-1103");
  }

  @Test
  void ofTwoWithOneKeyTheFirstIsMeant() {
    Batch batch = new Batch(hub);
    for (int round = 0; round < 20; round++) {
      String key = newKey();
      List<JsonNode> results =
          batch.post(batch.line(key, "705"), batch.line(key, "706"), batch.line(key, "705"));

      assertThat(results.get(0).get("status").intValue()).isEqualTo(202);
      assertThat(results.get(1).at("/problem/code").textValue()).isEqualTo("RK-1301");
      assertThat(results.get(2).get("id")).isEqualTo(results.get(0).get("id"));
    }
  }

  @Test
  void whatWasPostedAloneIsTheSameInABatch() {
    String key = newKey();
    JsonNode single = hub.read(hub.post(key, "20s", hub.inquiry("707").toString()));

    JsonNode line = new Batch(hub).post(new Batch(hub).line(key, "707")).get(0);

    assertThat(line.get("id")).isEqualTo(single.get("id"));
    assertThat(line.get("status").intValue()).isEqualTo(200);
  }

  @Test
  void itGoesAsBulk() {
    JsonNode line = new Batch(hub).post(new Batch(hub).line(newKey(), "708")).get(0);

    assertThat(
            jdbc.sql("select lane from inquiry where id = ?")
                .param(line.get("id").textValue())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    await().until(() -> inquiry(line).get("state").textValue().equals("ENDED"));
  }

  /** {@code -Drenkei.batch-lines=100000} for as many as a city has. */
  @Test
  void eachOfManyLinesIsAnsweredAndTheWholeAgainIsTheSame() throws IOException {
    int count = Integer.getInteger(MANY, 5_000);
    Batch batch = new Batch(hub);
    String run = newKey();
    IntFunction<String> lines =
        i -> i % 10 == 9 ? "{\"key\": \"" + run + i + "\"}" : batch.line(run + i, "7090" + i);
    List<JsonNode> first = batch.post(count, lines);
    List<JsonNode> again = batch.post(count, lines);

    assertThat(first).hasSize(count);
    assertThat(again).hasSize(count);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < count; i++) {
      assertThat(first.get(i).get("line").intValue()).isEqualTo(i + 1);
      assertThat(first.get(i).get("key").textValue()).isEqualTo(run + i);
      assertThat(again.get(i).path("id")).isEqualTo(first.get(i).path("id"));
      assertThat(first.get(i).get("status").intValue()).isEqualTo(i % 10 == 9 ? 422 : 202);
      ids.add(first.get(i).path("id").asText());
    }
    assertThat(ids).hasSize(count - count / 10 + 1);
    assertThat(data.resolve("spool")).isEmptyDirectory();
    await().atMost(Duration.ofMinutes(10)).until(() -> open() == 0);
  }

  @Test
  void whatWasAcceptedBeforeTheConnectionBrokeStays() throws IOException {
    Batch batch = new Batch(hub);
    String run = newKey();
    String one = batch.line(newKey(), "710", run);
    String two = batch.line(newKey(), "711", run);
    String part = batch.line(newKey(), "712", run);
    try (RawRequest raw = new RawRequest(hub)) {
      raw.send(head(100_000) + one + "\n" + two + "\n" + part.substring(0, part.length() - 1));
      await().until(() -> accepted(run) == 2);
    }
    await().untilAsserted(() -> assertThat(data.resolve("spool")).isEmptyDirectory());

    List<JsonNode> results = batch.post(one, two, part);

    assertThat(results).allSatisfy(result -> assertThat(result.has("id")).isTrue());
    assertThat(accepted(run)).isEqualTo(3);
  }

  @Test
  void whoeverCanStillHearIsToldThatItBrokeOff() throws IOException {
    try (RawRequest raw = new RawRequest(hub)) {
      String answer = raw.send(head(100_000) + "{\"key\"").endOfRequest().untilItIsClosed();

      assertThat(answer).startsWith("HTTP/1.1 400").contains("RK-1001");
    }
  }

  @Test
  void noMoreThanTwoOfACallerAreReadAtOnce() throws IOException {
    try (RawRequest first = new RawRequest(hub);
        RawRequest second = new RawRequest(hub)) {
      first.send(head(1_000));
      second.send(head(1_000));
      await().untilAsserted(() -> assertThat(data.resolve("spool").toFile().list()).hasSize(2));

      HttpResponse<String> third =
          hub.send(new Batch(hub).request("caller").POST(BodyPublishers.ofString("x")));

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).isPresent();
      assertThat(hub.read(third).get("code").textValue()).isEqualTo("RK-1402");
    }
    await()
        .until(
            () ->
                hub.send(new Batch(hub).request("caller").POST(BodyPublishers.ofString("x")))
                        .statusCode()
                    == 200);
  }

  @ParameterizedTest
  @CsvSource({"application/json, 415", "application/x-ndjson; charset=UTF-16, 415"})
  void onlyNdjsonInUtf8IsTaken(String type, int status) {
    assertThat(
            hub.send(
                    new Batch(hub)
                        .request("caller")
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void whoeverAsksBeforeSendingTooMuchNeedNotSendIt() throws IOException {
    String ask = head(BulkLimits.MOST_BYTES + 1).replace("Host:", "Expect: 100-continue\r\nHost:");

    assertThat(RawRequest.answer(hub, ask)).startsWith("HTTP/1.1 413").contains("RK-1401");
    assertThat(RawRequest.answer(hub, ask.replace("Authorization", "X")))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void anEmptyBatchHasNoResults() throws IOException {
    assertThat(RawRequest.answer(hub, head(0)))
        .startsWith("HTTP/1.1 200")
        .contains("application/x-ndjson")
        .endsWith("\r\n\r\n");
  }

  private String head(long length) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: %s\r\n"
            .formatted(Batch.DOOR, hub.basic("caller"))
        + "Content-Type: application/x-ndjson\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String keyed(ObjectNode inquiry) {
    return inquiry.deepCopy().put("key", newKey()).toString();
  }

  private static String padded(String line, int bytes) {
    return line.substring(0, line.length() - 1) + " ".repeat(bytes - line.length()) + "}";
  }

  private JsonNode inquiry(JsonNode result) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + result.get("id").textValue()));
  }

  private int open() {
    return jdbc.sql("select count(*) from inquiry where state <> 'ENDED' and lane = 1")
        .query(Integer.class)
        .single();
  }

  /** How many were accepted in a case. */
  private int accepted(String caseId) {
    return jdbc.sql("select count(*) from inquiry where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }
}
