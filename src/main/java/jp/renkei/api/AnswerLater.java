package jp.renkei.api;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

  private static final String ANSWER = AnswerLater.class.getName();

  private final ObjectMapper json;
  private final ProblemAdvice problems;
  private final long millis;

  /**
   * @param problems tells what a promise fails with
   * @param millis after which a promise is given up
   */
  AnswerLater(ObjectMapper json, ProblemAdvice problems, long millis) {
    this.json = json;
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
    promise.whenComplete(
        (answer, failure) -> {
          servlet.setAttribute(ANSWER, failure == null ? entity(answer) : problems.answer(failure));
          comeBack(context);
        });
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
        && request.getAttribute(ANSWER) instanceof ResponseEntity<?> answer) {
      write(answer, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static ResponseEntity<?> entity(Object answer) {
    return answer instanceof ResponseEntity<?> entity ? entity : ResponseEntity.ok(answer);
  }

  private void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    if (answer.getBody() == null) {
      response.setContentLength(0);
      return;
    }
    if (response.getContentType() == null) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    }
    // at once and with its length: as a stream it would leave in chunks, and in two packets
    byte[] body = json.writeValueAsBytes(answer.getBody());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
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
