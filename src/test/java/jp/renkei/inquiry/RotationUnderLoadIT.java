package jp.renkei.inquiry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.KeysetFile;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.ReadAnew;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keyset and an agency's message key go through two rotations while callers ask and ask again:
 * nothing becomes unreadable, nothing is held, nothing is twice.
 */
@HubTest
class RotationUnderLoadIT {

  private static final int CALLERS = 4;

  /** So many more must be answered between two steps. */
  private static final int MORE = 40;

  private record Asked(String key, String body, JsonNode answered) {

    String id() {
      return answered.get("id").textValue();
    }

    String number() {
      return answered.get("number").textValue();
    }
  }

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private MessageCipher messages;

  @Autowired
  @Qualifier("keysetReadAnew")
  private ReadAnew<?> keysetKeys;

  @Autowired
  @Qualifier("agencyKeysReadAnew")
  private ReadAnew<?> agencyKeys;

  @Value("${renkei.data}")
  private Path data;

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger next = new AtomicInteger(70_000_000);
  private final List<Asked> asked = new ArrayList<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private final List<Thread> callers = new ArrayList<>();
  private volatile boolean stopped;
  private KeysetFile keyset;
  private Path report;
  private Path agencyFile;
  private String keyBefore;
  private int inquiriesBefore;
  private int heldBefore;

  @BeforeEach
  void begin() {
    keyset = new KeysetFile(data.resolve("demo/keyset.json"));
    report = data.resolve("keyset-report.json");
    agencyFile = data.resolve("demo/agency-keys.json");
    keyBefore = messages.keyId("mhlw");
    inquiriesBefore = count("inquiry");
    heldBefore = count("held_reply");
    for (int i = 0; i < CALLERS; i++) {
      Thread caller = new Thread(this::ask, "caller-" + i);
      caller.start();
      callers.add(caller);
    }
  }

  /** Others write with the key that the demo made. */
  @AfterEach
  void putTheKeyBack() throws Exception {
    end();
    useAgencyKey(keyBefore);
  }

  private void end() throws InterruptedException {
    stopped = true;
    for (Thread caller : callers) {
      caller.join();
    }
  }

  @Test
  void nothingBecomesUnreadableHeldOrTwice() throws Exception {
    awaitMore();
    for (int round = 0; round < 2; round++) {
      String key = addAgencyKey();
      keyset.rotate();
      keysetKeys.turn();
      awaitMore();
      awaitStep(() -> keyset.promote(List.of(report)));
      keysetKeys.turn();
      useAgencyKey(key);
      await().atMost(30, SECONDS).until(this::writesWithTheNewest);
      awaitMore();
    }
    end();

    assertThat(faults).isEmpty();
    assertThat(repeated.get()).as("resends").isGreaterThan(MORE);
    assertThat(searchKeysUsed()).as("search keys that hashed").isEqualTo(3);
    for (Asked each : asked()) {
      JsonNode read = hub.read(hub.get("caller", "/api/v1/inquiries/" + each.id()));
      for (String field : List.of("state", "outcome", "reply")) {
        assertThat(read.get(field)).as(each.id()).isEqualTo(each.answered().get(field));
      }
      assertThat(repeat(each)).isEqualTo(each.id());
    }
    assertThat(count("inquiry") - inquiriesBefore).isEqualTo(asked().size());
    assertThat(count("held_reply")).isEqualTo(heldBefore);
    assertThat(receivedTwice()).isEmpty();
  }

  /** A caller: asks, waits for the answer, and asks again under a key of before. */
  private void ask() {
    while (!stopped) {
      try {
        String subject = Integer.toString(next.incrementAndGet());
        String body = hub.inquiry(subject).toString();
        String key = "rotation-" + subject;
        HttpResponse<String> response = hub.post(key, "20s", body);
        if (response.statusCode() != 200) {
          faults.add(key + " was answered " + response.statusCode() + " " + response.body());
          return;
        }
        JsonNode read = hub.read(response);
        if (!read.at("/reply/residentNumber").asText().equals(subject)) {
          faults.add(key + " has no reply of its own");
        }
        synchronized (asked) {
          asked.add(new Asked(key, body, read));
        }
        Asked earlier = any();
        String again = repeat(earlier);
        if (!earlier.id().equals(again)) {
          faults.add(earlier.key() + " gives " + again + " after " + earlier.id());
        }
        repeated.incrementAndGet();
      } catch (RuntimeException | AssertionError e) {
        faults.add(e.toString());
        return;
      }
    }
  }

  private String repeat(Asked earlier) {
    return hub.read(hub.post(earlier.key(), null, earlier.body())).path("id").asText();
  }

  private Asked any() {
    List<Asked> all = asked();
    return all.get(ThreadLocalRandom.current().nextInt(all.size()));
  }

  private List<Asked> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  private void awaitMore() {
    int least = asked().size() + MORE;
    await(least + " answered")
        .atMost(60, SECONDS)
        .until(() -> asked().size() >= least || !faults.isEmpty());
    assertThat(faults).isEmpty();
  }

  private static void awaitStep(Runnable step) {
    await()
        .atMost(30, SECONDS)
        .ignoreExceptionsInstanceOf(StartRefused.class)
        .until(
            () -> {
              step.run();
              return true;
            });
  }

  private boolean writesWithTheNewest() throws IOException {
    JsonNode told = json.readTree(report.toFile());
    JsonNode keys = told.at("/content/keys");
    return told.at("/content/primary").equals(keys.get(keys.size() - 1));
  }

  /** Gives the hub and the agency one more key, which nobody uses yet. */
  private String addAgencyKey() throws IOException {
    ObjectNode keys = (ObjectNode) json.readTree(agencyFile.toFile());
    ObjectNode own = (ObjectNode) keys.at("/mhlw/keys");
    String id = "mhlw-" + (own.size() + 1);
    byte[] key = new byte[32];
    ThreadLocalRandom.current().nextBytes(key);
    own.put(id, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    write(keys);
    return id;
  }

  /** Has the agency use the key at once, and the hub from now on. */
  private void useAgencyKey(String id) throws IOException {
    ObjectNode keys = (ObjectNode) json.readTree(agencyFile.toFile());
    ((ObjectNode) keys.get("mhlw")).put("newest", id);
    write(keys);
    assertThat(messages.keyId("mhlw")).isEqualTo(id);
  }

  private void write(ObjectNode keys) throws IOException {
    Path fresh = agencyFile.resolveSibling("agency-keys.json.next");
    Files.write(fresh, json.writeValueAsBytes(keys));
    Files.move(fresh, agencyFile, StandardCopyOption.ATOMIC_MOVE);
    agencyKeys.turn();
  }

  private int searchKeysUsed() {
    return jdbc.sql("select count(distinct idempotency_key_version) from inquiry")
        .query(Integer.class)
        .single();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  /** Which of the inquiries came to the agency more than once. */
  private List<String> receivedTwice() {
    Set<String> numbers = asked().stream().map(Asked::number).collect(Collectors.toSet());
    List<String> twice = new ArrayList<>();
    for (JsonNode each : hub.read(hub.get("admin", "/mock/agencies/mhlw/received"))) {
      String number = each.get("number").asText();
      if (numbers.contains(number) && each.get("times").asInt() > 1) {
        twice.add(number);
      }
    }
    return twice;
  }
}
