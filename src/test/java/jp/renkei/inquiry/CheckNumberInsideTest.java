package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.Receipts;
import jp.renkei.ledger.State;
import jp.renkei.message.Reply;
import org.junit.jupiter.api.Test;

/** A receipt number inside a reply, while the receipt itself is on its way. */
class CheckNumberInsideTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

  private final Receipts receipts = mock();
  private final CheckNumberInside check = new CheckNumberInside(receipts);

  @Test
  void aReceiptThatIsKeptBetweenTwoLooksIsTheInquirys() {
    when(receipts.of("mine")).thenReturn(Optional.empty());
    when(receipts.inquiry("mhlw", "u-1")).thenReturn(Optional.of(inquiry("mine")));

    assertThatCode(() -> check.check(identified(), naming("u-1"))).doesNotThrowAnyException();
  }

  @Test
  void aReceiptOfAnotherInquiryIsNotValid() {
    when(receipts.inquiry("mhlw", "u-1")).thenReturn(Optional.of(inquiry("other")));

    assertThat(reason("u-1")).isEqualTo(EventKind.REPLY_NOT_VALID);
  }

  @Test
  void aReceiptThatNobodyHasGivenIsWaitedFor() {
    assertThat(reason("u-1")).isEqualTo(EventKind.REPLY_BEFORE_RECEIPT);
  }

  private EventKind reason(String receipt) {
    return catchThrowableOfType(ReplyHeld.class, () -> check.check(identified(), naming(receipt)))
        .reason();
  }

  private static IdentifiedReply identified() {
    return new IdentifiedReply(
        inquiry("mine"),
        null,
        new byte[0],
        new ArrivedReply("mhlw", List.of(), NOW, () -> new byte[0]));
  }

  private static Reply naming(String receipt) {
    Reply reply = mock();
    when(reply.receiptNumber()).thenReturn(receipt);
    return reply;
  }

  private static Inquiry inquiry(String id) {
    return new Inquiry(
        id,
        "R-1",
        "nhi",
        "assessment.mhlw-employment",
        "mhlw",
        null,
        Lane.SINGLE,
        null,
        State.SENT,
        null,
        null,
        null,
        null,
        false,
        0,
        NOW,
        NOW,
        NOW,
        null,
        null);
  }
}
