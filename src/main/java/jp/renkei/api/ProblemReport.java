package jp.renkei.api;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.renkei.inquiry.Refusal;
import jp.renkei.problem.Problem;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * Tells what Tomcat refuses by itself, such as a request line that is none, in the form of all
 * refusals, and nothing of Tomcat. Tomcat makes it by its name.
 */
public final class ProblemReport extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(ProblemReport.class);
  private static final int REFUSED = 400;

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    if (response.getStatus() < REFUSED
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !canAnswer(response)) {
      return;
    }
    Problem problem = ProblemBody.ofStatus(response.getStatus());
    SafeHeaders.allowNothing(response);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    try {
      Writer answer = response.getReporter();
      if (answer != null) {
        answer.write(Refusal.body(problem, ProblemBody.placeless(problem)).toString());
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      log.debug("Nobody waits for a refusal", e);
    }
  }

  private static boolean canAnswer(Response response) {
    AtomicBoolean allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }
}
