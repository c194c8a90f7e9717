package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;

class AnswerLaterTest {

  private final ObjectMapper json = new ObjectMapper();
  private final List<Problem> refused = new ArrayList<>();
  private final List<String> passed = new ArrayList<>();
  private final AnswerLater later =
      new AnswerLater(new WriteTree(json), new ProblemAdvice(refused::add), 60_000);
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final FilterChain others = (in, out) -> passed.add("on");
  private final ObjectNode body = JsonNodeFactory.instance.objectNode().put("city", "連携市");

  @Test
  void theAnswerIsWrittenWhenItsRequestComesBack() throws Exception {
    CompletableFuture<Object> promise = promised();
    assertThat(comesBack()).isFalse();

    promise.complete(ResponseEntity.accepted().location(URI.create("/there")).body(body));

    assertThat(comesBack()).isTrue();
    pass();
    assertThat(response.getStatus()).isEqualTo(202);
    assertThat(response.getHeader("Location")).isEqualTo("/there");
    assertThat(response.getContentType()).isEqualTo("application/json");
    assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    assertThat(told()).isEqualTo(body);
    assertThat(passed).as("no other filter sees it again").isEmpty();
  }

  @Test
  void aBareBodyIsAnswered() throws Exception {
    promised().complete(body);

    pass();

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(told()).isEqualTo(body);
  }

  @Test
  void whatHasNoBodyIsAnsweredWithout() throws Exception {
    promised().complete(ResponseEntity.noContent().build());

    pass();

    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @Test
  void aPromiseThatFailsIsAProblem() throws Exception {
    promised().completeExceptionally(new ProblemException(Problem.CASE_COMPLETED));

    pass();

    assertThat(response.getStatus()).isEqualTo(Problem.CASE_COMPLETED.status());
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(told().get("code").textValue()).isEqualTo(Problem.CASE_COMPLETED.code());
    assertThat(refused).containsExactly(Problem.CASE_COMPLETED);
  }

  @Test
  void aPromiseThatIsNotKeptInTimeIsGivenUp() throws Exception {
    CompletableFuture<Object> promise = promised();
    MockAsyncContext context = (MockAsyncContext) request.getAsyncContext();
    assertThat(context.getTimeout()).isEqualTo(60_000);

    context.getListeners().get(0).onTimeout(new AsyncEvent(context));
    promise.complete(body);

    pass();
    assertThat(told().get("code").textValue()).isEqualTo(Problem.UNAVAILABLE.code());
  }

  @Test
  void whatIsNoAnswerGoesOn() throws Exception {
    later.doFilter(request, response, others);

    assertThat(passed).containsExactly("on");
  }

  private CompletableFuture<Object> promised() {
    request.setAsyncSupported(true);
    CompletableFuture<Object> promise = new CompletableFuture<>();
    ModelAndViewContainer container = new ModelAndViewContainer();
    later.handleReturnValue(promise, null, container, new ServletWebRequest(request, response));
    assertThat(container.isRequestHandled()).isTrue();
    return promise;
  }

  /** The mock context remembers that it was to dispatch by running what waits for it. */
  private boolean comesBack() {
    boolean[] dispatched = {false};
    ((MockAsyncContext) request.getAsyncContext()).addDispatchHandler(() -> dispatched[0] = true);
    return dispatched[0];
  }

  private void pass() throws Exception {
    request.setDispatcherType(DispatcherType.ASYNC);
    later.doFilter(request, response, others);
  }

  private JsonNode told() throws Exception {
    return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
  }
}
