package jp.renkei.inquiry.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Share;
import jp.renkei.protection.Taking;
import org.junit.jupiter.api.Test;

class QueueOwnersTest {

  private final Catalogue nothing = new Catalogue(List.of(), List.of(), null);

  @Test
  void whoIsAskedNothingTakesNoQuestionsByQueue() {
    Caller asksForThem = new Caller("tax", Share.USUAL, Taking.POLL, Taking.QUEUE);
    Caller doesNot = new Caller("tax", Share.USUAL, Taking.QUEUE, Taking.POLL);

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new QueueOwners(List.of(asksForThem), nothing))
        .satisfies(
            refused -> assertThat(refused.getMessage()).contains("tax takes questions by queue"));
    assertThat(new QueueOwners(List.of(doesNot), nothing).agencies()).isEmpty();
  }
}
