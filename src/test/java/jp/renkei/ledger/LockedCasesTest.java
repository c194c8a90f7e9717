package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockedCasesTest {

  @Test
  void aGroupWithoutCasesAsksTheDatabaseNothing() throws Exception {
    List<Command<?>> commands =
        List.of(new MarkSent("01", "flow", "agency", 1, Instant.EPOCH, Instant.EPOCH));

    LockedCases cases = LockedCases.of(null, CaseNews.NONE, commands);

    assertThat(cases.admit(commands)).isSameAs(commands);
    cases.settle(commands, List.of(MarkSent.Result.SENT));
  }
}
