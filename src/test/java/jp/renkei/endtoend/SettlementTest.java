package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.endtoend.FakeHub.Sin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The harness itself: it sees each sin of a hub, and sees none where there is none. */
class SettlementTest {

  private static final Credential NHI = new Credential("nhi", "secret");
  private static final int COUNT = 16;

  private Map<String, Integer> outcomes;

  @Test
  void loadRepeatsUntilEverythingIsAcceptedAndSettlementFindsNothing() throws IOException {
    assertThat(faults(Sin.NONE)).isEmpty();
    assertThat(outcomes).containsExactly(Map.entry("ANSWERED", COUNT));
  }

  @ParameterizedTest
  @CsvSource({
    "LOSES_AN_INQUIRY, is lost",
    "NEVER_ENDS_ONE, has not ended",
    "GIVES_A_SECOND_ID, gives second",
    "CHANGES_AN_OUTCOME, has now FAILED",
    "ANSWERS_FOR_SOMEBODY_ELSE, another person",
    "LISTS_A_STRANGER, stranger is listed",
    "SENDS_OTHER_CONTENT, two contents",
    "NEVER_SENDS, never reached",
    "SENDS_A_STRANGER, STRANGER reached"
  })
  void seesEachSin(Sin sin, String told) throws IOException {
    assertThat(faults(sin)).anySatisfy(fault -> assertThat(fault).contains(told));
  }

  private List<String> faults(Sin sin) throws IOException {
    try (FakeHub fake = new FakeHub(sin)) {
      HubClient hub = new HubClient(fake.base());
      ObjectNode example = JsonNodeFactory.instance.objectNode();
      Load load = new Load(hub, NHI, "assessment.mhlw-employment", example, "test", COUNT);
      load.start(4).awaitDone(Duration.ofSeconds(20));
      assertThat(load.faults()).isEmpty();
      assertThat(load.accepted()).hasSize(COUNT);
      Settlement settlement =
          new Settlement(hub, NHI)
              .checkEnds(load.accepted(), Duration.ofSeconds(1))
              .checkWhole(load.accepted(), fake::received);
      outcomes = settlement.outcomes();
      return settlement.faults();
    }
  }
}
