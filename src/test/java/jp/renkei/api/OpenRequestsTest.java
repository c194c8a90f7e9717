package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {

  private final OpenRequests requests = new OpenRequests(2);

  @Test
  void whatIsBeyondTheMostIsRefusedUntilOneIsAnswered() throws IOException {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    requests.hold("nhi", () -> first);
    requests.hold("nhi", () -> second);

    assertThatThrownBy(() -> requests.hold("nhi", () -> first))
        .isInstanceOfSatisfying(
            ProblemException.class,
            why -> {
              assertThat(why.problem()).isEqualTo(Problem.TOO_MANY_AT_ONCE);
              assertThat(why.pause()).isPositive();
            });
    assertThat(requests.hold("tax", () -> CompletableFuture.completedFuture("at once")))
        .isCompletedWithValue("at once");
    assertThat(requests.open()).isEqualTo(2);

    first.complete("answer");
    second.completeExceptionally(new IllegalStateException("gone"));
    assertThat(requests.open()).isZero();
    assertThat(requests.hold("nhi", () -> CompletableFuture.completedFuture("next")))
        .isCompletedWithValue("next");
  }

  @Test
  void whatFailsAtOnceKeepsNoPlace() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  requests.hold(
                      "nhi",
                      () -> {
                        throw new IOException("the body broke off");
                      }))
          .isInstanceOf(IOException.class);
    }
    assertThat(requests.open()).isZero();
  }
}
