package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import jp.renkei.inquiry.ReplyHeld;
import jp.renkei.inquiry.file.IncomingRecord;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerUnavailable;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** A record of a reply file that cannot be taken is held alone; a ledger that is away fails it. */
class RecordsPatternTest {

  private static final IncomingRecord RECORD =
      new IncomingRecord("municipality", "P640R120_20261129135500_0001.DAT", 1, new byte[0]);

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Steps steps = new Steps();

  @BeforeEach
  void start() throws Exception {
    context.disableJMX();
    for (String step : List.of("identifyRecord", "hold")) {
      context.getRegistry().bind(step, steps);
    }
    context.getRegistry().bind("recordFaults", new RecordFaults());
    // the other routes of the same files, which nothing is sent to
    for (String step : List.of("identify", "keepReceipts", "guard", "sending")) {
      context.getRegistry().bind(step, new RecordingSteps());
    }
    for (String pattern : List.of("agency", "bulk")) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              PluginHelper.getResourceLoader(context)
                  .resolveResource("classpath:routes/patterns/" + pattern + ".camel.yaml"));
    }
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  static Stream<Exception> faultsOfTheRecord() {
    return Stream.of(
        new IllegalStateException("a value"),
        new NullPointerException(),
        new DataIntegrityViolationException("too long"));
  }

  static Stream<Exception> faultsOfTheMoment() {
    return Stream.of(
        new LedgerUnavailable("away", null),
        new IllegalStateException(new LedgerUnavailable("away", null)),
        new DataAccessResourceFailureException("no connection"),
        new DirectConsumerNotAvailableException("stopped", null));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheRecord")
  void aRecordThatNobodyForesawIsHeldAndItsFileGoesOn(Exception fault) {
    steps.fault = fault;

    assertThat(arrive()).isTrue();

    assertThat(steps.held).isEqualTo(EventKind.REPLY_NOT_READABLE);
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheMoment")
  void whatIsWrongWithTheHubBringsTheFileAgain(Exception fault) {
    steps.fault = fault;

    assertThatThrownBy(this::arrive).isInstanceOf(CompletionException.class);

    assertThat(steps.held).isNull();
  }

  @Test
  void aRecordThatMustNotBeDeliveredIsHeldUnderItsOwnName() {
    steps.fault = held(EventKind.REPLY_WITHOUT_INQUIRY);

    assertThat(arrive()).isTrue();

    assertThat(steps.held).isEqualTo(EventKind.REPLY_WITHOUT_INQUIRY);
  }

  private boolean arrive() {
    return new RouteRecordEntrance(context).arrive(RECORD).join();
  }

  private static ReplyHeld held(EventKind reason) {
    return new ReplyHeld(
        reason, null, new ArrivedReply("municipality", List.of(), null, () -> null), null);
  }

  /** Stands in for the steps that the route names. */
  public static final class Steps {

    private Exception fault;
    private EventKind held;

    public Object identify(IncomingRecord record) throws Exception {
      throw fault;
    }

    public ReplyHeld unforeseen(IncomingRecord record, Exception cause) {
      assertThat(record).isSameAs(RECORD);
      return RecordsPatternTest.held(EventKind.REPLY_NOT_READABLE);
    }

    public void hold(ReplyHeld reply) {
      held = reply.reason();
    }
  }
}
