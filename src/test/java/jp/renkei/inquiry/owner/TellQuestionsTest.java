package jp.renkei.inquiry.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Share;
import jp.renkei.protection.Taking;
import org.junit.jupiter.api.Test;

class TellQuestionsTest {

  @Test
  void whoIsAskedNothingTakesNoQuestionsByQueue() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> of(new Caller("tax", Share.USUAL, Taking.POLL, Taking.QUEUE)))
        .satisfies(
            refused -> assertThat(refused.getMessage()).contains("tax takes questions by queue"));
    assertThatNoException()
        .isThrownBy(() -> of(new Caller("tax", Share.USUAL, Taking.QUEUE, Taking.POLL)));
  }

  private static TellQuestions of(Caller caller) {
    Catalogue nothing = new Catalogue(List.of(), List.of(), null);
    return new TellQuestions(
        List.of(caller),
        nothing,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Clock.systemUTC());
  }
}
