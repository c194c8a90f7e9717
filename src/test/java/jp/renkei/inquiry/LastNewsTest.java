package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastNewsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  private final LastNews news = new LastNews();

  @Test
  void tenInquiriesThatGoWrongAreTooMany() {
    for (int i = 0; i < 9; i++) {
      assertThat(news.bad("inquiry-" + i)).isFalse();
    }
    assertThat(news.bad("inquiry-9")).isTrue();
    assertThat(news.bad("inquiry-10")).as("told once, it begins anew").isFalse();
  }

  @Test
  void oneInquiryThatGoesWrongAgainAndAgainIsNot() {
    for (int i = 0; i < 100; i++) {
      assertThat(news.bad("inquiry")).isFalse();
    }
  }

  @Test
  void whatIsGoodMeanwhilePushesItOut() {
    for (int i = 0; i < 100; i++) {
      assertThat(news.bad("inquiry-" + i)).isFalse();
      news.good(NOW);
      news.good(NOW);
    }
    assertThat(news.heard()).isEqualTo(NOW);
  }

  @Test
  void aSignOfLifeIsHeardAndTakesNothingBack() {
    for (int i = 0; i < 9; i++) {
      news.bad("inquiry-" + i);
      news.alive(NOW);
      news.alive(NOW);
      news.alive(NOW);
    }
    assertThat(news.heard()).isEqualTo(NOW);
    assertThat(news.bad("inquiry-9")).isTrue();
  }
}
