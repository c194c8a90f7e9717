package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Answers requests whose door promises its answer for later. The request passed its filters and
 * found its door when it came; Spring would send it through all of them once more only to write
 * what is there already. Here the request that comes back is written at once, before any other
 * filter, by a thread of the web server: whoever completes the promise never waits for a client.
 */
final class AnswerLater implements AsyncHandlerMethodReturnValueHandler, Filter {

  private static final Logger log = LoggerFactory.getLogger(AnswerLater.class);

  private static final String PROMISE = AnswerLater.class.getName();

  private final HttpMessageConverter<JsonNode> trees;
  private final ProblemAdvice problems;
  private final long millis;

  /**
   * @param trees writes what is answered
   * @param problems tells what a promise fails with
   * @param millis after which a promise is given up
   */
  AnswerLater(HttpMessageConverter<JsonNode> trees, ProblemAdvice problems, long millis) {
    this.trees = trees;
    this.problems = problems;
    this.millis = millis;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return CompletableFuture.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public boolean isAsyncReturnValue(Object value, MethodParameter returned) {
    return supportsReturnType(returned);
  }

  @Override
  public void handleReturnValue(
      Object value,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request) {
    container.setRequestHandled(true);
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    AsyncContext context = servlet.startAsync();
    context.setTimeout(millis);
    CompletableFuture<?> promise = ((CompletableFuture<?>) value).copy();
    context.addListener(new GiveUp(promise));
    servlet.setAttribute(PROMISE, promise);
    promise.whenComplete((answer, failure) -> comeBack(context));
  }

  /** Where the client has gone away there is nobody to tell. */
  private static void comeBack(AsyncContext context) {
    try {
      context.dispatch();
    } catch (IllegalStateException gone) {
      log.debug("An answer came when its request was over", gone);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ASYNC
        && request.getAttribute(PROMISE) instanceof CompletableFuture<?> promise) {
      write(
          promise.handle((answer, failure) -> answer(answer, failure)).join(),
          (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private ResponseEntity<?> answer(Object answer, Throwable failure) {
    if (failure != null) {
      return problems.answer(failure);
    }
    return answer instanceof ResponseEntity<?> entity ? entity : ResponseEntity.ok(answer);
  }

  private void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
    ServletServerHttpResponse out = new ServletServerHttpResponse(response);
    out.setStatusCode(answer.getStatusCode());
    out.getHeaders().putAll(answer.getHeaders());
    if (answer.getBody() != null) {
      trees.write((JsonNode) answer.getBody(), null, out);
    }
    out.close();
  }

  /** Completes a promise whose time is over. */
  private record GiveUp(CompletableFuture<?> promise) implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
      promise.completeExceptionally(new AsyncRequestTimeoutException());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // it starts once
    }

    @Override
    public void onComplete(AsyncEvent event) {
      // answered
    }

    @Override
    public void onError(AsyncEvent event) {
      // the client has gone away
    }
  }
}
