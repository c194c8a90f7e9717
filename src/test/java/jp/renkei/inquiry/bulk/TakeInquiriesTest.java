package jp.renkei.inquiry.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.renkei.inquiry.Entrance;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submission;
import jp.renkei.inquiry.Submit;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.operations.ShippedCatalogue;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What is on its way, and what happens where the hub takes none. */
class TakeInquiriesTest {

  private final List<Submission> submitted = new ArrayList<>();
  private final List<LineResult> results = new ArrayList<>();
  private Duration waited = Duration.ZERO;

  @Test
  void noMoreAreReadThanMayBeOnTheirWay() throws IOException {
    Iterator<Integer> lines = IntStream.range(0, 1_000).iterator();
    PostedInquiries posted =
        () -> {
          assertThat(submitted.size() - results.size())
              .isLessThanOrEqualTo(TakeInquiries.IN_FLIGHT);
          return lines.hasNext() ? line(lines.next()) : null;
        };

    take(posted, refusing(Problem.FLOW_NOT_PERMITTED));

    assertThat(results)
        .extracting(LineResult::line)
        .isEqualTo(IntStream.rangeClosed(1, 1_000).mapToObj(Long::valueOf).toList());
  }

  @Test
  void whereTheLedgerIsAwayItIsPatientOnceAndThenGivesUp() {
    Iterator<Integer> lines = IntStream.range(0, 1_000).iterator();

    assertThatThrownBy(
            () ->
                take(
                    () -> lines.hasNext() ? line(lines.next()) : null,
                    submission ->
                        CompletableFuture.failedFuture(new LedgerUnavailable("away", null))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNAVAILABLE));

    assertThat(waited).isEqualTo(Duration.ofSeconds(TakeInquiries.PATIENCE_SECONDS));
    assertThat(results)
        .hasSize(TakeInquiries.IN_FLIGHT - 1)
        .allSatisfy(result -> assertThat(result.status()).isEqualTo(503));
  }

  private Entrance refusing(Problem problem) {
    return submission -> CompletableFuture.failedFuture(new ProblemException(problem));
  }

  private void take(PostedInquiries posted, Entrance entrance) throws IOException {
    Entrance noting =
        submission -> {
          submitted.add(submission);
          return entrance.submit(submission);
        };
    new TakeInquiries(
            new ReadSubmission(ShippedCatalogue.catalogue()),
            new Submit(noting, null),
            pause -> waited = waited.plus(pause))
        .take("nhi", posted, results::add);
  }

  private static Posted line(int number) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("key", "k" + number).put("flow", "assessment.mhlw-employment").putObject("payload");
    return new Posted(number + 1, body, null);
  }
}
