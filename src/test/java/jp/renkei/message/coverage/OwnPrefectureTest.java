package jp.renkei.message.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.network.NetworkKind;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;

/** Within which prefecture coverage goes on is told by the own city's code in the catalogue. */
class OwnPrefectureTest {

  private final GoldenCase golden =
      GoldenCases.of("eligibility.municipality-coverage", "same-prefecture-meets");

  @Test
  void isThatOfTheShippedCity() {
    assertThat(ShippedCatalogue.catalogue().providers().municipalities().ownPrefecture())
        .contains("27");
  }

  @Test
  void aMunicipalityOfItGoesOnHere() throws ReplyRefused {
    assertThat(rule(Optional.of("27"))).isEqualTo("APPLICATION_DATES");
  }

  @Test
  void anotherCityHasAnother() throws ReplyRefused {
    assertThat(rule(Optional.of("13"))).isEqualTo("SAME_DAY");
    assertThat(rule(Optional.empty())).isEqualTo("SAME_DAY");
  }

  private String rule(Optional<String> prefecture) throws ReplyRefused {
    NetworkKind<?, ?, ?> kind = new NetworkKind<>(new Coverage(() -> prefecture));
    JsonNode answer = kind.answer(kind.question(golden.payload()), kind.reply(golden.replyXml()));
    return answer.at("/continuity/0/rule").textValue();
  }
}
