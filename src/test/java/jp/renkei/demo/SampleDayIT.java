package jp.renkei.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The sample day on a whole hub: every flow is asked, and everything that can come of it comes. */
@HubTest
class SampleDayIT {

  private static final Set<String> OUTCOMES =
      Arrays.stream(Outcome.values()).map(Outcome::name).collect(Collectors.toSet());

  @Autowired private jp.renkei.hub.HubClient hub;
  @Autowired private Catalogue catalogue;

  @Value("${renkei.data}")
  private Path data;

  @Test
  void asksEveryFlowAndSeesEveryOutcome() throws IOException {
    Map<String, String> told = play();

    assertThat(told.keySet())
        .containsExactlyInAnyOrderElementsOf(catalogue.flows().stream().map(Flow::id).toList());
    assertThat(told)
        .allSatisfy(
            (flow, outcomes) ->
                assertThat(outcomes)
                    .as(flow)
                    .matches(
                        its ->
                            its.startsWith("HOURS UNTIL")
                                || words(its).anyMatch(OUTCOMES::contains)));
    assertThat(told.values().stream().flatMap(SampleDayIT::words).filter(OUTCOMES::contains))
        .as("outcomes that the day sees")
        .containsAll(OUTCOMES);
  }

  /** What the table tells of each flow, line by line. */
  private Map<String, String> play() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new SampleDay(
            new HubClient(URI.create(hub.url())),
            new DemoCredentials(data),
            new PrintStream(printed, true, UTF_8),
            Clock.systemUTC())
        .play();
    Map<String, String> told = new LinkedHashMap<>();
    printed
        .toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("("))
        .map(line -> List.of(line.split(" {2,}")))
        .forEach(cells -> told.merge(cells.get(1), cells.get(3), (one, more) -> one + ", " + more));
    return told;
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split("[ ,]+"));
  }
}
