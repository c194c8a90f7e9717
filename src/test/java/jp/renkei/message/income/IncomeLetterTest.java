package jp.renkei.message.income;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.LetterHead;
import jp.renkei.message.MessageHeader;
import org.junit.jupiter.api.Test;

class IncomeLetterTest {

  private static final GoldenCase DECLARED = GoldenCases.of(SampleLetters.FLOW, "declared");
  private static final GoldenCase MARKUP = GoldenCases.of(SampleLetters.FLOW, "no-income");

  private final InsuredIncome kind = new InsuredIncome();

  @Test
  void hardCharactersAreIntact() {
    assertThat(text(DECLARED, 0)).contains("<p class=\"name\">髙﨑 \uD842\uDFB7子 様</p>");
    assertThat(text(MARKUP, 0)).contains("葛\uDB40\uDD00城 花子");
  }

  @Test
  void whatLooksLikeMarkupIsText() {
    assertThat(text(MARKUP, 0))
        .contains("〜テラス&lt;A&amp;B&gt;&quot;東&quot;棟")
        .doesNotContain("テラス<A", "{{");
  }

  @Test
  void bothSheetsHaveTheNumber() {
    assertThat(text(DECLARED, 0).split("<b>SIN-00000123-98</b>", -1)).hasSize(3);
  }

  @Test
  void aReminderSaysSoAndTheFirstLetterDoesNot() {
    assertThat(text(DECLARED, 0)).doesNotContain("再度のお願い");
    assertThat(text(DECLARED, 2)).contains("【再度のお願い（第2回）】");
  }

  @Test
  void onlyAProductionLetterIsUnmarked() {
    assertThat(text(DECLARED, 0)).contains("<div class=\"mark\">見本 test</div>");
    MessageHeader production =
        new MessageHeader("R1", SampleLetters.FLOW, "production", java.time.Instant.EPOCH);
    byte[] message = kind.message(production, kind.question(DECLARED.payload()));

    assertThat(new String(kind.letter(message, SampleLetters.head(0)).html(), UTF_8))
        .contains("<div class=\"mark\"></div>")
        .doesNotContain("見本");
  }

  @Test
  void theFirstYearOfAnEraIsItsOrigin() {
    byte[] message =
        kind.message(GoldenCases.header(SampleLetters.FLOW), kind.question(DECLARED.payload()));
    LetterHead head =
        new LetterHead(
            "SIN-00000123-98",
            LocalDate.of(2019, 5, 1),
            LocalDate.of(2029, 11, 1),
            0,
            List.of("○○市"));

    assertThat(new String(kind.letter(message, head).html(), UTF_8))
        .contains("<p>令和元年5月1日</p>", "<b>令和11年11月1日</b>");
  }

  private static String text(GoldenCase golden, int reminder) {
    return new String(SampleLetters.of(golden, reminder).html(), UTF_8);
  }
}
