package jp.renkei.operations.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shipped configuration of the log writes. */
class MaskedLogTest {

  private static final String NUMBER = "123456789018";

  private final LoggerContext context = new LoggerContext();
  private Logger root;

  @BeforeEach
  void configure() throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(getClass().getResource("/logback-spring.xml"));
    root = context.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void aMessageHasNoIndividualNumber() {
    assertThat(written("asked for {}", null, NUMBER)).contains("asked for ************\n");
    assertThat(written("asked for １２３４-５６７８-９０１８ twice", null))
        .contains("asked for ************ twice");
  }

  @Test
  void anExceptionAndItsCausesHaveNone() {
    Exception failure =
        new IllegalStateException(
            "cannot do " + NUMBER, new IllegalArgumentException("1234 5678 9018 is wrong"));
    failure.addSuppressed(new IllegalArgumentException("beside " + NUMBER));

    assertThat(written("it failed", failure))
        .contains("cannot do ************", "************ is wrong", "beside ************")
        .contains("at jp.renkei.operations.log.MaskedLogTest")
        .doesNotContain(NUMBER, "5678");
  }

  @Test
  void whatHoldsNoneIsWrittenAsItIs() {
    assertThat(written("took 12345678901 ns at 2026-11-24T17:00:12", null))
        .contains("took 12345678901 ns at 2026-11-24T17:00:12");
    assertThat(written(null, null)).contains(" : ");
  }

  private String written(String message, Throwable failure, Object... arguments) {
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
    LoggingEvent event = new LoggingEvent("x", root, Level.ERROR, message, failure, arguments);
    return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
