package jp.renkei.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import jp.renkei.inquiry.Refusal;
import jp.renkei.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells the refusals that happen before a door is reached, in the same form. */
final class WriteProblem implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;
  private final NoteRefusals refusals;
  private final RefusalListener listener;

  WriteProblem(ObjectMapper json, NoteRefusals refusals, RefusalListener listener) {
    this.json = json;
    this.refusals = refusals;
    this.listener = listener;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof TooManyFailedLogins many) {
      response.setHeader(HttpHeaders.RETRY_AFTER, ProblemBody.seconds(many.pause()));
      write(response, Problem.FAILED_LOGINS);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"renkei\", charset=\"UTF-8\"");
    write(response, Problem.NO_CREDENTIALS);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    refusals.notPermitted(request);
    write(response, Problem.NOT_PERMITTED);
  }

  private void write(HttpServletResponse response, Problem problem) throws IOException {
    listener.refused(problem);
    SafeHeaders.allowNothing(response);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), Refusal.body(problem, List.of()));
  }
}
