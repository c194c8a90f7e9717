package jp.renkei.routing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.hub.ChangedCatalogue;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.record.CommaSeparated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network's bulk form with an agency's real SFTP server: the bulk lane by file, both ways. */
@HubTest
@Import(NetworkFilesIT.OftenLooked.class)
class NetworkFilesIT {

  @TestConfiguration(proxyBeanMethods = false)
  static class OftenLooked {

    @Bean
    static ChangedCatalogue oftenLooked() {
      return new ChangedCatalogue(text -> text.replace("every: PT5S", "every: PT1S"));
    }
  }

  private static final String AGENCY = "municipality";
  private static final String CARE = "care-insurer";
  private static final String FLOW = "assessment.municipality-tax";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> posted = new ArrayList<>();

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  private Path inquiries;
  private Path replies;

  @BeforeEach
  void find() {
    Path files = data.resolve("demo/partners/municipality/files");
    inquiries = files.resolve("inquiries");
    replies = files.resolve("replies");
  }

  @AfterEach
  void behave() {
    hub.mock(AGENCY, "replies", "[]");
    hub.mock(CARE, "replies", "[]");
    hub.mock(AGENCY, "faults", "{}");
    // others count what is open on this hub
    posted.stream()
        .filter(id -> !inquiry(id).get("state").textValue().equals("ENDED"))
        .forEach(id -> hub.cancel("caller", id));
  }

  @Test
  void theBulkLaneGoesByFileAndTheCounterByQueueAtTheSameAgency() {
    int foreign = events("REPLY_WITHOUT_INQUIRY");
    int unreadable = events("REPLY_NOT_READABLE");
    hub.mock(
        AGENCY,
        "replies",
        """
        [{"subject": "640002", "outcome": "NO_DATA"},
         {"subject": "640003", "as": "other-person"},
         {"subject": "640004", "as": "garbage"},
         {"subject": "640005", "as": "second-different", "outcome": "ANSWERED", "reply": {"declaration": "2"}},
         {"subject": "640006", "outcome": "HELD"},
         {"subject": "640007", "as": "other-period"},
         {"subject": "640008", "outcome": "REJECTED"}]""");

    List<String> bulk =
        batch("12345678", "640002", "640003", "640004", "640005", "640006", "640007", "640008");
    JsonNode counter = single("640009", "20s");

    // the counter did not wait for any file
    assertThat(counter.get("state").textValue()).isEqualTo("ENDED");
    assertThat(timeline(counter.get("id").textValue()))
        .anyMatch(event -> event.startsWith("ENDED "));

    awaitOutcome(bulk.get(0), "ANSWERED");
    awaitOutcome(bulk.get(1), "NO_DATA");
    awaitOutcome(bulk.get(4), "ANSWERED");
    awaitOutcome(bulk.get(7), "REJECTED");
    JsonNode told = inquiry(bulk.get(0));
    assertThat(told.at("/reply/result").textValue()).isEqualTo("ANSWERED");
    assertThat(told.get("reply").toString()).contains("93000", "5500", "2600000");
    assertThat(timeline(bulk.get(0)))
        .hasSize(4)
        .startsWith("ACCEPTED asks municipality 271403", "SENT attempt 1")
        .anyMatch(event -> event.startsWith("ENDED ANSWERED"));

    // a foreign record is held, and so is one that nobody can read; the others went on
    await().untilAsserted(() -> assertThat(events("REPLY_WITHOUT_INQUIRY")).isEqualTo(foreign + 1));
    await().untilAsserted(() -> assertThat(events("REPLY_NOT_READABLE")).isEqualTo(unreadable + 1));
    await().untilAsserted(() -> assertThat(timeline(bulk.get(4))).contains("REPLY_DIFFERENT"));
    await().untilAsserted(() -> assertThat(timeline(bulk.get(6))).contains("REPLY_OTHER_PERIOD"));
    assertThat(inquiry(bulk.get(5)).get("state").textValue()).isEqualTo("HELD_BY_PROVIDER");
    // what the reply leaves out stays open until its deadline
    assertThat(inquiry(bulk.get(2)).get("state").textValue()).isEqualTo("SENT");
    assertThat(inquiry(bulk.get(3)).get("state").textValue()).isEqualTo("SENT");

    List<String> lines = requested();
    assertThat(lines).allMatch(line -> line.length() == 239 && line.split(",").length == 18);
    assertThat(lines.stream().filter(line -> line.contains(",000000000640009,"))).isEmpty();
    for (int subject = 640002; subject <= 640008; subject++) {
      String resident = ",000000000" + subject + ",";
      assertThat(lines.stream().filter(line -> line.contains(resident))).hasSize(1);
    }
    assertThat(lines.get(0)).contains(",27140           ,TM99000000000002,1,1,20260401,20270331");
  }

  /** Another agency, another server: neither sees what the other is asked. */
  @Test
  void careInsurersAreAskedByFilesOfTheirOwn() {
    hub.mock(CARE, "replies", "[{\"subject\": \"645002\", \"outcome\": \"NO_DATA\"}]");

    List<String> care =
        batchOf(Stream.of("12345678", "645002").map(resident -> care(resident, "271403")).toList());
    String town = batch("645003").get(0);

    awaitOutcome(care.get(0), "ANSWERED");
    awaitOutcome(care.get(1), "NO_DATA");
    awaitOutcome(town, "ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "REJECTED");
    JsonNode told = inquiry(care.get(0)).get("reply");
    assertThat(told.at("/enrolled/value").textValue()).isEqualTo("YES");
    assertThat(told.at("/enrolled/insuredNumber").textValue()).isEqualTo("0000471100");
    assertThat(told.at("/projectBurden/value").textValue()).isEqualTo("YES");
    assertThat(told.get("ownBurdens")).hasSize(3);
    assertThat(timeline(care.get(0)))
        .hasSize(3)
        .startsWith("ACCEPTED asks care-insurer 271403", "SENT attempt 1");
    Path theirs = data.resolve("demo/partners/care-insurer/files/inquiries");
    assertThat(requested(theirs))
        .filteredOn(line -> line.contains(",000000000645002,"))
        .singleElement()
        .asString()
        .contains(",JM99000000000042,JT99000000000044,")
        .endsWith(",27140           ,TM99000000000003,1,1,20250801,20260731\r\n");
    assertThat(requested(theirs)).noneMatch(line -> line.contains(",000000000645003,"));
    assertThat(requested()).noneMatch(line -> line.contains(",000000000645002,"));
  }

  private ObjectNode care(String resident, String provider) {
    ObjectNode body = json.createObjectNode().put("flow", "benefits.care-insurer");
    body.putObject("payload")
        .put("residentNumber", resident)
        .put("calculationYear", 2025)
        .put("provider", provider)
        .put("nonDisclosable", false)
        .putArray("householdMembers");
    return body;
  }

  @Test
  void theSameFileAgainChangesNothingAndAnotherOfItsNameIsSetAside() throws IOException {
    hub.mock(
        AGENCY,
        "replies",
        "[{\"subject\": \"641001\", \"outcome\": \"ANSWERED\", \"reply\": {\"declaration\": \"2\"}}]");
    String id = batch("641001").get(0);
    awaitOutcome(id, "ANSWERED");
    Path archived = await().atMost(PATIENCE).until(() -> archived(id), found -> found != null);
    String name = archived.getFileName().toString().replaceFirst("^[^-]*-", "");
    byte[] content = Files.readAllBytes(archived);
    int read = events("BULK_REPLY_READ");
    int aside = events("BULK_REPLY_SET_ASIDE");

    give(name, content);
    await().atMost(PATIENCE).until(() -> !Files.exists(replies.resolve(name)));
    assertThat(events("BULK_REPLY_READ")).isEqualTo(read);
    assertThat(timeline(id)).doesNotContain("REPLY_DUPLICATE");

    give(
        name,
        (new String(content, CommaSeparated.CHARSET) + "x\r\n").getBytes(CommaSeparated.CHARSET));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(events("BULK_REPLY_SET_ASIDE")).isEqualTo(aside + 1));

    // by another name every record is a duplicate, and told as one
    give("P640R120_20260101000000_0009.DAT", content);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timeline(id)).contains("REPLY_DUPLICATE"));
    assertThat(inquiry(id).get("outcome").textValue()).isEqualTo("ANSWERED");
  }

  @Test
  void aFileThatIsNoneIsSetAsideAndNothingOfItIsTaken() throws IOException {
    int aside = events("BULK_REPLY_SET_ASIDE");

    give("P640R120_20260101000000_0001.DAT", new byte[0]);
    give("P640R120_20260101000000_0002.DAT", "a,b\r\nc,d\r\n".getBytes(US_ASCII));
    give("P640R120_20260101000000_0003.DAT", "cut off in the mid".getBytes(US_ASCII));
    give("readme.txt", "not ours\r\n".getBytes(US_ASCII));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(events("BULK_REPLY_SET_ASIDE")).isEqualTo(aside + 3));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(names(replies.resolve("error")))
                    .anyMatch(name -> name.endsWith("_0001.DAT"))
                    .anyMatch(name -> name.endsWith("_0002.DAT"))
                    .anyMatch(name -> name.endsWith("_0003.DAT")));
    assertThat(replies.resolve("readme.txt")).exists();
    Files.delete(replies.resolve("readme.txt"));
  }

  @Test
  void aFileThatIsFarTooLargeIsSetAsideUnread() throws IOException {
    int aside = events("BULK_REPLY_SET_ASIDE");
    Path part = replies.resolve("large.part");
    try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
      file.setLength(64L * 1024 * 1024 + 1);
    }
    Files.move(part, replies.resolve("P640R120_20260101000000_0011.DAT"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(events("BULK_REPLY_SET_ASIDE")).isEqualTo(aside + 1));
    assertThat(
            jdbc.sql("select detail from event where what = 'BULK_REPLY_SET_ASIDE'")
                .query(String.class)
                .list())
        .anyMatch(detail -> detail.endsWith("_0011.DAT: more than 67108864 bytes"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(names(replies.resolve("error")))
                    .anyMatch(name -> name.endsWith("_0011.DAT")));
  }

  @Test
  void anInquiryThatCannotBeWrittenKeepsNoOtherWaiting() {
    act("/pause");
    List<String> bulk;
    try {
      bulk = batch("644001", "644002");
      jdbc.sql("update payload set content = ? where inquiry_id = ? and part = 'REQUEST'")
          .params(new byte[] {0}, bulk.get(0))
          .update();
    } finally {
      act("/resume");
    }

    awaitOutcome(bulk.get(1), "ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "REJECTED");

    assertThat(inquiry(bulk.get(0)).get("state").textValue()).isEqualTo("ACCEPTED");
    assertThat(timeline(bulk.get(0))).hasSize(2).anyMatch(it -> it.startsWith("SEND_POSTPONED"));
  }

  @Test
  void whatCannotBeUploadedGoesLaterInTheSameFileAndOnlyThere() {
    int postponed = events("BULK_FILE_POSTPONED");
    hub.mock(AGENCY, "faults", "{\"down\": true}");

    List<String> bulk = batch("642001", "642002");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(events("BULK_FILE_POSTPONED")).isEqualTo(postponed + 1));
    assertThat(inquiry(bulk.get(0)).get("state").textValue()).isEqualTo("ACCEPTED");
    // half of an earlier try, as a broken connection leaves it
    String name = unsentFile();
    write(inquiries.resolve(name + ".part"), "half".getBytes(US_ASCII));

    hub.mock(AGENCY, "faults", "{}");

    bulk.forEach(
        id -> awaitOutcome(id, "ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "REJECTED"));
    assertThat(requested().stream().filter(line -> line.contains(",000000000642001,"))).hasSize(1);
    assertThat(requested().stream().filter(line -> line.contains(",000000000642002,"))).hasSize(1);
    assertThat(inquiries.resolve("done").resolve(name)).exists();
    // its bytes are needed no more
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                "select count(*) from bulk_file where name = ? and content is null")
                            .param(name)
                            .query(Integer.class)
                            .single())
                    .isOne());
  }

  @Test
  void aHostWithAnotherKeyIsNotSpokenTo() throws IOException {
    Path known = data.resolve("demo/partners/municipality/known_hosts");
    String right = Files.readString(known);
    int postponed = events("BULK_FILE_POSTPONED");
    // a character well within the key: the last one before padding has bits that say nothing
    int within = right.strip().length() - 10;
    Files.writeString(
        known,
        right.substring(0, within)
            + (right.charAt(within) == 'A' ? 'B' : 'A')
            + right.substring(within + 1));
    try {
      String id = batch("643001").get(0);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(events("BULK_FILE_POSTPONED")).isEqualTo(postponed + 1));
      assertThat(inquiry(id).get("state").textValue()).isEqualTo("ACCEPTED");
      Files.writeString(known, right);
      awaitOutcome(id, "ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "REJECTED");
    } finally {
      Files.writeString(known, right);
    }
  }

  private void act(String act) {
    hub.send(
        hub.request("operator", "/api/v1/agencies/" + AGENCY + act)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"a test\"}")));
  }

  private String unsentFile() {
    return jdbc.sql("select name from bulk_file where sent_at is null")
        .query(String.class)
        .single();
  }

  private Path archived(String id) {
    String number =
        jdbc.sql("select requested from bulk_line where inquiry_id = ?")
            .param(id)
            .query(String.class)
            .single();
    try (Stream<Path> files = Files.list(replies.resolve("archive"))) {
      return files.filter(file -> content(file).contains(number)).findFirst().orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, CommaSeparated.CHARSET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file where the hub picks it up, whole. */
  private void give(String name, byte[] content) throws IOException {
    Path part = replies.resolve(name + ".part");
    Files.write(part, content);
    Files.move(part, replies.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** All lines of all files that the agency has answered. */
  private List<String> requested() {
    return requested(inquiries);
  }

  private static List<String> requested(Path folder) {
    try (Stream<Path> files = Files.list(folder.resolve("done"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(file -> Stream.of(content(file).split("(?<=\r\n)")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> batch(String... residents) {
    return batchOf(Stream.of(residents).map(this::body).toList());
  }

  private List<String> batchOf(List<ObjectNode> bodies) {
    StringBuilder lines = new StringBuilder();
    for (ObjectNode body : bodies) {
      lines.append(body.put("key", newKey())).append("\n");
    }
    String results =
        hub.send(
                hub.request("caller", "/api/v1/inquiries:batch")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(lines.toString())))
            .body();
    List<String> ids = new ArrayList<>();
    for (String result : results.strip().split("\n")) {
      assertThat(hub.read(result).get("status").intValue()).as(result).isIn(200, 202);
      ids.add(hub.read(result).get("id").textValue());
    }
    posted.addAll(ids);
    return ids;
  }

  private JsonNode single(String resident, String wait) {
    return hub.read(hub.post(newKey(), wait, body(resident).toString()));
  }

  private ObjectNode body(String resident) {
    ObjectNode body = json.createObjectNode().put("flow", FLOW);
    body.putObject("payload")
        .put("residentNumber", resident)
        .put("taxYear", 2026)
        .put("provider", "271403")
        .put("nonDisclosable", false);
    return body;
  }

  private JsonNode inquiry(String id) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + id));
  }

  private void awaitOutcome(String id, String... outcomes) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(inquiry(id).path("outcome").asText()).isIn((Object[]) outcomes));
  }

  private List<String> timeline(String id) {
    List<String> events = new ArrayList<>();
    hub.read(hub.get("caller", "/api/v1/inquiries/" + id + "/events"))
        .get("items")
        .forEach(
            event ->
                events.add(
                    (event.get("what").asText() + " " + event.path("detail").asText(""))
                        .replace(" null", "")
                        .strip()));
    return events;
  }

  private int events(String what) {
    return jdbc.sql("select count(*) from event where what = ?")
        .param(what)
        .query(Integer.class)
        .single();
  }
}
