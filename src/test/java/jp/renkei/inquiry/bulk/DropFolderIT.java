package jp.renkei.inquiry.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Inquiries that come as files. */
@HubTest
class DropFolderIT {

  private static final String HEADINGS =
      "flow,key,case,deadline,payload.residentNumber,payload.birthDate,payload.period.from,"
          + "payload.period.to,payload.nonDisclosable";

  @Autowired private HubClient hub;
  @Autowired private CamelContext camel;

  @Value("${renkei.data}")
  private Path data;

  private Path in;
  private Path out;
  private final String name = "run-" + UUID.randomUUID();

  @BeforeEach
  void folders() {
    in = data.resolve("demo/partners/callers/nhi/in");
    out = in.resolveSibling("out");
  }

  @Test
  void eachLineOfANdjsonFileIsAnsweredAndTheFileIsGone() throws IOException {
    String file = name + ".ndjson";
    String key = newKey();
    String lines = hub.inquiry("720").put("key", key) + "\n\nnot JSON\n";
    drop(file, lines, 3);

    List<JsonNode> results = results(file).lines().map(hub::read).toList();

    assertThat(results)
        .extracting(result -> result.get("status").intValue())
        .containsExactly(202, 400, 400);
    JsonNode single = hub.read(hub.post(key, null, hub.inquiry("720").toString()));
    assertThat(results.get(0).get("id")).isEqualTo(single.get("id"));
    assertThat(EndFile.parse(Files.readAllBytes(out.resolve(file + ".result.ok"))))
        .isEqualTo(endOf(results(file), 3));
    assertNothingLeft(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void eachRowOfACsvFileIsAnswered(String mark) throws IOException {
    String file = name + ".csv";
    String key = newKey();
    String bad = newKey();
    drop(
        file,
        mark
            + HEADINGS
            + "\r\n"
            + HubClient.FLOW
            + ",\""
            + key
            + "\",2026-1,,721,1980-05-10,2025-04-01,2026-11-22,false\r\n"
            + HubClient.FLOW
            + ","
            + bad
            + ",,,\"7\n2\"\"1\",1980-05-10,2025-04-01,2026-11-22,perhaps\r\n"
            + "too,few\r\n",
        3);

    List<String> results = results(file).lines().toList();

    assertThat(results.get(0)).isEqualTo("line,key,status,id,code,faults");
    JsonNode single =
        hub.read(hub.post(key, null, hub.inquiry("721").put("case", "2026-1").toString()));
    assertThat(results.get(1)).isEqualTo("1," + key + ",202," + single.get("id").asText() + ",,");
    assertThat(results.get(2))
        .startsWith("2," + bad + ",422,,RK-1203,")
        .contains("/payload/residentNumber", "/payload/nonDisclosable");
    assertThat(results.get(3)).startsWith("3,,400,,RK-1001,").contains("not 9 values");
    assertNothingLeft(file);
  }

  @Test
  void theSameFileAgainHasTheSameResults() throws IOException {
    String file = name + ".ndjson";
    String lines = hub.inquiry("722").put("key", newKey()) + "\n";
    drop(file, lines, 1);
    String first = results(file);
    Files.delete(out.resolve(file + ".result.ok"));

    drop(file, lines, 1);

    assertThat(hub.read(results(file)).get("id")).isEqualTo(hub.read(first).get("id"));
  }

  @Test
  void aFileThatIsNotWhatItsEndFileSaysIsRefusedWhole() throws IOException {
    String key = newKey();
    String line = hub.inquiry("723").put("key", key) + "\n";
    EndFile right = endOf(line, 1);
    for (EndFile told :
        List.of(
            new EndFile(2, right.bytes(), right.sha256()),
            new EndFile(1, right.bytes() + 1, right.sha256()),
            new EndFile(1, right.bytes(), "0".repeat(64)))) {
      String file = name + told.rows() + told.bytes() + ".ndjson";
      Files.writeString(in.resolve(file), line);
      Files.write(in.resolve(file + ".ok"), told.line());

      assertThat(problem(file).get("code").textValue()).isEqualTo("RK-1007");
      assertNothingLeft(file);
      Files.delete(out.resolve(file + ".problem.json"));
    }
    JsonNode fresh = hub.read(hub.post(key, null, hub.inquiry("724").toString()));
    assertThat(fresh.get("state").textValue()).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow,key,payload.a.b,payload.a\n",
        "flow,key,name\n",
        "flow,flow\n",
        "",
        "flow,key\n\"not closed"
      })
  void aCsvThatCannotBeReadIsRefusedWhole(String content) throws IOException {
    String file = name + ".csv";
    drop(file, content, 1);

    assertThat(problem(file).get("code").textValue()).isEqualTo("RK-1001");
    assertNothingLeft(file);
  }

  @Test
  void aFileIsNotTouchedBeforeItsEndFileIsThere() throws IOException {
    String waits = name + ".ndjson";
    Files.writeString(in.resolve(waits), hub.inquiry("725").put("key", newKey()) + "\n");
    String later = name + "-later.ndjson";
    drop(later, hub.inquiry("725").put("key", newKey()) + "\n", 1);

    results(later);

    assertThat(in.resolve(waits)).exists();
    assertThat(out.resolve(waits + ".result")).doesNotExist();
    Files.write(in.resolve(waits + ".ok"), endOf(Files.readString(in.resolve(waits)), 1).line());
    results(waits);
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path secret = Files.writeString(data.resolve("secret-" + name), "a secret\n");
    String file = name + ".ndjson";
    Files.createSymbolicLink(in.resolve(file), secret);
    Files.write(in.resolve(file + ".ok"), endOf("a secret\n", 1).line());

    assertThat(problem(file).at("/faults/0/reason").textValue()).contains("a link");
    assertThat(secret).exists();
    assertNothingLeft(file);
  }

  @Test
  void aLinkWhereTheResultIsToBeIsReplacedAndNotFollowed() throws IOException {
    Path victim = Files.writeString(data.resolve("victim-" + name), "as it was");
    String file = name + ".ndjson";
    for (String end : List.of(".result", ".result.part", ".result.ok.part")) {
      Files.createSymbolicLink(out.resolve(file + end), victim);
    }
    drop(file, hub.inquiry("726").put("key", newKey()) + "\n", 1);

    results(file);

    assertThat(victim).hasContent("as it was");
  }

  @Test
  void whatACrashLeftBetweenTwoDeletionsIsTakenAway() throws IOException {
    String done = name + "-done.ndjson";
    Files.writeString(in.resolveSibling(".taken").resolve(done), "dealt with");
    Files.writeString(in.resolve(done + ".ok"), "its end");
    String file = name + ".ndjson";
    drop(file, hub.inquiry("727").put("key", newKey()) + "\n", 1);

    results(file);

    assertNothingLeft(done);
  }

  @Test
  void everyCallersFolderIsARouteThatCanBeSeen() {
    assertThat(camel.getRoute("drop/nhi").getDescription()).contains("nhi");
    assertThat(camel.getRoute("drop/tax").getGroup()).isEqualTo("drop");
  }

  private void drop(String file, String content, long rows) throws IOException {
    Files.writeString(in.resolve(file), content);
    Files.write(in.resolve(file + ".ok"), endOf(content, rows).line());
  }

  private static EndFile endOf(String content, long rows) {
    byte[] bytes = content.getBytes(UTF_8);
    return new EndFile(
        rows, bytes.length, HexFormat.of().formatHex(EndFile.newDigest().digest(bytes)));
  }

  private String results(String file) throws IOException {
    await().until(() -> Files.exists(out.resolve(file + ".result.ok")));
    return Files.readString(out.resolve(file + ".result"));
  }

  private JsonNode problem(String file) throws IOException {
    await().until(() -> Files.exists(out.resolve(file + ".problem.json")));
    return hub.read(Files.readString(out.resolve(file + ".problem.json")));
  }

  private void assertNothingLeft(String file) {
    await()
        .untilAsserted(
            () -> {
              assertThat(in.resolve(file)).doesNotExist();
              assertThat(in.resolve(file + ".ok")).doesNotExist();
              assertThat(in.resolveSibling(".taken")).isEmptyDirectory();
            });
  }
}
