package jp.renkei.inquiry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.OwnTime;
import jp.renkei.hub.ShiftedClock;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.KeysetFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rotation to its end: what lay under the old key is encrypted anew, and the old key goes. */
@HubTest
@Import(OwnTime.class)
class ResealContentsIT {

  @Autowired private HubClient hub;
  @Autowired private ShiftedClock clock;
  @Autowired private ContentCipher keys;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  private String unanswered;
  private KeysetFile keyset;
  private List<Path> reports;

  @BeforeEach
  void now() {
    clock.goTo(Clock.systemUTC().instant());
    keyset = new KeysetFile(data.resolve("demo/keyset.json"));
    reports = List.of(data.resolve("keyset-report.json"));
  }

  @AfterEach
  void behave() {
    hub.mock("replies", "[]");
    clock.goTo(Clock.systemUTC().instant());
    // where the time goes on by months it would be the agency's silence
    if (unanswered != null) {
      assertThat(hub.cancel("operator", unanswered).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anOldKeyIsRetiredAndAllStaysReadable() {
    String key = newKey();
    String body = hub.inquiry("981").toString();
    JsonNode answered = hub.read(hub.post(key, "20s", body));
    hub.mock("replies", "[{\"subject\": \"982\", \"as\": \"garbage\"}]");
    unanswered =
        hub.read(hub.post(newKey(), null, hub.inquiry("982").toString())).get("id").textValue();
    await()
        .until(() -> jdbc.sql("select count(*) from held_reply").query(Integer.class).single() > 0);

    keyset.rotate();
    step(() -> keyset.promote(reports));
    await().atMost(20, SECONDS).until(() -> underOlder() > 0);
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> keyset.retire(reports));

    clock.goTo(Clock.systemUTC().instant().plus(ResealContents.SETTLED.multipliedBy(2)));
    step(() -> keyset.retire(reports));

    assertThat(keyset.told()).filteredOn(line -> line.startsWith("content")).hasSize(1);
    assertThat(underOlder()).isZero();
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                hub.get("operator", "/actuator/prometheus")
                    .body()
                    .contains("renkei_keys_current{keys=\"keyset\"} 1.0"));
    JsonNode again = hub.read(hub.post(key, null, body));
    assertThat(again.get("id")).isEqualTo(answered.get("id"));
    assertThat(again.get("reply")).isEqualTo(answered.get("reply"));
  }

  private static void step(Runnable step) {
    await()
        .atMost(40, SECONDS)
        .ignoreExceptionsInstanceOf(StartRefused.class)
        .until(
            () -> {
              step.run();
              return true;
            });
  }

  /** How many contents are not under the newest key. */
  private long underOlder() {
    return jdbc
        .sql(
            """
            select content from payload union all
            select content from held_reply where content is not null""")
        .query(byte[].class)
        .list()
        .stream()
        .filter(content -> !keys.isNewest(content))
        .count();
  }
}
