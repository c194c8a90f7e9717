package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.SendWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A client that forgets, comes late, or takes its time. */
class JmsSenderTest {

  private final ConnectionFactory connections = mock(ConnectionFactory.class);
  private final Connection first = mock(Connection.class);
  private final Connection second = mock(Connection.class);
  private final MessageProducer producer = mock(MessageProducer.class);
  private final MovableClock clock = new MovableClock();
  private final JmsSender sender = new JmsSender(connections, "agency.mhlw.inquiry", clock);

  @BeforeEach
  void connect() throws JMSException {
    Session session = mock(Session.class);
    when(session.createBytesMessage()).thenReturn(mock(BytesMessage.class));
    when(session.createProducer(any())).thenReturn(producer);
    when(first.createSession(false, Session.AUTO_ACKNOWLEDGE)).thenReturn(session);
    when(second.createSession(false, Session.AUTO_ACKNOWLEDGE)).thenReturn(session);
    when(connections.createConnection()).thenReturn(first, second);
  }

  @Test
  void aConfirmationThatNeverComesEndsWithTheConnection() throws JMSException {
    CompletableFuture<Void> sending = send();
    assertThat(sending).isNotDone();

    listener(first).onException(new JMSException("lost"));

    assertThat(sending).isCompletedExceptionally();
  }

  @Test
  void aFaultOfOneSendingEndsThoseBeforeItToo() throws JMSException {
    CompletableFuture<Void> before = send();
    JMSException fault = new JMSException("no such session");
    doThrow(fault).when(producer).send(any(), anyInt(), anyInt(), anyLong(), any());

    CompletableFuture<Void> failing = send();

    assertThat(failing).failsWithin(Duration.ZERO).withThrowableThat().withCause(fault);
    assertThat(before).isCompletedExceptionally();
    verify(first).close();
  }

  @Test
  void aConfirmedSendingStaysConfirmed() throws JMSException {
    CompletableFuture<Void> sending = send();
    ArgumentCaptor<CompletionListener> told = ArgumentCaptor.forClass(CompletionListener.class);
    verify(producer).send(any(), anyInt(), anyInt(), anyLong(), told.capture());
    told.getValue().onCompletion(mock(BytesMessage.class));

    sender.close();

    assertThat(sending).isCompletedWithValue(null);
  }

  @Test
  void aLossThatIsToldLateLeavesTheNextConnectionAlone() throws JMSException {
    send();
    ExceptionListener ofTheFirst = listener(first);
    sender.close();
    CompletableFuture<Void> onTheSecond = send();

    ofTheFirst.onException(new JMSException("lost"));

    verify(second, never()).close();
    assertThat(onTheSecond).isNotDone();
  }

  @Test
  void aBrokerThatTakesNoConnectionIsLeftAloneForASecond() throws JMSException {
    when(connections.createConnection()).thenThrow(new JMSException("away")).thenReturn(second);

    assertThat(send()).isCompletedExceptionally();
    clock.now = clock.now.plusMillis(999);
    assertThat(send()).isCompletedExceptionally();
    verify(connections, times(1)).createConnection();

    clock.now = clock.now.plusMillis(1);
    assertThat(send()).isNotDone();
    verify(connections, times(2)).createConnection();
  }

  private CompletableFuture<Void> send() {
    Instant later = clock.now.plus(Duration.ofDays(1));
    return sender.send(
        Outgoing.of(
            new SendWork(
                "id",
                "R1",
                "nhi",
                "flow",
                "mhlw",
                null,
                Lane.SINGLE,
                1,
                0,
                clock.now,
                later,
                later,
                false,
                new byte[] {1}),
            "kind/1.0",
            null));
  }

  private static ExceptionListener listener(Connection connection) throws JMSException {
    ArgumentCaptor<ExceptionListener> listener = ArgumentCaptor.forClass(ExceptionListener.class);
    verify(connection).setExceptionListener(listener.capture());
    return listener.getValue();
  }

  /** A clock that the test moves. */
  private static final class MovableClock extends Clock {

    private Instant now = Instant.parse("2026-11-22T01:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
