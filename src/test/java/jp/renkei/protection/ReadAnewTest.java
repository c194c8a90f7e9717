package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ReadAnewTest {

  private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(START);
  private final AtomicReference<JsonNode> outside = new AtomicReference<>(text("one"));
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final ReadAnew<String> keys =
      new ReadAnew<>(
          "keyset",
          new Outside(),
          json -> {
            if (json.isNull()) {
              throw new StartRefused("none", "put it there");
            }
            return json.textValue();
          },
          new Settable());

  @BeforeEach
  void listen() {
    lines.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    logger().detachAppender(lines);
    logger().setLevel(null);
  }

  @Test
  void whatHasChangedIsTakenAtTheNextTurn() {
    assertThat(keys.now()).isEqualTo("one");

    outside.set(text("two"));
    assertThat(keys.now()).isEqualTo("one");
    turnAfter(Duration.ofSeconds(60));

    assertThat(keys.now()).isEqualTo("two");
    assertThat(keys.isCurrent()).isTrue();
  }

  @Test
  void itIsNotReadMoreOftenThanItIsWorth() {
    outside.set(text("two"));

    turnAfter(Duration.ofSeconds(59));
    assertThat(keys.now()).isEqualTo("one");
    turnAfter(Duration.ofSeconds(1));
    assertThat(keys.now()).isEqualTo("two");
  }

  @Test
  void aClockThatIsSetBackDoesNotPutItOff() {
    turnAfter(Duration.ofDays(100));
    outside.set(text("two"));

    turnAfter(Duration.ofDays(-100));

    assertThat(keys.now()).isEqualTo("two");
  }

  @Test
  void whatCannotBeUsedLeavesTheEarlierInUseAndIsToldOnce() {
    outside.set(JsonNodeFactory.instance.nullNode());
    turnAfter(Duration.ofSeconds(60));
    turnAfter(Duration.ofSeconds(60));
    turnAfter(Duration.ofSeconds(60));

    assertThat(keys.now()).isEqualTo("one");
    assertThat(keys.isCurrent()).isFalse();
    assertThat(lines.list)
        .singleElement()
        .extracting(ILoggingEvent::getLevel)
        .isEqualTo(Level.ERROR);
    assertThat(lines.list.get(0).getFormattedMessage()).contains("keyset", "none -> put it there");

    outside.set(text("two"));
    turnAfter(Duration.ofSeconds(60));

    assertThat(keys.now()).isEqualTo("two");
    assertThat(keys.isCurrent()).isTrue();
    assertThat(levels()).containsExactly(Level.ERROR, Level.INFO);
  }

  @Test
  void backToWhatItWasIsNoNewsButTheEndOfTheTrouble() {
    outside.set(JsonNodeFactory.instance.nullNode());
    turnAfter(Duration.ofSeconds(60));

    outside.set(text("one"));
    turnAfter(Duration.ofSeconds(60));
    turnAfter(Duration.ofSeconds(60));

    assertThat(keys.isCurrent()).isTrue();
    assertThat(levels()).containsExactly(Level.ERROR, Level.INFO);
  }

  @Test
  void theFirstTimeItMustBeOfUse() {
    outside.set(JsonNodeFactory.instance.nullNode());

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () ->
                new ReadAnew<>(
                    "keyset",
                    new Outside(),
                    json -> {
                      throw new StartRefused("none", "put it there");
                    },
                    new Settable()));
  }

  private List<Level> levels() {
    return lines.list.stream().map(ILoggingEvent::getLevel).toList();
  }

  private void turnAfter(Duration passed) {
    time.set(time.get().plus(passed));
    keys.turn();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ReadAnew.class);
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  private final class Outside implements SecretSource {

    @Override
    public JsonNode read() {
      return outside.get();
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(1);
    }

    @Override
    public StartRefused refuse(String why, String remedy) {
      return new StartRefused(why, remedy);
    }
  }

  private final class Settable extends Clock {

    @Override
    public Instant instant() {
      return time.get();
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
